package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.To;
import vn.minhbach.shared.Time;
import vn.minhbach.web.PortalUrl;

/** Writes the letters by which people get in, within the transaction that owes them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AccountMail {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(Time.ZONE);

    @Inject
    Outbox outbox;

    @Inject
    PortalUrl portal;

    @Inject
    Clock clock;

    /** Whether letters can reach them. */
    public boolean reaches(User user) {
        return outbox.isOn() && !user.getEmail().isEmpty();
    }

    /** The link to the first password; false if no letter goes out, so that it must be handed over in another way. */
    public boolean invitation(User user, String secret) {
        return reaches(user) && send(user, AccountLetters.INVITATION, secret, Ticket.Purpose.INVITATION);
    }

    void reset(User user, String secret) {
        send(user, AccountLetters.RESET, secret, Ticket.Purpose.RESET);
    }

    /** So that they hear of it if it was not them. */
    void changed(User user) {
        if (reaches(user)) {
            outbox.send(
                    To.of(user.getEmail(), user.getFullName()),
                    AccountLetters.CHANGED,
                    Map.of(
                            AccountLetters.PERSON, user.getFullName(),
                            AccountLetters.ACCOUNT, user.getName(),
                            AccountLetters.MOMENT, words(clock.instant())));
        }
    }

    private boolean send(User user, String letter, String secret, Ticket.Purpose purpose) {
        return outbox.send(
                To.of(user.getEmail(), user.getFullName()),
                letter,
                Map.of(
                        AccountLetters.PERSON, user.getFullName(),
                        AccountLetters.ACCOUNT, user.getName(),
                        AccountLetters.LINK, portal.absolute(SetPasswordServlet.link(secret)),
                        AccountLetters.UNTIL, words(clock.instant().plusSeconds(60L * purpose.getMinutes()))));
    }

    private static String words(Instant moment) {
        return MOMENT.format(moment);
    }
}
