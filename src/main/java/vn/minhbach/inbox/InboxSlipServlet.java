package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.time.Instant;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.KeepTypedServlet;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Keeps what is typed of what somebody takes down. It names people, so the browser keeps nothing of it beyond the tab. */
@Door(
        path = InboxSlipServlet.PATH,
        methods = Method.POST,
        permission = Permission.MODERATE_INBOX,
        longestBody = InboxItemPage.LONGEST)
@WebServlet(InboxSlipServlet.PATH)
public class InboxSlipServlet extends KeepTypedServlet {

    static final String PATH = InboxTakeDownPage.PATH + "/giu-ban-soan";

    private static final char BETWEEN = '.';
    private static final long serialVersionUID = 1L;

    @Inject
    transient InboxSlipService slips;

    /** How the form calls what it keeps: of each kind one, and which form it is. */
    static String key(String kind, String token) {
        return kind + BETWEEN + token;
    }

    @Override
    protected Instant keep(Typed typed) {
        var end = typed.key().lastIndexOf(BETWEEN);
        return slips.keep(
                typed.key().substring(0, Math.max(0, end)), typed.key().substring(end + 1), typed.fields());
    }
}
