package vn.minhbach.desk;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * Shows the public page of a row as it would be if what is typed in its form ({@link SeenRowPage}) were kept. For the one who typed it only; never cached.
 * What could be kept when it was typed may be forbidden by now, since somebody else has taken the name: then the form is shown again, with what is typed
 * and with the reason.
 */
public abstract class RowPreviewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RowDrafts drafts;

    @Inject
    transient Pending pending;

    @Inject
    protected transient Views views;

    @Inject
    protected transient Visit visit;

    /**
     * The form in which a draft is written, without language, with the parameters that say of which kind it is.
     *
     * @throws NotFoundException if such drafts are not seen here
     */
    protected abstract String form(RowDrafts.Draft draft);

    /** @throws RuleBrokenException if it could not be kept by now */
    protected abstract void show(RowDrafts.Draft draft, HttpServletResponse response) throws IOException;

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = visit.parameter(RowDrafts.DRAFT);
        var draft = drafts.find(number).orElseThrow(() -> new NotFoundException("draft", number));
        var form = form(draft);
        var row = draft.row() == 0 ? "" : RowPage.ROW + "=" + draft.row() + "&";
        var back = form + (form.contains("?") ? "&" : "?") + row + RowDrafts.DRAFT + "=" + number;
        visit.showDraft(visit.url(back));
        try {
            show(draft, response);
        } catch (RuleBrokenException e) {
            pending.leave(back, Note.bad(visit.text(String.valueOf(e.getMessage()))));
            response.sendRedirect(visit.url(back));
        }
    }

    /** The form of a kind, where all drafts that are seen here are of it. */
    protected String form(RowDrafts.Draft draft, String kind, String form) {
        if (!draft.kind().equals(kind)) {
            throw new NotFoundException("draft", visit.parameter(RowDrafts.DRAFT));
        }
        return form;
    }
}
