package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/**
 * Keeps what is typed of an answer while it is typed; {@code desk.js} sends it every few seconds. Answers with the moment at which it was
 * kept; 403 if the session has ended. Since an answer names people, the browser keeps nothing of it beyond the tab.
 */
@Door(
        path = InboxDraftServlet.PATH,
        methods = Method.POST,
        permission = Permission.ANSWER_INBOX,
        longestBody = InboxDraftPage.LONGEST)
@WebServlet(InboxDraftServlet.PATH)
public class InboxDraftServlet extends HttpServlet {

    static final String PATH = InboxPage.PATH + "/giu-ban-soan";

    private static final long serialVersionUID = 1L;

    @Inject
    transient InboxDeskService desk;

    @Inject
    transient InboxDraftService drafts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var key = given(request, "key");
        var base = given(request, "base");
        try {
            var id = key.matches("\\d{1,18}") ? Long.parseLong(key) : 0;
            var unit = desk.unitOf(id).orElseThrow(() -> new NotFoundException(InboxDeskService.KIND, key));
            var at = drafts.keepTyped(
                    id,
                    unit,
                    base.matches("\\d{1,9}") ? Integer.parseInt(base) : 0,
                    SaidOfDeed.answer(
                            given(request, "answer"),
                            given(request, "title"),
                            given(request, "question"),
                            given(request, "publicAnswer")));
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print(Time.minute(at));
        } catch (RuleBrokenException | ChangedMeanwhileException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        } catch (NotFoundException e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String given(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
