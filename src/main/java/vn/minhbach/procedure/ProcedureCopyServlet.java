package vn.minhbach.procedure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.time.Instant;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.KeepTypedServlet;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Keeps what is typed into the form of a procedure. */
@Door(
        path = ProcedureCopyServlet.PATH,
        methods = Method.POST,
        permission = Permission.WRITE_PROCEDURES,
        longestBody = ProcedureEditPage.LONGEST)
@WebServlet(ProcedureCopyServlet.PATH)
public class ProcedureCopyServlet extends KeepTypedServlet {

    static final String PATH = ProceduresDeskPage.PATH + "/giu-ban-soan";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProcedureDeskService desk;

    @Override
    protected Instant keep(Typed typed) {
        return desk.keepUnsaved(
                        typed.key(),
                        typed.base(),
                        typed.get(ProcedureParts.TITLE),
                        ProcedureForm.written(typed.fields()))
                .keptAt();
    }
}
