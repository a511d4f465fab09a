package vn.minhbach.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Method;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * {@code /dang-nhap/khoa}: signing in by a passkey. Asked without an answer, it tells the browser what the device must sign; the answer
 * lets its owner in, with no name and no password. A passkey is two things at once, the device and what unlocks it.
 */
@Door(
        path = PasskeyServlet.PATH,
        methods = Method.POST,
        parameters = Next.PARAMETER,
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({PasskeyServlet.PATH, "/en" + PasskeyServlet.PATH})
public class PasskeyServlet extends HttpServlet {

    static final String PATH = "/dang-nhap/khoa";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ANSWER = 20_000;
    private static final int LONGEST_CHALLENGE = 100;
    private static final int UNPROCESSABLE = 422;

    /** All who sign in by a passkey are counted as one, by where they come from. */
    private static final String ANYBODY = "passkey";

    private static final int MOST_ASKED = 100;

    @Inject
    transient SecondFactors factors;

    @Inject
    transient PasskeyCheck passkeys;

    @Inject
    transient Throttle throttle;

    @Inject
    transient SignInForm form;

    @Inject
    transient Entrance entrance;

    @Inject
    transient StrangerAudit audit;

    @Inject
    transient Forwarded forwarded;

    @Inject
    transient Visit visit;

    @Inject
    transient Views views;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = Text.cut(given(request, "answer"), LONGEST_ANSWER);
        var address = forwarded.client(request);
        if (answer.isEmpty()) {
            if (throttle.tooOften(ANYBODY, address, MOST_ASKED)) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                tell(response);
            }
            return;
        }
        var challenge = Text.cut(given(request, "challenge"), LONGEST_CHALLENGE);
        var proof = factors.signed(challenge, answer)
                .filter(User::isActive)
                .map(user -> new SignIns.Proof(user.getName(), user.getStamp()))
                .orElse(null);
        if (proof == null || !entrance.enter(proof, true, request, response)) {
            audit.failed("Passkey", StrangerAudit.UNKNOWN, address);
            response.setStatus(UNPROCESSABLE);
            response.setHeader("Cache-Control", "no-store");
            views.show("dang-nhap", Map.of("page", form.page("", SignInPage.Problem.PASSKEY)), response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Next.url(visit));
    }

    private void tell(HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print(Json.write(Map.of(
                        "challenge",
                        factors.newChallenge(),
                        "rpId",
                        passkeys.site(),
                        "userVerification",
                        "required",
                        "allowCredentials",
                        List.of(),
                        "timeout",
                        SecondFactors.TO_SIGN.toMillis())));
    }

    private static String given(HttpServletRequest request, String parameter) {
        return Objects.requireNonNullElse(request.getParameter(parameter), "");
    }
}
