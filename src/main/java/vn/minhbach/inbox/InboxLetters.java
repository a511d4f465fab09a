package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import vn.minhbach.mail.LetterKind;
import vn.minhbach.mail.LetterKind.Gap;
import vn.minhbach.mail.LetterKinds;
import vn.minhbach.web.Words;

/**
 * What senders are written, and whoever handles what they sent. The code opens what they sent, so the letters to them are blanked once they
 * were sent.
 */
@ApplicationScoped
public class InboxLetters implements LetterKinds {

    /**
     * To whoever sent something: the code, and until when the answer is due. It holds nothing that was typed, for nobody knows yet whether the
     * address is the sender's.
     */
    public static final String RECEIVED = "inbox.received";

    /** To the same when something was decided or answered. */
    public static final String NEWS = "inbox.news";

    /** To the same while the answer is late: where it stands, again and again. */
    public static final String LATE = "inbox.late";

    /** To whoever has matters before them: what is due soon, or today. It names numbers and days, and nothing that a sender wrote. */
    public static final String REMINDER = "inbox.reminder";

    /** To whoever handles something: what was given to them, and where a sender wrote, in numbers and kinds. */
    public static final String WORK = "inbox.work";

    /** To somebody of the staff who was named in a note. */
    public static final String NAMED = "inbox.named";

    /** As people write names; a dot stands behind a word and not within, where it would make an address of it. */
    private static final Pattern NAME = Pattern.compile("(?:[\\p{L}\\p{M} '’-]|\\.(?=\\s|$)){1,60}+");

    static final String PERSON = "ho-ten";
    static final String KIND = "loai";
    static final String CODE = "ma-tra-cuu";
    static final String DUE = "han-tra-loi";
    static final String STATE = "tinh-trang";
    static final String TEXT = "loi-nhan";
    static final String DAYS_LATE = "so-ngay-qua-han";
    static final String MATTERS = "danh-sach";
    static final String BY = "nguoi-nhac";
    static final String NUMBER = "so";

    /**
     * The name that a sender gave, as a letter of the office may bear it. Whoever fills in somebody else's address could have the office write them
     * anything else under it: then it is empty.
     */
    static String name(String given) {
        return NAME.matcher(given).matches() ? given : "";
    }

    /** How somebody is greeted whose name a letter may bear, or may not. */
    static String person(String name, Words words) {
        return name.isEmpty() ? words.text("inbox.letter.person") : name;
    }

    @Override
    public List<LetterKind> kinds() {
        return List.of(
                LetterKind.toCitizens(RECEIVED, Gap.of(KIND), Gap.secret(CODE), Gap.of(DUE)),
                LetterKind.toCitizens(NEWS, Gap.of(PERSON), Gap.of(STATE), Gap.of(TEXT), Gap.secret(CODE)),
                LetterKind.toCitizens(
                        LATE,
                        Gap.of(PERSON),
                        Gap.of(KIND),
                        Gap.of(DUE),
                        Gap.of(DAYS_LATE),
                        Gap.of(TEXT),
                        Gap.secret(CODE)),
                LetterKind.of(REMINDER, Gap.of(PERSON), Gap.needed(MATTERS)),
                LetterKind.of(WORK, Gap.of(PERSON), Gap.needed(MATTERS)),
                LetterKind.of(NAMED, Gap.of(PERSON), Gap.of(BY), Gap.of(NUMBER)));
    }
}
