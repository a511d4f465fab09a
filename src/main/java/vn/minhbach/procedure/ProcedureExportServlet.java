package vn.minhbach.procedure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.ListState;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/** {@code /quan-tri/thu-tuc/xuat}: the public procedures of a list as a file, filtered and ordered as on the screen. */
@Door(
        path = ProcedureExportServlet.PATH,
        parameters = {
            ProcedureExportServlet.FORM,
            ProceduresDeskPage.VIEW,
            ProceduresDeskPage.FIELD,
            ProceduresDeskPage.AGENCY,
            ProceduresDeskPage.STATUS,
            ListState.FILTER,
            ListState.SORT
        },
        permission = Permission.WRITE_PROCEDURES)
@WebServlet(ProcedureExportServlet.PATH)
public class ProcedureExportServlet extends HttpServlet {

    static final String PATH = ProceduresDeskPage.PATH + "/xuat";

    /** {@code csv}, {@code json} or {@code xlsx}. */
    static final String FORM = "dang";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProcedureDeskService desk;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = ProceduresDeskPage.query(visit);
        var filter = vn.minhbach.shared.Text.cut(visit.parameter(ListState.FILTER), 100);
        var sort = visit.parameter(ListState.SORT);
        var column = sort.startsWith("-") ? sort.substring(1) : sort;
        var known = ProcedureDeskService.COLUMNS.contains(column);
        var state = new ListState(filter, known ? column : "", known && sort.startsWith("-"), 1);
        var export = new ProcedureExport(desk.codes(query, state), desk::records);
        switch (visit.parameter(FORM)) {
            case "json" -> {
                begin(response, "application/json;charset=UTF-8", "thu-tuc.json");
                export.json(response.getOutputStream());
            }
            case "xlsx" -> {
                begin(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "thu-tuc.xlsx");
                export.xlsx(response.getOutputStream());
            }
            default -> {
                begin(response, "text/csv;charset=UTF-8", "thu-tuc.csv");
                export.csv(response.getOutputStream());
            }
        }
    }

    private static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
