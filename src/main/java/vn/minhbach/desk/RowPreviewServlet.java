package vn.minhbach.desk;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/** Shows the public page of a row as it would be if what is typed in its form ({@link SeenRowPage}) were kept. For the one who typed it only; never cached. */
public abstract class RowPreviewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RowDrafts drafts;

    @Inject
    protected transient Views views;

    @Inject
    protected transient Visit visit;

    /** The draft of a kind that the address names. @param form where one comes back to it */
    protected RowDrafts.Draft draft(String kind, String form) {
        var draft = draft();
        if (!draft.kind().equals(kind)) {
            throw new NotFoundException("draft", visit.parameter(RowDrafts.DRAFT));
        }
        comeBack(draft, form);
        return draft;
    }

    /** The draft that the address names, of whatever kind. */
    protected RowDrafts.Draft draft() {
        var number = visit.parameter(RowDrafts.DRAFT);
        return drafts.find(number).orElseThrow(() -> new NotFoundException("draft", number));
    }

    /** Has the page say that it is a draft, and lead back to its form. */
    protected void comeBack(RowDrafts.Draft draft, String form) {
        var row = draft.row() == 0 ? "" : RowPage.ROW + "=" + draft.row() + "&";
        visit.showDraft(visit.url(form + (form.contains("?") ? "&" : "?") + row + RowDrafts.DRAFT + "="
                + visit.parameter(RowDrafts.DRAFT)));
    }
}
