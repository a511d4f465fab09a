package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.minhbach.shared.Secret;

/** Makes links by which somebody chooses a password, and takes them back. The secret is told once, to whoever asked for it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Tickets {

    private static final int SECRET_BYTES = 24;

    /** For so long links are counted that somebody asked for; so those that ended are kept for as long. */
    private static final Duration COUNTED = Duration.ofHours(1);

    @Inject
    TicketRepository tickets;

    @Inject
    Clock clock;

    protected Tickets() {}

    Tickets(TicketRepository tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A new link. An invitation ends earlier links of the same person. */
    public String issue(User user, Ticket.Purpose purpose) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        tickets.removeEndedBefore(now.minus(COUNTED));
        // A link that its owner asked for goes beside others, or a stranger who asks for many would end the one that is
        // on its way.
        if (purpose == Ticket.Purpose.INVITATION) {
            tickets.removeAllOf(user);
        }
        var secret = Secret.next(SECRET_BYTES);
        tickets.add(new Ticket(digest(secret), user, purpose, now));
        return secret;
    }

    /** The link of a secret, if it still holds. */
    Optional<Ticket> find(String secret) {
        return tickets.find(digest(secret)).filter(ticket -> ticket.holds(clock.instant()));
    }

    /** As {@link #find}, and nobody finds it again. */
    Optional<Ticket> take(String secret) {
        return find(secret).filter(ticket -> tickets.take(digest(secret)));
    }

    /** How many links somebody was sent within the hour because they had asked. */
    long askedWithinTheHour(User user) {
        return tickets.madeSince(user, Ticket.Purpose.RESET, clock.instant().minus(COUNTED));
    }

    /** Takes back what a person has open. */
    void end(User user) {
        tickets.removeAllOf(user);
    }

    private static String digest(String secret) {
        return Secret.mark(secret);
    }
}
