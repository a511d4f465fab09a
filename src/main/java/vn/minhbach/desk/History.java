package vn.minhbach.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Who did what to which row of the back office, and what the row was before. It is written in the transaction that does it, and shown on the
 * screens; a removal can be taken back from it, once. Beside it the audit ({@code account.Audit}) says who used which permission.
 *
 * <p>A row's state is a map of names to texts. What begins with a dot belongs to the row, but is not shown. Never put in what a citizen
 * wrote, nor a secret.
 */
@ApplicationScoped
public class History {

    /** How much of it a screen shows at a time. */
    static final int SHOWN = 10;

    @Inject
    HistoryRepository entries;

    @Inject
    CurrentActor actors;

    @Inject
    HistoryPlace place;

    @Inject
    Clock clock;

    /** The same for whoever holds a transaction of their own. */
    public static History over(EntityManager em, CurrentActor actors, Clock clock) {
        var over = new History();
        over.entries = new HistoryRepository(em);
        over.actors = actors;
        over.place = HistoryPlace.at(0);
        over.clock = clock;
        return over;
    }

    /**
     * A row of a list.
     *
     * @param kind what it is: "search-word"
     * @param title how people call it
     */
    public record Row(String kind, String id, String title) {}

    /** Within the transaction that added it. @return the line that tells it */
    @Transactional(Transactional.TxType.MANDATORY)
    public long added(Row row, Map<String, String> after) {
        return write(row, HistoryEntry.Deed.ADDED, Map.of(), after);
    }

    /** @return the line that tells it */
    @Transactional(Transactional.TxType.MANDATORY)
    public long changed(Row row, Map<String, String> before, Map<String, String> after) {
        return write(row, HistoryEntry.Deed.CHANGED, before, after);
    }

    /** @return by which the removal can be taken back */
    @Transactional(Transactional.TxType.MANDATORY)
    public Removal removed(Row row, Map<String, String> before) {
        return new Removal(write(row, HistoryEntry.Deed.REMOVED, before, Map.of()), row.title());
    }

    private long write(Row row, HistoryEntry.Deed deed, Map<String, String> before, Map<String, String> after) {
        var entry = new HistoryEntry(
                clock.instant().truncatedTo(ChronoUnit.MICROS), actors.get().name(), row, deed, before, after);
        entries.add(entry);
        return Objects.requireNonNull(entry.getId());
    }

    /**
     * Takes a removal back: whoever gets an answer must put the row there again, in this transaction.
     *
     * @param kind of what may be put back there; whoever keeps the one may not take back what was done to the other
     * @param further kinds that are put back there as well
     * @return the removal, with the row as it was
     * @throws RuleBrokenException if somebody has taken it back already, or it is of another kind
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public HistoryEntry takeBack(long removal, String kind, String... further) {
        var entry = entries.find(removal)
                .filter(found ->
                        kind.equals(found.getKind()) || List.of(further).contains(found.getKind()))
                .orElse(null);
        if (entry == null || !entries.takeBack(removal)) {
            throw new RuleBrokenException("desk.undo.late");
        }
        write(
                new Row(entry.getKind(), entry.getRowId(), entry.getTitle()),
                HistoryEntry.Deed.RESTORED,
                Map.of(),
                entry.before());
        return entry;
    }

    /** All that was ever done to rows of a kind, the oldest first. */
    @Transactional
    public List<HistoryEntry> all(String kind) {
        return entries.all(kind);
    }

    /** A line of it. */
    @Transactional
    public Optional<HistoryEntry> entry(long id) {
        return entries.find(id);
    }

    /** Some lines of it, in any order; those that there are. */
    @Transactional
    public List<HistoryEntry> entries(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : entries.of(ids);
    }

    /** How rows of a kind were called last, by their ids; a row of which nothing is told is missing. */
    @Transactional
    public Map<String, String> titles(String kind, Collection<String> rowIds) {
        return rowIds.isEmpty() ? Map.of() : entries.titles(kind, rowIds);
    }

    /**
     * What was done to a row, the newest first, from where the screen at hand stands ({@link HistoryPlace}): a page of it, and one more if
     * there are older ones.
     */
    @Transactional
    public List<HistoryEntry> of(String kind, String rowId) {
        return entries.of(kind, rowId, behind(), SHOWN + 1);
    }

    /** The same of all rows of these kinds. */
    @Transactional
    public List<HistoryEntry> newest(Collection<String> kinds) {
        return entries.newest(kinds, behind(), SHOWN + 1);
    }

    private @Nullable HistoryEntry behind() {
        var line = place.behind();
        return line == 0 ? null : entries.find(line).orElse(null);
    }

    /** The removal of a row that is not there any more, if that is the last that was done to it. */
    @Transactional
    public Optional<Removal> removal(String kind, String rowId) {
        return entries.of(kind, rowId, null, 1).stream()
                .filter(HistoryEntry::isUndoable)
                .map(entry -> new Removal(Objects.requireNonNull(entry.getId()), entry.getTitle()))
                .findFirst();
    }
}
