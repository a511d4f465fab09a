package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.time.Instant;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.KeepTypedServlet;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Keeps what is typed of an answer. Since it names people, the browser keeps nothing of it beyond the tab. */
@Door(
        path = InboxDraftServlet.PATH,
        methods = Method.POST,
        permission = Permission.ANSWER_INBOX,
        longestBody = InboxDraftPage.LONGEST)
@WebServlet(InboxDraftServlet.PATH)
public class InboxDraftServlet extends KeepTypedServlet {

    static final String PATH = InboxPage.PATH + "/giu-ban-soan";

    private static final long serialVersionUID = 1L;

    @Inject
    transient InboxDeskService desk;

    @Inject
    transient InboxDraftService drafts;

    @Override
    protected Instant keep(Typed typed) {
        var id = typed.number();
        var unit = desk.unitOf(id).orElseThrow(() -> new NotFoundException(InboxDeskService.KIND, typed.key()));
        return drafts.keepTyped(
                id,
                unit,
                typed.base(),
                SaidOfDeed.answer(
                        typed.get("answer"), typed.get("title"), typed.get("question"), typed.get("publicAnswer")));
    }
}
