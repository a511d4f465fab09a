package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import vn.minhbach.mail.LetterKind;
import vn.minhbach.mail.LetterKind.Gap;
import vn.minhbach.mail.LetterKinds;

/** The letters by which people get into the back office. */
@ApplicationScoped
public class AccountLetters implements LetterKinds {

    /** To somebody who has been given an account: the link by which they set their first password. */
    public static final String INVITATION = "account.invitation";

    /** To somebody who wants to set another password: the link. */
    public static final String RESET = "account.reset";

    /** To somebody whose password was changed, so that they hear of it if it was not them. */
    public static final String CHANGED = "account.changed";

    /** The gaps: the person's name, the account's name, the link, until when it holds, when it happened. */
    public static final String PERSON = "ho-ten";

    public static final String ACCOUNT = "tai-khoan";
    public static final String LINK = "lien-ket";
    public static final String UNTIL = "han";
    public static final String MOMENT = "thoi-diem";

    private static final Duration INVITATION_HOLDS = Duration.ofHours(72);
    private static final Duration RESET_HOLDS = Duration.ofMinutes(30);

    @Override
    public List<LetterKind> kinds() {
        var link = List.of(Gap.of(PERSON), Gap.of(ACCOUNT), Gap.secret(LINK), Gap.of(UNTIL));
        return List.of(
                new LetterKind(INVITATION, link, INVITATION_HOLDS),
                new LetterKind(RESET, link, RESET_HOLDS),
                LetterKind.of(CHANGED, Gap.of(PERSON), Gap.of(ACCOUNT), Gap.of(MOMENT)));
    }
}
