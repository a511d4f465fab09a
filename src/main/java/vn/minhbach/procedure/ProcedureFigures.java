package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.minhbach.desk.Figure;
import vn.minhbach.editorial.DeskQuery;
import vn.minhbach.web.Visit;

/** What the board has before it of procedures in numbers, for the overview; each leads to the list that holds just as many. */
@ApplicationScoped
public class ProcedureFigures {

    @Inject
    ProcedureDeskService desk;

    @Inject
    Visit visit;

    /** What somebody of the board has to do. */
    public List<Figure> work() {
        return DeskQuery.WORK.stream()
                .map(view -> new Figure(
                        visit.text("DeskQuery.View." + view.name()),
                        desk.count(view),
                        visit.url(ProceduresDeskPage.path(view))))
                .toList();
    }
}
