package vn.minhbach.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.Screen;
import vn.minhbach.procedure.ImportRun;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.search.IndexState;
import vn.minhbach.search.SearchService;
import vn.minhbach.web.Door;
import vn.minhbach.web.Kinds;

/** Backs {@code /quan-tri}: how the portal fares, at a glance. */
@Door(path = "/quan-tri", permission = Permission.ENTER_OFFICE)
@Screen(name = "dashboard.title", order = 10)
@Named
@RequestScoped
public class DashboardPage {

    @Inject
    Kinds kinds;

    @Inject
    ProcedureService procedures;

    @Inject
    SearchService search;

    @Inject
    ChangeLog log;

    private List<Count> counts = List.of();
    private @Nullable IndexState index;
    private @Nullable ImportRun lastImport;
    private long position;

    /** How many of a kind there are: those the public sees, and all. */
    public record Count(String key, long published, long total) {}

    public void load() {
        counts = kinds.all().stream()
                .flatMap(kind -> kind.counts().stream()
                        .map(count -> new Count(kind.labelKey(), count.published(), count.total())))
                .toList();
        index = search.state();
        position = log.position();
        lastImport = procedures.lastImport().orElse(null);
    }

    public List<Count> getCounts() {
        return counts;
    }

    public @Nullable IndexState getIndex() {
        return index;
    }

    /** The last position in the change log. */
    public long getPosition() {
        return position;
    }

    public @Nullable ImportRun getLastImport() {
        return lastImport;
    }
}
