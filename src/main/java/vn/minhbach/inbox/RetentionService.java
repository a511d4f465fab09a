package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.account.Audit;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/**
 * Lets go of senders whose submissions were kept for as long as the office needs them, and says beforehand how many those will be. Without a key
 * nothing is let go of: what cannot be read may be wanted once the key is back.
 */
@ApplicationScoped
@Transactional
public class RetentionService {

    /** So many days ahead the office is told. */
    static final int AHEAD = 30;

    private static final int PIECE = 50;

    @Inject
    InboxRepository repository;

    @Inject
    InboxRowRepository rows;

    @Inject
    SenderRepository senders;

    @Inject
    SenderErasure erasure;

    @Inject
    FieldCipher cipher;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    protected RetentionService() {}

    /** Without a server, for tests. */
    RetentionService(
            InboxRepository repository,
            InboxRowRepository rows,
            SenderRepository senders,
            SenderErasure erasure,
            FieldCipher cipher,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.senders = senders;
        this.erasure = erasure;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    private LocalDate today() {
        return Time.day(clock.instant());
    }

    /** Of a day that has not ended nobody can say that something was kept that long. */
    private LocalDate yesterday() {
        return today().minusDays(1);
    }

    /** The numbers of some that were kept long enough, in order, from the one behind that number on. Without a key there are none. */
    public List<Long> due(long after) {
        if (!cipher.isReady()) {
            return List.of();
        }
        var all = rows.retentions();
        var due = new ArrayList<Long>();
        for (var kind : rows.kinds()) {
            Retention.of(all, kind.getKey(), today())
                    .ifPresent(rule ->
                            due.addAll(senders.keptSince(kind.getKey(), rule.before(yesterday()), after, PIECE)));
        }
        return due.stream().sorted().limit(PIECE).toList();
    }

    /** Lets go of the sender of one that was kept long enough, which stands in the audit. What was touched again meanwhile stays as it is. */
    @Permit(Permission.RUN_PORTAL)
    public void anonymise(@Subject long id) {
        var submission = repository.find(id).orElse(null);
        if (submission == null
                || submission.isAnonymous()
                || submission.getState().isOpen()
                || !cipher.isReady()) {
            return;
        }
        Retention.of(rows.retentions(), submission.getKind(), today())
                .filter(rule -> submission.getUpdatedAt().isBefore(rule.before(yesterday())))
                .ifPresent(rule -> anonymise(submission, rule));
    }

    private void anonymise(Submission submission, Retention rule) {
        erasure.anonymise(
                submission,
                Actor.PORTAL.name(),
                Words.VIETNAMESE.text("inbox.anonymised.kept", rule.getMonths(), rule.getBasis()));
        audit.done(
                Actor.PORTAL,
                new Audit.Deed(
                        Permission.RUN_PORTAL.name(),
                        "RetentionService.anonymise",
                        Long.toString(submission.number())));
    }

    /**
     * What will be let go of.
     *
     * @param months for how long it is kept; 0 for good
     * @param soon how many will be let go of within {@link #AHEAD} days
     */
    public record Outlook(String kind, int months, long soon) implements Serializable {}

    public List<Outlook> outlook() {
        var all = rows.retentions();
        var day = today().plusDays(AHEAD);
        var kinds = rows.kinds();
        var ruled = new LinkedHashMap<SubmissionKind, Retention>();
        kinds.forEach(kind -> Retention.of(all, kind.getKey(), day).ifPresent(rule -> ruled.put(kind, rule)));
        var counts = senders.countKeptSince(ruled.entrySet().stream()
                        .map(each -> new SenderRepository.KeptSince(
                                each.getKey().getKey(), each.getValue().before(day.minusDays(1))))
                        .toList())
                .iterator();
        var outlook = new ArrayList<Outlook>();
        for (var kind : kinds) {
            var rule = ruled.get(kind);
            outlook.add(
                    rule == null
                            ? new Outlook(kind.name("vi"), 0, 0)
                            : new Outlook(kind.name("vi"), rule.getMonths(), counts.next()));
        }
        return outlook;
    }

    /**
     * A term that is still to begin.
     *
     * @param from its first day
     * @param reaches how many will be let go of on that day, if nothing more is done with them
     */
    public record Coming(String kind, LocalDate from, int months, long reaches) implements Serializable {}

    /** The terms that are still to begin, the next one first. */
    public List<Coming> coming() {
        var names = rows.kinds().stream().collect(Collectors.toMap(SubmissionKind::getKey, kind -> kind.name("vi")));
        var terms = rows.retentions().stream()
                .filter(row ->
                        row.isApplied() && row.getValidFrom().isAfter(today()) && names.containsKey(row.getKind()))
                .sorted(Comparator.comparing(Retention::getValidFrom))
                .toList();
        var counts = senders.countKeptSince(terms.stream()
                        .map(row -> new SenderRepository.KeptSince(
                                row.getKind(), row.before(row.getValidFrom().minusDays(1))))
                        .toList())
                .iterator();
        return terms.stream()
                .map(row -> new Coming(
                        names.getOrDefault(row.getKind(), ""), row.getValidFrom(), row.getMonths(), counts.next()))
                .toList();
    }

    /** How many will be let go of within {@link #AHEAD} days. */
    public long soon() {
        return outlook().stream().mapToLong(Outlook::soon).sum();
    }

    /** Of how many submissions nobody knows any more who sent them. */
    public long anonymous() {
        return senders.anonymous();
    }
}
