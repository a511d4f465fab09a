package vn.minhbach.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;

/**
 * The deeds that all {@link KeptRow}s have: added, changed, removed, moved among their neighbours, and each of these taken back. What a
 * row was before and after stands in the {@link History}. A service calls these from its permitted methods, with its {@link RowStore}.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Keeping {

    /** What the history keeps beside the fields, so that a row can be put back as it was. */
    private static final String POSITION = "position";

    private static final String HIDDEN = ".";
    private static final String VERSION = ".version";
    private static final String UPDATED_AT = ".updatedAt";
    private static final String UPDATED_BY = ".updatedBy";

    @Inject
    History history;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** The same for whoever holds a transaction of their own. */
    public static Keeping over(EntityManager em, CurrentActor actors, Clock clock) {
        var over = new Keeping();
        over.history = History.over(em, actors, clock);
        over.actors = actors;
        over.clock = clock;
        return over;
    }

    /**
     * Adds a row, at the end of its list.
     *
     * @return the row's number
     */
    public long add(RowStore store, Map<String, String> typed) {
        var all = store.all();
        var values = store.checked(typed, 0, all);
        var last = all.stream().mapToInt(KeptRow::position).max().orElse(0);
        var id = store.insert(values, last + 1, now(), actors.get().name());
        var row = found(store, id);
        history.added(told(store, row), state(store, row));
        store.tell(row, true);
        return id;
    }

    /**
     * Says what a row says from now on.
     *
     * @param version that one has seen
     * @return the line of the history by which it can be taken back; 0 if nothing changed
     * @throws ChangedMeanwhileException if it is another by now, or the row is gone
     */
    public long change(RowStore store, long id, long version, Map<String, String> typed) {
        var row = store.find(id).orElse(null);
        if (row == null || row.version() != version) {
            throw new ChangedMeanwhileException(store.kind(), Long.toString(id));
        }
        return write(store, row, store.checked(typed, id, store.all()));
    }

    private long write(RowStore store, KeptRow row, Map<String, String> values) {
        var before = state(store, row);
        if (fields(store, values).equals(fields(store, before))) {
            return 0;
        }
        store.update(row.id(), values, now(), actors.get().name());
        var after = found(store, row.id());
        var entry = history.changed(told(store, after), before, state(store, after));
        store.tell(after, true);
        return entry;
    }

    /** @return by which the removal can be taken back; empty if there is nothing to remove or to take back */
    public Optional<Removal> remove(RowStore store, long id) {
        var row = store.find(id).orElse(null);
        if (row == null) {
            // Somebody was faster, or pressed twice: what they did can be taken back as well.
            return history.removal(store.kind(), Long.toString(id));
        }
        store.requireMayGo(row, store.all());
        store.delete(id);
        var removal = history.removed(told(store, row), state(store, row));
        store.tell(row, false);
        return Optional.of(removal);
    }

    /** Moves a row up (-1) or down (1) among its neighbours. @return the line of the history by which it can be taken back; 0 if it stayed */
    public long move(RowStore store, long id, int by) {
        var neighbours = neighbours(store, id);
        var from = indexOf(neighbours, id);
        var to = from + by;
        return from < 0 || to < 0 || to >= neighbours.size() ? 0 : arrange(store, neighbours, from, to);
    }

    /** Puts a row where a neighbour stands, and the neighbours between them one further. */
    public long place(RowStore store, long id, long onto) {
        var neighbours = neighbours(store, id);
        var from = indexOf(neighbours, id);
        var to = indexOf(neighbours, onto);
        if (from >= 0 && to < 0) {
            throw new RuleBrokenException("row.error.elsewhere");
        }
        return from < 0 || from == to ? 0 : arrange(store, neighbours, from, to);
    }

    private static List<KeptRow> neighbours(RowStore store, long id) {
        var row = store.find(id).orElse(null);
        return row == null || !store.isOrdered()
                ? List.of()
                : store.all().stream()
                        .filter(other -> store.areNeighbours(row, other))
                        .toList();
    }

    private static int indexOf(List<KeptRow> among, long id) {
        return among.stream().map(KeptRow::id).toList().indexOf(id);
    }

    private long arrange(RowStore store, List<KeptRow> neighbours, int from, int to) {
        var order = new ArrayList<>(neighbours);
        var moved = order.remove(from);
        order.add(to, moved);
        // The places that the neighbours have among all rows stay theirs; rows that share one are told apart.
        var place = 0;
        var became = 0;
        for (var i = 0; i < order.size(); i++) {
            place = Math.max(place + 1, neighbours.get(i).position());
            if (i == to) {
                became = place;
            }
            if (order.get(i).position() != place) {
                store.place(order.get(i).id(), place);
            }
        }
        var after = state(store, moved);
        after.put(POSITION, Integer.toString(became));
        var entry = history.changed(told(store, moved), state(store, moved), after);
        store.tell(moved, true);
        return entry;
    }

    /**
     * Takes a removal, a change or a move back; of a change, what it changed and nothing else.
     *
     * @return what the row is called
     * @throws RuleBrokenException if it cannot be taken back any more
     */
    public String undo(RowStore store, long line) {
        var entry = history.entry(line)
                .filter(found -> found.getKind().equals(store.kind()))
                .orElseThrow(() -> new RuleBrokenException("desk.undo.late"));
        if (entry.getDeed() == HistoryEntry.Deed.CHANGED) {
            takeChangeBack(store, entry);
        } else {
            putBack(store, history.takeBack(line, store.kind()));
        }
        return entry.getTitle();
    }

    private static void putBack(RowStore store, HistoryEntry removal) {
        var before = removal.before();
        var id = Long.parseLong(removal.getRowId());
        var values = new LinkedHashMap<>(store.checked(fields(store, before), id, store.all()));
        store.hidden().forEach(name -> values.put(name, before.getOrDefault(HIDDEN + name, "")));
        var row = new KeptRow(
                id,
                Long.parseLong(before.getOrDefault(VERSION, "1")),
                position(before),
                values,
                Instant.parse(before.getOrDefault(UPDATED_AT, Instant.EPOCH.toString())),
                before.getOrDefault(UPDATED_BY, ""));
        store.restore(row);
        store.tell(row, true);
    }

    private void takeChangeBack(RowStore store, HistoryEntry entry) {
        var id = Long.parseLong(entry.getRowId());
        var row = store.find(id).orElseThrow(() -> new RuleBrokenException("row.error.gone"));
        var before = entry.before();
        if (!fields(store, before).equals(fields(store, entry.after()))) {
            write(store, row, store.checked(entry.takenBackFrom(fields(store, row.values())), id, store.all()));
            return;
        }
        var neighbours = neighbours(store, id);
        var from = indexOf(neighbours, id);
        var wanted = position(before);
        var to = from;
        // Where it stood, as far as its neighbours are still there.
        while (to > 0 && wanted < row.position() && neighbours.get(to - 1).position() >= wanted) {
            to--;
        }
        while (to < neighbours.size() - 1
                && wanted > row.position()
                && neighbours.get(to + 1).position() <= wanted) {
            to++;
        }
        if (to != from) {
            arrange(store, neighbours, from, to);
        }
    }

    /** What was done last to rows of a kind. */
    public List<HistoryEntry> history(RowStore store) {
        return history.newest(List.of(store.kind()));
    }

    public List<HistoryEntry> history(RowStore store, long id) {
        return history.of(store.kind(), Long.toString(id));
    }

    private static KeptRow found(RowStore store, long id) {
        return store.find(id).orElseThrow(() -> new IllegalStateException(store.kind() + " " + id));
    }

    private static History.Row told(RowStore store, KeptRow row) {
        return new History.Row(store.kind(), Long.toString(row.id()), row.get(store.titleField()));
    }

    private static Map<String, String> state(RowStore store, KeptRow row) {
        var state = fields(store, row.values());
        if (store.isOrdered()) {
            state.put(POSITION, Integer.toString(row.position()));
        }
        store.hidden().forEach(name -> state.put(HIDDEN + name, row.get(name)));
        state.put(VERSION, Long.toString(row.version()));
        state.put(UPDATED_AT, row.updatedAt().toString());
        state.put(UPDATED_BY, row.updatedBy());
        return state;
    }

    private static int position(Map<String, String> state) {
        return Integer.parseInt(state.getOrDefault(POSITION, "1"));
    }

    private static Map<String, String> fields(RowStore store, Map<String, String> values) {
        var fields = new LinkedHashMap<String, String>();
        store.fields().forEach(field -> fields.put(field.name(), values.getOrDefault(field.name(), "")));
        return fields;
    }

    /** As precise as the database keeps it, so that what is told of a row is what is read back. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
