package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import vn.minhbach.desk.RowService;

/** Arranges the life events under which citizens look for procedures. */
@ApplicationScoped
@Transactional
public class LifeEventService implements RowService {

    @Inject
    ProcedureRepository procedures;

    @Inject
    Keeping keeping;

    @Inject
    ChangeLog changes;

    private LifeEventStore store() {
        return new LifeEventStore(procedures, changes);
    }

    @Override
    public List<KeptRow> rows() {
        return store().all();
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return store().find(id);
    }

    @Override
    @Permit(Permission.KEEP_SITE)
    @Subject
    public long add(Map<String, String> typed) {
        return keeping.add(store(), typed);
    }

    /** @return the line of the history by which it can be taken back; 0 if nothing changed */
    @Override
    @Permit(Permission.KEEP_SITE)
    public long change(@Subject long id, long version, Map<String, String> typed) {
        return keeping.change(store(), id, version, typed);
    }

    @Override
    @Permit(Permission.KEEP_SITE)
    public Optional<Removal> remove(@Subject long id) {
        return keeping.remove(store(), id);
    }

    @Override
    @Permit(Permission.KEEP_SITE)
    public long move(@Subject long id, int by) {
        return keeping.move(store(), id, by);
    }

    @Override
    @Permit(Permission.KEEP_SITE)
    public long place(@Subject long id, @Subject long onto) {
        return keeping.place(store(), id, onto);
    }

    @Override
    @Permit(Permission.KEEP_SITE)
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
