package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.Keeping;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Keeps the lists by which the site is run. All kinds have the same deeds: each is one transaction, with its line in the history by which it
 * can be taken back, and its place in the change log, by which every page follows.
 */
@ApplicationScoped
@Transactional
public class SiteService {

    /** The word in the change log for all that the frame shows. */
    static final String KIND = "site";

    @Inject
    SiteRowRepository rows;

    @Inject
    SiteRules rules;

    @Inject
    Keeping keeping;

    @Inject
    ChangeLog changes;

    @Inject
    Clock clock;

    /** For screens, which keep no clock. */
    public Instant now() {
        return clock.instant();
    }

    /** The rows of a kind, in order. */
    public List<KeptRow> rows(SiteKind kind) {
        return rows.all(kind).stream().map(SiteRow::toKept).toList();
    }

    /** All of them, in one query. */
    public Map<SiteKind, List<KeptRow>> rows() {
        var all = new EnumMap<SiteKind, List<KeptRow>>(SiteKind.class);
        for (var kind : SiteKind.values()) {
            all.put(kind, new ArrayList<>());
        }
        rows.all()
                .forEach(row -> all.computeIfAbsent(row.getKind(), unused -> new ArrayList<>())
                        .add(row.toKept()));
        return all;
    }

    public Optional<KeptRow> row(SiteKind kind, long id) {
        return rows.find(kind, id).map(SiteRow::toKept);
    }

    private SiteStore store(SiteKind kind) {
        return new SiteStore(rows, rules, changes, kind, true);
    }

    /**
     * Adds a row, at the end of its list.
     *
     * @throws RuleBrokenException if it says what it must not, or too little
     */
    @Permit(Permission.KEEP_SITE)
    @Subject
    public long add(@Subject SiteKind kind, Map<String, String> typed) {
        return keeping.add(store(kind), typed);
    }

    /**
     * Adds a row that comes with the portal. The table of doors is not read for it: at the start of the portal it would be read before
     * all servlets have declared theirs.
     */
    @Permit(Permission.RUN_PORTAL)
    public long bring(SiteKind kind, Map<String, String> values) {
        return keeping.add(new SiteStore(rows, rules, changes, kind, false), values);
    }

    /**
     * Says what a row says from now on.
     *
     * @param version that one has seen
     * @return the line of the history by which it can be taken back; 0 if nothing changed
     * @throws vn.minhbach.shared.ChangedMeanwhileException if it is another by now, or the row is gone
     */
    @Permit(Permission.KEEP_SITE)
    public long change(@Subject SiteKind kind, @Subject long id, long version, Map<String, String> typed) {
        return keeping.change(store(kind), id, version, typed);
    }

    /** @return by which the removal can be taken back; empty if there is nothing to remove or to take back */
    @Permit(Permission.KEEP_SITE)
    public Optional<Removal> remove(@Subject SiteKind kind, @Subject long id) {
        return keeping.remove(store(kind), id);
    }

    /** Moves a row up (-1) or down (1) among its neighbours: of a menu, the items of the same place under the same item. */
    @Permit(Permission.KEEP_SITE)
    public long move(@Subject SiteKind kind, @Subject long id, int by) {
        return keeping.move(store(kind), id, by);
    }

    /** Puts a row where a neighbour stands. */
    @Permit(Permission.KEEP_SITE)
    public long place(@Subject SiteKind kind, @Subject long id, @Subject long onto) {
        return keeping.place(store(kind), id, onto);
    }

    /**
     * Takes a removal, a change or a move back.
     *
     * @return what the row is called
     * @throws RuleBrokenException if it cannot be taken back any more
     */
    @Permit(Permission.KEEP_SITE)
    public String undo(@Subject SiteKind kind, @Subject long entry) {
        return keeping.undo(store(kind), entry);
    }

    /** What was done last to rows of a kind. */
    public List<HistoryEntry> history(SiteKind kind) {
        return keeping.history(store(kind));
    }

    public List<HistoryEntry> history(SiteKind kind, long id) {
        return keeping.history(store(kind), id);
    }

    /**
     * What would be kept of what is typed.
     *
     * @throws RuleBrokenException if it could not be kept
     */
    Map<String, String> kept(RowDrafts.Draft draft) {
        var kind = kind(draft.kind());
        return rules.kept(kind, draft.typed(), draft.row(), rows(kind));
    }

    /**
     * What the site would show if what is typed were kept; of something that has a period, as if its time had come.
     *
     * @throws RuleBrokenException if it could not be kept
     */
    SiteContent previewed(RowDrafts.Draft draft) {
        var kind = kind(draft.kind());
        var all = rows();
        var of = new ArrayList<>(all.getOrDefault(kind, List.of()));
        var values = new LinkedHashMap<>(rules.kept(kind, draft.typed(), draft.row(), of));
        var now = clock.instant();
        if (values.containsKey("until")) {
            values.put("until", "");
            if (!Period.of(KeptRow.draft(0, values)).holds(now)) {
                values.put("from", "");
            }
        }
        var shown = KeptRow.draft(draft.row(), values);
        var at = of.stream().map(KeptRow::id).toList().indexOf(draft.row());
        if (at < 0) {
            // A new one would stand last; but what is looked at must be seen.
            of.add(kind == SiteKind.MENU || kind == SiteKind.BLOCK ? of.size() : 0, shown);
        } else {
            of.set(at, shown);
        }
        all.put(kind, of);
        return SiteContent.of(all, now);
    }

    /** The one row of a kind that has but one; empty on a portal of which nothing was set up yet. */
    Optional<KeptRow> only(SiteKind kind) {
        return rows(kind).stream().findFirst();
    }

    /** For whoever asks for a kind by its word. @throws NotFoundException if there is none */
    static SiteKind kind(String word) {
        return SiteKind.of(word).orElseThrow(() -> new NotFoundException("site-kind", word));
    }
}
