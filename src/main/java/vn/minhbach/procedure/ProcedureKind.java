package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.ItemKind;

/** Procedures, as the common parts of the editorial board know them. */
@ApplicationScoped
public class ProcedureKind implements ItemKind {

    @Inject
    ProcedureBoardService board;

    @Inject
    ProcedureDeskService desk;

    @Override
    public String kind() {
        return ProcedureService.KIND;
    }

    @Override
    public Permission permission(Deed.Right right) {
        return ProcedureBoardService.permission(right);
    }

    @Override
    public String screen(long id) {
        return ProcedureEditPage.path(desk.code(id));
    }

    @Override
    public void release(long id, Instant due) {
        board.release(id, due);
    }

    /** Procedures have no day on which they are archived: what is out of force is abolished, and stays. */
    @Override
    public void expire(long id, Instant due) {}

    /** What nobody came back for is forgotten for all kinds at once. */
    @Override
    public void daily() {
        board.remind();
    }
}
