package vn.minhbach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The letter by which somebody tries whether mail arrives. */
@ApplicationScoped
public class MailLetters implements LetterKinds {

    public static final String TEST = "mail.test";

    /** The gap for who tries. */
    public static final String WHO = "nguoi-thu";

    @Override
    public List<LetterKind> kinds() {
        return List.of(LetterKind.of(TEST, LetterKind.Gap.of(WHO)));
    }
}
