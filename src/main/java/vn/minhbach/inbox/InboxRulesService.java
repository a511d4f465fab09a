package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.Keeping;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.shared.Time;

/**
 * The rows by which the inbox is run: the kinds of submissions with their forms and what senders agree to, the wrong doors, and how long
 * what was sent is kept.
 */
@ApplicationScoped
@Transactional
public class InboxRulesService {

    @Inject
    InboxRowRepository repository;

    @Inject
    Keeping keeping;

    @Inject
    ChangeLog changes;

    @Inject
    Inbox inbox;

    @Inject
    Clock clock = Clock.systemUTC();

    protected InboxRulesService() {}

    /** The same over a transaction of somebody else's, of which the inbox works too. */
    static InboxRulesService over(EntityManager em, CurrentActor actors, Clock clock, Inbox inbox) {
        var service = new InboxRulesService();
        service.repository = new InboxRowRepository(em);
        service.keeping = Keeping.over(em, actors, clock);
        service.changes = new ChangeLog(em, clock);
        service.inbox = inbox;
        service.clock = clock;
        return service;
    }

    // Kinds

    private KindStore kinds() {
        return new KindStore(repository, changes);
    }

    public List<KeptRow> kindRows() {
        return kinds().all();
    }

    public Optional<KeptRow> kindRow(long id) {
        return kinds().find(id);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    @Subject
    public long addKind(Map<String, String> typed) {
        return keeping.add(kinds(), typed);
    }

    /** @return the line of the history by which it can be taken back; 0 if nothing changed */
    @Permit(Permission.KEEP_INBOX_RULES)
    public long changeKind(@Subject long id, long version, Map<String, String> typed) {
        return changing(() -> keeping.change(kinds(), id, version, typed));
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public Optional<Removal> removeKind(@Subject long id) {
        return keeping.remove(kinds(), id);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public long moveKind(@Subject long id, int by) {
        return keeping.move(kinds(), id, by);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public long placeKind(@Subject long id, long onto) {
        return keeping.place(kinds(), id, onto);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public String undoKind(@Subject long entry) {
        return changing(() -> keeping.undo(kinds(), entry));
    }

    /** Answers that were given wait for publication, or do not any more, as their kind says from now on. */
    private <T> T changing(Supplier<T> deed) {
        var before = publishable();
        var done = deed.get();
        var after = publishable();
        after.stream().filter(key -> !before.contains(key)).forEach(inbox::reckonAnswered);
        before.stream().filter(key -> !after.contains(key)).forEach(inbox::reckonAnswered);
        return done;
    }

    private Set<String> publishable() {
        return repository.kinds().stream()
                .filter(SubmissionKind::isPublishable)
                .map(SubmissionKind::getKey)
                .collect(Collectors.toSet());
    }

    public List<HistoryEntry> kindHistory() {
        return keeping.history(kinds());
    }

    public List<HistoryEntry> kindHistory(long id) {
        return keeping.history(kinds(), id);
    }

    /** Their names in Vietnamese, by their words, in their order. */
    public Map<String, String> kindNames() {
        var names = new LinkedHashMap<String, String>();
        repository.kinds().forEach(kind -> names.put(kind.getKey(), kind.name("vi")));
        return names;
    }

    /** What the sender of a submission agreed to, as they read it; empty if that was never kept. */
    public Optional<InboxConsent> consentOf(long submission) {
        return repository.consentOf(submission);
    }

    /** All that senders of a kind agreed to, the first one first. */
    public List<InboxConsent> consents(String kind) {
        return repository.consents(kind);
    }

    // Wrong doors

    private WrongDoorStore doors() {
        return new WrongDoorStore(repository, changes);
    }

    public List<KeptRow> doorRows() {
        return doors().all();
    }

    public Optional<KeptRow> doorRow(long id) {
        return doors().find(id);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    @Subject
    public long addDoor(Map<String, String> typed) {
        return keeping.add(doors(), typed);
    }

    /** @return the line of the history by which it can be taken back; 0 if nothing changed */
    @Permit(Permission.KEEP_INBOX_RULES)
    public long changeDoor(@Subject long id, long version, Map<String, String> typed) {
        return keeping.change(doors(), id, version, typed);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public Optional<Removal> removeDoor(@Subject long id) {
        return keeping.remove(doors(), id);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public long moveDoor(@Subject long id, int by) {
        return keeping.move(doors(), id, by);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public long placeDoor(@Subject long id, long onto) {
        return keeping.place(doors(), id, onto);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public String undoDoor(@Subject long entry) {
        return keeping.undo(doors(), entry);
    }

    public List<HistoryEntry> doorHistory() {
        return keeping.history(doors());
    }

    public List<HistoryEntry> doorHistory(long id) {
        return keeping.history(doors(), id);
    }

    // How long things are kept

    private RetentionStore retentions() {
        return new RetentionStore(repository, kindNames().keySet(), Time.day(clock.instant()), changes);
    }

    public List<KeptRow> retentionRows() {
        return retentions().all();
    }

    public Optional<KeptRow> retentionRow(long id) {
        return retentions().find(id);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    @Subject
    public long addRetention(Map<String, String> typed) {
        return keeping.add(retentions(), typed);
    }

    /** @return the line of the history by which it can be taken back; 0 if nothing changed */
    @Permit(Permission.KEEP_INBOX_RULES)
    public long changeRetention(@Subject long id, long version, Map<String, String> typed) {
        return keeping.change(retentions(), id, version, typed);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public Optional<Removal> removeRetention(@Subject long id) {
        return keeping.remove(retentions(), id);
    }

    @Permit(Permission.KEEP_INBOX_RULES)
    public String undoRetention(@Subject long entry) {
        return keeping.undo(retentions(), entry);
    }

    public List<HistoryEntry> retentionHistory() {
        return keeping.history(retentions());
    }

    public List<HistoryEntry> retentionHistory(long id) {
        return keeping.history(retentions(), id);
    }
}
