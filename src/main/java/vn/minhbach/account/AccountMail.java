package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.To;
import vn.minhbach.shared.RuleBrokenException;
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

    protected AccountMail() {}

    /** Without a server, for tests. */
    AccountMail(Outbox outbox, PortalUrl portal, Clock clock) {
        this.outbox = outbox;
        this.portal = portal;
        this.clock = clock;
    }

    /** Whether letters can reach them. */
    public boolean reaches(User user) {
        return outbox.isOn() && to(user).isPresent();
    }

    /** The link to the first password; false if no letter goes out, so that it must be handed over in another way. */
    public boolean invitation(User user, String secret) {
        return link(user, AccountLetters.INVITATION, secret, Ticket.Purpose.INVITATION);
    }

    /** The link to another password, for whoever asked for it. */
    void reset(User user, String secret) {
        link(user, AccountLetters.RESET, secret, Ticket.Purpose.RESET);
    }

    /** So that they hear of it if it was not them. */
    void changed(User user) {
        to(user).ifPresent(to -> outbox.send(
                to,
                AccountLetters.CHANGED,
                Map.of(
                        AccountLetters.PERSON, user.getFullName(),
                        AccountLetters.ACCOUNT, user.getName(),
                        AccountLetters.MOMENT, words(clock.instant()))));
    }

    private boolean link(User user, String letter, String secret, Ticket.Purpose purpose) {
        var until = clock.instant().plusSeconds(60L * purpose.getMinutes());
        return to(user).filter(to -> outbox.send(
                        to,
                        letter,
                        Map.of(
                                AccountLetters.PERSON, user.getFullName(),
                                AccountLetters.ACCOUNT, user.getName(),
                                AccountLetters.LINK, portal.absolute(SetPasswordServlet.link(secret)),
                                AccountLetters.UNTIL, words(until))))
                .isPresent();
    }

    /** Empty where nobody gave an address, or one that no letter goes to. */
    private static Optional<To> to(User user) {
        try {
            return user.getEmail().isEmpty()
                    ? Optional.empty()
                    : Optional.of(To.of(user.getEmail(), user.getFullName()));
        } catch (RuleBrokenException e) {
            return Optional.empty();
        }
    }

    private static String words(Instant moment) {
        return MOMENT.format(moment);
    }
}
