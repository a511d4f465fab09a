package vn.minhbach.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.Sha256;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.SiteFrame;

/** {@code /quan-tri/tai-khoan/khoa}: tells the browser of whoever has signed in what a device must make a key for. */
@Door(path = NewPasskeyServlet.PATH, methods = Method.POST, permission = Permission.OWN_ACCOUNT)
@WebServlet(NewPasskeyServlet.PATH)
public class NewPasskeyServlet extends HttpServlet {

    static final String PATH = "/quan-tri/tai-khoan/khoa";

    private static final long serialVersionUID = 1L;

    @Inject
    transient OwnAccountService account;

    @Inject
    transient SecondFactors factors;

    @Inject
    transient PasskeyCheck passkeys;

    @Inject
    transient SiteFrame site;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var user = account.mine();
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .print(Json.write(Map.of(
                        "challenge",
                        factors.newChallenge(),
                        "rp",
                        Map.of("id", passkeys.site(), "name", site.getName()),
                        "user",
                        Map.of("id", handle(user), "name", user.getName(), "displayName", user.getFullName()),
                        "pubKeyCredParams",
                        PasskeyCheck.ALGORITHMS.stream()
                                .map(each -> Map.of("type", "public-key", "alg", each.getValue()))
                                .toList(),
                        "excludeCredentials",
                        excluded(user),
                        "authenticatorSelection",
                        Map.of("residentKey", "required", "userVerification", "required"),
                        "attestation",
                        "none",
                        "timeout",
                        SecondFactors.TO_SIGN.toMillis())));
    }

    /** Keys that are known already: a device makes no second one. */
    private List<Map<String, String>> excluded(User user) {
        return factors.passkeys(user).stream()
                .map(each -> Map.of("type", "public-key", "id", each.getCredentialId()))
                .toList();
    }

    /** By which a device knows the account; it says nothing of its owner. */
    private static String handle(User user) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.digest().digest(("passkey " + user.getId()).getBytes(StandardCharsets.UTF_8)));
    }
}
