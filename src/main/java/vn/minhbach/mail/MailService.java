package vn.minhbach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.shared.RuleBrokenException;

/** The letters on their way. */
@ApplicationScoped
@Transactional
public class MailService {

    private static final Duration WHILE_OFF = Duration.ofMinutes(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(90);

    /** Longer than any limit looks back. */
    private static final Duration MARKED = Duration.ofDays(1);

    @Inject
    MailRepository repository;

    @Inject
    MailSettings settings;

    @Inject
    Alarm alarm;

    @Inject
    Clock clock;

    @Inject
    LetterSealer sealer;

    protected MailService() {}

    /** Without a server, for tests. */
    static MailService over(EntityManager em, MailSettings settings, Alarm alarm, Clock clock, LetterSealer sealer) {
        var service = new MailService();
        service.repository = new MailRepository(em);
        service.settings = settings;
        service.alarm = alarm;
        service.clock = clock;
        service.sealer = sealer;
        return service;
    }

    /**
     * Begins an attempt.
     *
     * @return the letter; nothing if it is not this letter's turn any more
     */
    @Permit(Permission.RUN_PORTAL)
    public Optional<Outgoing> begin(long id, int turn) {
        var letter = repository.hold(id);
        if (letter == null || !letter.isWaiting(turn)) {
            return Optional.empty();
        }
        var now = now();
        var opened = sealer.open(letter);
        if (opened.isEmpty()) {
            // A key that comes back opens it again: nothing is given up.
            postpone(letter, MailProblem.KEY, now.plus(WHILE_OFF));
            return Optional.empty();
        }
        if (letter.isTooOld(now)) {
            letter.failed(MailProblem.TOO_OLD, "", now);
            return Optional.empty();
        }
        if (!settings.isOn()) {
            postpone(letter, MailProblem.OFF, now.plus(WHILE_OFF));
            return Optional.empty();
        }
        if (repository.sentSince(now.minus(MINUTE)) >= settings.getRate()) {
            postpone(letter, letter.getProblem(), now.plus(MINUTE));
            return Optional.empty();
        }
        letter.tried();
        return opened;
    }

    private void postpone(Letter letter, MailProblem problem, Instant until) {
        letter.postpone(problem, until);
        alarm.set(letter.number(), letter.getTurn(), until);
    }

    @Permit(Permission.RUN_PORTAL)
    public void sent(long id, int turn) {
        var letter = repository.hold(id);
        if (letter != null && letter.isWaiting(turn)) {
            letter.sent(now());
        }
    }

    @Permit(Permission.RUN_PORTAL)
    public void failed(long id, int turn, MailProblem problem, String answer) {
        var letter = repository.hold(id);
        if (letter != null && letter.isWaiting(turn) && letter.failed(problem, answer, now())) {
            alarm.set(id, letter.getTurn(), letter.getNextAttempt());
        }
    }

    /** Looks after letters of which nobody was reminded, and forgets those that arrived long ago. */
    @Permit(Permission.RUN_PORTAL)
    public void care() {
        var now = now();
        for (var letter : repository.overdue(now.minus(FORGOTTEN))) {
            letter.again(now);
            alarm.set(letter.number(), letter.getTurn(), now);
        }
        repository.forgetBefore(now.minus(KEPT));
        repository.forgetKeysBefore(now.minus(MARKED));
    }

    /**
     * Tries a letter again that was given up.
     *
     * @return for whom it is
     * @throws RuleBrokenException if it is on its way or there, or its secret has ended
     */
    @Permit(Permission.KEEP_MAIL)
    public String retry(@Subject long id) {
        var letter = repository.hold(id);
        if (letter == null || !letter.isRetryable()) {
            throw new RuleBrokenException("mail.error.retry");
        }
        letter.retry(now());
        alarm.set(id, letter.getTurn(), letter.getNextAttempt());
        return letter.getAddress();
    }

    /** The numbers of the letters of a list, in its order. */
    public List<Long> numbers(String filter, String column, boolean descending) {
        return repository.numbers(filter, column, descending);
    }

    /** The letters with these numbers, in any order. */
    public List<Letter> letters(List<Long> numbers) {
        return repository.letters(numbers);
    }

    /** How many letters are in which state; a state that none is in is missing. */
    public Map<Letter.State, Long> counts() {
        return repository.counts();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
