package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.Keeping;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowService;
import vn.minhbach.shared.Time;

/** Arranges the sections under which articles stand. */
@ApplicationScoped
@Transactional
public class SectionService implements RowService {

    @Inject
    SectionRepository sections;

    @Inject
    ArticleRepository articles;

    @Inject
    AttachmentService files;

    @Inject
    Keeping keeping;

    @Inject
    ChangeLog changes;

    @Inject
    Clock clock;

    private SectionStore store() {
        return new SectionStore(sections, files, changes);
    }

    /** All sections, those of the second level under their own, with how many articles this month has and is to have. */
    @Override
    public List<KeptRow> rows() {
        var all = store().all();
        var month = YearMonth.now(clock.withZone(Time.ZONE));
        var counts = articles.counts(
                month.atDay(1).atStartOfDay(Time.ZONE).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(Time.ZONE).toInstant());
        var tree = new ArrayList<KeptRow>();
        all.stream().filter(row -> row.get(SectionStore.PARENT).isEmpty()).forEach(row -> {
            tree.add(counted(row, counts));
            all.stream()
                    .filter(other -> other.get(SectionStore.PARENT).equals(Long.toString(row.id())))
                    .forEach(other -> tree.add(counted(other, counts)));
        });
        return tree;
    }

    private static KeptRow counted(KeptRow row, Map<Long, Long> counts) {
        var values = new HashMap<>(row.values());
        var count = counts.getOrDefault(row.id(), 0L);
        values.put("month", row.get("target").isEmpty() ? Long.toString(count) : count + "/" + row.get("target"));
        return new KeptRow(row.id(), row.version(), row.position(), values, row.updatedAt(), row.updatedBy());
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return store().find(id);
    }

    /**
     * A section as it would be if what is typed were kept. Nothing is kept.
     *
     * @throws vn.minhbach.shared.RuleBrokenException if it could not be kept
     */
    @Permit(value = Permission.ARRANGE_SECTIONS, audited = false)
    public Section previewed(RowDrafts.Draft draft) {
        return store().drafted(draft.row(), draft.typed());
    }

    @Override
    @Permit(Permission.ARRANGE_SECTIONS)
    @Subject
    public long add(Map<String, String> typed) {
        return keeping.add(store(), typed);
    }

    /** @return the line of the history by which it can be taken back; 0 if nothing changed */
    @Override
    @Permit(Permission.ARRANGE_SECTIONS)
    public long change(@Subject long id, long version, Map<String, String> typed) {
        return keeping.change(store(), id, version, typed);
    }

    /** @throws vn.minhbach.shared.RuleBrokenException if any article, public or not, stands under it */
    @Override
    @Permit(Permission.ARRANGE_SECTIONS)
    public Optional<Removal> remove(@Subject long id) {
        return keeping.remove(store(), id);
    }

    @Override
    @Permit(Permission.ARRANGE_SECTIONS)
    public long move(@Subject long id, int by) {
        return keeping.move(store(), id, by);
    }

    @Override
    @Permit(Permission.ARRANGE_SECTIONS)
    public long place(@Subject long id, @Subject long onto) {
        return keeping.place(store(), id, onto);
    }

    @Override
    @Permit(Permission.ARRANGE_SECTIONS)
    public String undo(@Subject long entry) {
        return keeping.undo(store(), entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return keeping.history(store());
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return keeping.history(store(), id);
    }
}
