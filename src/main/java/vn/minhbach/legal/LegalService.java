package vn.minhbach.legal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.Keeping;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/**
 * The limits of the law and the working calendar: what they say, and how the office keeps them. Whoever has due days by them is told of a
 * change in the transaction that makes it.
 */
@ApplicationScoped
@Transactional
public class LegalService {

    @Inject
    LegalRepository repository;

    @Inject
    Keeping keeping;

    @Inject
    ChangeLog changes;

    @Inject
    Derived<Law> known;

    @Inject
    @Any
    Instance<ClockUser> users;

    private @Nullable List<ClockUser> usersOfTest;

    /** All rules and the calendar as they are. */
    public Law law() {
        return known.get(this::read);
    }

    private Law read() {
        return new Law(repository.days(), repository.rules());
    }

    /** The same over a transaction of somebody else's. */
    public static LegalService over(
            EntityManager em, CurrentActor actors, Clock clock, Derived<Law> known, List<ClockUser> users) {
        var service = new LegalService();
        service.repository = new LegalRepository(em);
        service.keeping = Keeping.over(em, actors, clock);
        service.changes = new ChangeLog(em, clock);
        service.known = known;
        service.usersOfTest = users;
        return service;
    }

    private Stream<ClockUser> users() {
        var given = usersOfTest;
        return given == null ? users.stream() : given.stream();
    }

    /** The kinds of matters for which there may be rules, with their names. */
    public Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        users().forEach(user -> kinds.putAll(user.kinds()));
        return kinds;
    }

    // The calendar

    private CalendarDayStore days() {
        return new CalendarDayStore(
                repository,
                changes,
                row -> changed(
                        "legal.changed.day",
                        Time.date(LocalDate.parse(row.get("day"))) + " (" + row.get("title") + ")"));
    }

    public List<KeptRow> dayRows() {
        return days().all();
    }

    public Optional<KeptRow> dayRow(long id) {
        return days().find(id);
    }

    @Permit(Permission.KEEP_LEGAL_RULES)
    @Subject
    public long addDay(Map<String, String> typed) {
        return keeping.add(days(), typed);
    }

    /** @return the line of the history by which it can be taken back; 0 if nothing changed */
    @Permit(Permission.KEEP_LEGAL_RULES)
    public long changeDay(@Subject long id, long version, Map<String, String> typed) {
        return keeping.change(days(), id, version, typed);
    }

    @Permit(Permission.KEEP_LEGAL_RULES)
    public Optional<Removal> removeDay(@Subject long id) {
        return keeping.remove(days(), id);
    }

    @Permit(Permission.KEEP_LEGAL_RULES)
    public String undoDay(@Subject long entry) {
        return keeping.undo(days(), entry);
    }

    public List<HistoryEntry> dayHistory() {
        return keeping.history(days());
    }

    public List<HistoryEntry> dayHistory(long id) {
        return keeping.history(days(), id);
    }

    // The rules

    private TimeRuleStore rules() {
        return new TimeRuleStore(
                repository, kinds().keySet(), changes, row -> changed("legal.changed.rule", row.get("basis")));
    }

    public List<KeptRow> ruleRows() {
        return rules().all();
    }

    public Optional<KeptRow> ruleRow(long id) {
        return rules().find(id);
    }

    @Permit(Permission.KEEP_LEGAL_RULES)
    @Subject
    public long addRule(Map<String, String> typed) {
        return keeping.add(rules(), typed);
    }

    /** @return the line of the history by which it can be taken back; 0 if nothing changed */
    @Permit(Permission.KEEP_LEGAL_RULES)
    public long changeRule(@Subject long id, long version, Map<String, String> typed) {
        return keeping.change(rules(), id, version, typed);
    }

    @Permit(Permission.KEEP_LEGAL_RULES)
    public Optional<Removal> removeRule(@Subject long id) {
        return keeping.remove(rules(), id);
    }

    @Permit(Permission.KEEP_LEGAL_RULES)
    public String undoRule(@Subject long entry) {
        return keeping.undo(rules(), entry);
    }

    public List<HistoryEntry> ruleHistory() {
        return keeping.history(rules());
    }

    public List<HistoryEntry> ruleHistory(long id) {
        return keeping.history(rules(), id);
    }

    /** What is due is found by what is kept now, not by what was known when the transaction began. */
    private void changed(String key, String what) {
        var law = read();
        var why = Words.VIETNAMESE.text(key, what);
        users().forEach(user -> user.reckonAgain(law, why));
    }
}
