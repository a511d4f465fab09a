package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.minhbach.mail.LetterKind;
import vn.minhbach.mail.LetterKind.Gap;
import vn.minhbach.mail.LetterKinds;

/** The letters about files of the library. */
@ApplicationScoped
public class AttachmentLetters implements LetterKinds {

    /** To whoever brought a file that the virus scanner has refused since. */
    public static final String REFUSED = "attachment.refused";

    /** The gaps: the person's name, the file's name and its number. */
    static final String PERSON = "ho-ten";

    static final String FILE = "ten-tep";
    static final String NUMBER = "so-tep";

    @Override
    public List<LetterKind> kinds() {
        return List.of(LetterKind.of(REFUSED, Gap.of(PERSON), Gap.needed(FILE), Gap.of(NUMBER)));
    }
}
