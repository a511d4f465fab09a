package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.TypedForm;

/** Takes the files of what somebody takes down: the letter that was scanned, what was attached to a mail. */
@Door(
        path = InboxSlipFileServlet.PATH,
        methods = Method.POST,
        parameters = InboxPage.KIND,
        permission = Permission.MODERATE_INBOX,
        english = true,
        longestBody = AskPage.LONGEST)
@WebServlet({InboxSlipFileServlet.PATH, "/en" + InboxSlipFileServlet.PATH})
public class InboxSlipFileServlet extends OfficeFileServlet {

    static final String PATH = InboxTakeDownPage.PATH + "/tep";

    private static final long serialVersionUID = 1L;

    @Inject
    transient InboxService inbox;

    @Inject
    transient InboxSlipService slips;

    @Override
    String place() {
        return InboxTakeDownPage.PATH + visit.getPath().substring(PATH.length());
    }

    @Override
    void requireRoom(TypedForm before) {
        slips.requireRoom(kind(), before.line(EnclosureForm.TOKEN));
    }

    @Override
    String keep(TypedForm before, Enclosures.Brought brought) {
        return slips.bring(kind(), before.line(EnclosureForm.TOKEN), brought);
    }

    private String kind() {
        var kind = inbox.bySlug(visit.parameter(InboxPage.KIND));
        return kind == null ? "" : kind.getKey();
    }
}
