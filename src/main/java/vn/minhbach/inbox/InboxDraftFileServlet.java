package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.ListState;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.TypedForm;

/** Takes the files that are to go with an answer: a form to fill in, a decision, a plan. */
@Door(
        path = InboxDraftFileServlet.PATH,
        methods = Method.POST,
        parameters = {
            InboxItemPage.NUMBER,
            QueueGap.BEFORE,
            QueueGap.AFTER,
            InboxPage.VIEW,
            InboxPage.KIND,
            InboxPage.UNIT,
            ListState.FILTER,
            ListState.SORT,
            ListState.PAGE
        },
        permission = Permission.ANSWER_INBOX,
        english = true,
        longestBody = AskPage.LONGEST)
@WebServlet({InboxDraftFileServlet.PATH, "/en" + InboxDraftFileServlet.PATH})
public class InboxDraftFileServlet extends OfficeFileServlet {

    static final String PATH = InboxDraftPage.PATH + "/tep";

    private static final long serialVersionUID = 1L;

    @Inject
    transient EnclosureDeskService files;

    @Inject
    transient InboxDraftService drafts;

    @Override
    String place() {
        return InboxDraftPage.PATH + visit.getPath().substring(PATH.length());
    }

    @Override
    void requireRoom(TypedForm before) {
        drafts.requireRoom(id(), files.unit(id()));
    }

    @Override
    String keep(TypedForm before, Enclosures.Brought brought) {
        return drafts.bring(id(), files.unit(id()), brought);
    }

    private long id() {
        var given = visit.parameter(InboxItemPage.NUMBER);
        return given.matches("\\d{1,18}") ? Long.parseLong(given) : 0;
    }
}
