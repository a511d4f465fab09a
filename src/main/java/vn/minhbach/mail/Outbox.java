package vn.minhbach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.web.PortalUrl;

/**
 * Where letters are put that the portal owes. What is put in within a transaction is sent if that is committed, and else was never
 * written. What a citizen is owed is never refused: there is as much of it as was sent in and decided, and that has its own bounds. It is
 * deferred where it would be too much at once.
 */
@ApplicationScoped
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());

    /** More letters of one kind to one address in an hour would be a nuisance that somebody else plans. */
    private static final int MOST_IN_AN_HOUR = 20;

    /** Who has so many letters waiting has no mail server. Those to citizens and those to the staff are counted apart. */
    private static final int MOST_WAITING = 10_000;

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    MailRepository repository;

    @Inject
    Templates templates;

    @Inject
    MailSettings settings;

    @Inject
    Alarm alarm;

    @Inject
    PortalUrl portal;

    @Inject
    Clock clock;

    @Inject
    LetterSealer sealer;

    protected Outbox() {}

    /** Without a server, for tests. */
    Outbox(
            MailRepository repository,
            Templates templates,
            MailSettings settings,
            Alarm alarm,
            PortalUrl portal,
            Clock clock,
            LetterSealer sealer) {
        this.repository = repository;
        this.templates = templates;
        this.settings = settings;
        this.alarm = alarm;
        this.portal = portal;
        this.clock = clock;
        this.sealer = sealer;
    }

    /** Whether letters can be sent at all. Who depends on it must know another way, and say so. */
    public boolean isOn() {
        return settings.isOn();
    }

    /**
     * Writes a letter, within the transaction of the deed that owes it.
     *
     * @param kind the key of a {@link LetterKind}
     * @param values what stands in its gaps: all of them, and no others. Text; neither markup nor another gap is read in it
     * @return whether it is on its way, be it later: not if mail is off, nor if somebody of the staff was written too often within an hour, nor
     *     to a citizen while there is no key to seal it
     * @throws IllegalArgumentException if there is no such kind, or the values are not those of its gaps
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean send(To to, String kind, Map<String, String> values) {
        var known = templates.known(kind);
        if (!known.given().equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "The letter " + kind + " has the gaps " + known.given() + ", not " + values.keySet());
        }
        if (!settings.isOn() || known.citizen() && !sealer.isReady()) {
            return false;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!known.citizen()
                && (repository.written(kind, to.address(), now.minus(HOUR)) >= MOST_IN_AN_HOUR
                        || repository.waiting(false) >= MOST_WAITING)) {
            LOG.log(Level.WARNING, "Too many letters \"{0}\" within an hour, or waiting: one was not written", kind);
            return false;
        }
        var all = new HashMap<>(values);
        all.put(LetterKind.PORTAL, portal.origin());
        var text = templates.text(known, to.language()).filled(all);
        var first = known.citizen() ? turn(known, to.address(), now) : now;
        var letter = new Letter("<" + UUID.randomUUID() + "@" + portal.host() + ">", known, to, text, now, first);
        if (known.citizen()) {
            letter.seal(sealer);
        }
        repository.add(letter);
        alarm.set(letter.number(), letter.getTurn(), first);
        return true;
    }

    /**
     * From when on a letter to a citizen may be tried: so that no hour brings one address too many of a kind, and that what waits for a mail server
     * does not all knock at it in the minute in which it is back.
     */
    private Instant turn(LetterKind kind, String address, Instant now) {
        var waiting = repository.waiting(true);
        var turn = waiting < MOST_WAITING ? now : now.plus(Duration.ofMinutes(waiting / settings.getRate()));
        var last = repository.firstAttempts(kind.key(), sealer.keys(address), MOST_IN_AN_HOUR);
        if (last.size() < MOST_IN_AN_HOUR) {
            return turn;
        }
        var free = last.getLast().plus(HOUR);
        return free.isAfter(turn) ? free : turn;
    }

    /**
     * Lets nothing tell any more that a citizen was written: the mark of the address goes, and what is left from before letters were sealed. What
     * is still to be sent is owed; it lies sealed, and is blank once it was sent or given up.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String address) {
        repository.to(sealer.keys(address), address).stream()
                .filter(letter -> letter.getState() != Letter.State.WAITING)
                .forEach(Letter::forget);
    }
}
