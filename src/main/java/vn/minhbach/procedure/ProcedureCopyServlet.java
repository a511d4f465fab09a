package vn.minhbach.procedure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/**
 * Keeps what is typed into the form of a procedure while it is typed; {@code desk.js} sends it every few seconds. Answers with the
 * moment at which it was kept; 403 if the session has ended, and then the browser keeps it.
 */
@Door(
        path = ProcedureCopyServlet.PATH,
        methods = Method.POST,
        permission = Permission.WRITE_PROCEDURES,
        longestBody = ProcedureEditPage.LONGEST)
@WebServlet(ProcedureCopyServlet.PATH)
public class ProcedureCopyServlet extends HttpServlet {

    static final String PATH = ProceduresDeskPage.PATH + "/giu-ban-soan";

    private static final String KEY = "key";
    private static final String BASE = "base";
    private static final long serialVersionUID = 1L;

    @Inject
    transient ProcedureDeskService desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var base = given(request, BASE);
        var fields = new LinkedHashMap<String, String>();
        Collections.list(request.getParameterNames()).stream()
                .filter(name -> !name.equals(KEY) && !name.equals(BASE))
                .forEach(name -> fields.put(name, given(request, name)));
        try {
            var kept = desk.keepUnsaved(
                    given(request, KEY),
                    base.matches("\\d{1,9}") ? Integer.parseInt(base) : 0,
                    given(request, ProcedureParts.TITLE),
                    ProcedureForm.written(fields));
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print(Time.minute(kept.keptAt()));
        } catch (RuleBrokenException e) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (NotFoundException e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String given(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
