package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.account.Codes;

/** Signing in by the department's own server: a browser, the portal, and a server for OpenID Connect. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcIT {

    private static final String START = "/dang-nhap/oidc";
    private static final String BACK = START + "/ve";
    private static final String PEOPLE = "/quan-tri/nguoi-dung";

    private static final String THEIR_PASSWORD = "chuồn chuồn bay thấp thì mưa";

    private MockOAuth2Server server;
    private RunningPortal portal;
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.NEVER) Path data) throws Exception {
        server = new MockOAuth2Server(new OAuth2Config(true));
        server.start();
        portal = RunningPortal.start(
                data,
                Map.of(
                        "PORTAL_OIDC_ISSUER",
                        server.issuerUrl("so").toString(),
                        "PORTAL_OIDC_CLIENT_ID",
                        "cong",
                        "PORTAL_OIDC_CLIENT_SECRET",
                        "bi-mat-cua-cong",
                        "PORTAL_OIDC_NAME",
                        "tài khoản công vụ",
                        "PORTAL_OIDC_ROLES_CLAIM",
                        "groups",
                        "PORTAL_OIDC_ROLES",
                        "bbt=PUBLISHER;qt=ADMINISTRATOR"));
        chromium = new Chromium();
    }

    @AfterAll
    void close() throws InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
        if (portal != null) {
            portal.close();
        }
        if (server != null) {
            server.shutdown();
        }
    }

    // --- Deeds
    // ---------------------------------------------------------------------------------------------------------

    private BrowserContext browser() {
        var context = chromium.browser.newContext();
        // The server's page asks another one for its letters.
        context.route("**/fonts.googleapis.com/**", route -> route.abort());
        return context;
    }

    private static void press(Page page, Locator control) {
        Pressed.press(control);
    }

    /** As far as the server's own form. */
    private void begin(Page page, String form) {
        page.navigate(portal.url(form));
        shows(page.locator("#oidc"), "Đăng nhập bằng tài khoản công vụ");
        Pressed.press(page.locator("#oidc button"));
        page.waitForURL(server.issuerUrl("so") + "/authorize**");
    }

    /** The server says who it is, with the groups that are given. */
    private void say(Page page, String name, String groups) {
        page.locator("[name=username]").fill("ma-so-cua-" + name);
        page.locator("[name=claims]").fill("{\"preferred_username\": \"" + name + "\", \"groups\": [" + groups + "]}");
        press(page, page.locator("[type=submit]"));
    }

    private void signIn(Page page, String name, String groups) {
        begin(page, "/dang-nhap");
        say(page, name, groups);
    }

    private int send(String method, String path, Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(portal.url(path)))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    // --- Journeys
    // ------------------------------------------------------------------------------------------------------

    @Test
    void whoHasAnAccountGoesWhereTheyWantedToAndOutOfBoth() {
        try (var context = browser()) {
            var page = context.newPage();
            page.navigate(portal.url(PEOPLE));
            begin(page, page.url().substring(portal.url("").length()));
            say(page, RunningPortal.ADMIN, "\"qt\"");
            assertThat(page.url()).isEqualTo(portal.url(PEOPLE));

            var farewell = new ArrayList<String>();
            page.onRequest(request -> farewell.add(request.url()));
            Pressed.press(page.locator("form[action$='/dang-xuat'] button"));
            page.waitForURL(portal.url("/"));
            assertThat(farewell)
                    .anyMatch(each ->
                            each.startsWith(server.endSessionEndpointUrl("so").toString())
                                    && each.contains("id_token_hint="));
            page.navigate(portal.url("/quan-tri"));
            assertThat(page.url()).contains("/dang-nhap");
        }
    }

    @Test
    void whoHasNoAccountIsNobodyHereWhateverTheServerSays() {
        try (var context = browser()) {
            var page = context.newPage();
            signIn(page, "khong-co-ai", "\"qt\"");

            shows(page.locator("#problem"), "Chưa đăng nhập được bằng tài khoản của cơ quan");
            page.navigate(portal.url("/quan-tri"));
            assertThat(page.url()).contains("/dang-nhap");
        }
    }

    @Test
    void rolesFollowGroupsAndTheLastAdministratorStays() {
        try (var context = browser();
                var own = browser()) {
            var page = context.newPage();
            signIn(page, RunningPortal.ADMIN, "");
            page.navigate(portal.url(PEOPLE + "/soan"));
            assertThat(page.locator("[id='person:name']").isVisible())
                    .as("still an administrator")
                    .isTrue();
            page.locator("[id='person:name']").fill("lan");
            page.locator("[id='person:fullName']").fill("Nguyễn Thị Lan");
            page.getByLabel("Cộng tác viên", new Page.GetByLabelOptions().setExact(true))
                    .check();
            press(page, page.locator("[id='person:save']"));

            var theirs = own.newPage();
            signIn(theirs, "lan", "\"bbt\", \"khac\"");
            assertThat(theirs.url()).isEqualTo(portal.url("/quan-tri"));
            page.navigate(portal.url(PEOPLE + "?loc=lan"));
            shows(page.locator("[id='list:people'] tbody"), "Ban Biên tập");
            assertThat(page.locator("[id='list:people'] tbody").innerText()).doesNotContain("Cộng tác viên");
        }
    }

    /** The answer of the server, caught by somebody or made up, in another browser, or a second time. */
    @Test
    void anAnswerOpensOnlyTheBrowserThatWasSentAndOnlyOnce() {
        try (var context = browser();
                var other = browser()) {
            var answers = new ArrayList<String>();
            var page = context.newPage();
            page.onRequest(request -> {
                if (request.url().contains(BACK)) {
                    answers.add(request.url());
                }
            });
            signIn(page, RunningPortal.ADMIN, "\"qt\"");
            assertThat(page.url()).isEqualTo(portal.url("/quan-tri"));
            assertThat(answers).hasSize(1);

            var victim = other.newPage();
            for (var answer : List.of(answers.getFirst(), portal.url(BACK + "?code=x&state=y"), portal.url(BACK))) {
                assertThat(victim.navigate(answer).status()).as(answer).isEqualTo(422);
            }
            begin(victim, "/dang-nhap");
            assertThat(victim.navigate(answers.getFirst()).status())
                    .as("the answer to another's question")
                    .isEqualTo(422);
            assertThat(victim.navigate(portal.url("/quan-tri")).url()).contains("/dang-nhap");
            assertThat(page.navigate(answers.getFirst()).status()).as("again").isEqualTo(422);
        }
    }

    @Test
    void noOtherSiteBeginsASignInAndNoneIsWhereItEnds() throws Exception {
        assertThat(send("POST", START, Map.of("Origin", "https://khac.example.vn")))
                .isEqualTo(403);
        assertThat(send("POST", START, Map.of("Sec-Fetch-Site", "cross-site", "Origin", portal.url(""))))
                .isEqualTo(403);
        assertThat(send("GET", START, Map.of())).isEqualTo(303);
        try (var context = browser()) {
            var page = context.newPage();
            begin(page, "/dang-nhap?tiep=https%3A%2F%2Fkhac.example.vn%2Fquan-tri");
            assertThat(URI.create(page.url()).getQuery())
                    .contains("redirect_uri=" + portal.url(BACK), "code_challenge_method=S256", "nonce=", "state=")
                    .doesNotContain("khac.example.vn");
            say(page, RunningPortal.ADMIN, "\"qt\"");
            assertThat(page.url()).isEqualTo(portal.url("/quan-tri"));
        }
    }

    /** The server vouches for the password only; whoever has set up codes of a telephone shows one whichever way they come. */
    @Test
    void whoHasCodesIsAskedForOneBehindTheServerToo() {
        try (var context = browser();
                var own = browser()) {
            var page = context.newPage();
            signIn(page, RunningPortal.ADMIN, "\"qt\"");
            page.navigate(portal.url(PEOPLE + "/soan"));
            page.locator("[id='person:name']").fill("hoa");
            page.locator("[id='person:fullName']").fill("Trần Thị Hoa");
            page.getByLabel("Cộng tác viên", new Page.GetByLabelOptions().setExact(true))
                    .check();
            press(page, page.locator("[id='person:save']"));
            var link = page.locator(".told .copy code").innerText();

            var theirs = own.newPage();
            theirs.navigate(link);
            theirs.locator("#password").fill(THEIR_PASSWORD);
            theirs.locator("#again").fill(THEIR_PASSWORD);
            press(theirs, theirs.locator("main button[type=submit]").first());
            var secret = phone(theirs);
            own.clearCookies();

            signIn(theirs, "hoa", "\"bbt\"");
            assertThat(theirs.url()).contains("/dang-nhap/xac-thuc");
            assertThat(theirs.navigate(portal.url("/quan-tri")).url()).contains("/dang-nhap");
            theirs.navigate(portal.url("/dang-nhap/xac-thuc"));
            theirs.locator("#code").fill("000000");
            press(theirs, theirs.locator("main button[type=submit]").first());
            shows(theirs.locator("#problem"), "Mã chưa đúng");
            theirs.locator("#code").fill(Codes.next(secret));
            press(theirs, theirs.locator("main button[type=submit]").first());
            assertThat(theirs.url()).isEqualTo(portal.url("/quan-tri"));
        }
    }

    /** @return the secret that a telephone was told */
    private String phone(Page page) {
        page.navigate(portal.url("/quan-tri/tai-khoan"));
        page.locator("#name").fill("hoa");
        page.locator("#password").fill(THEIR_PASSWORD);
        press(page, page.locator("main button[type=submit]").first());
        press(page, page.locator("[id='totpStart:start']"));
        var secret = page.locator("[id='totp'] code").innerText();
        page.locator("[id='totp:code']").fill(Codes.now(secret));
        page.locator("[id='totp:old']").fill(THEIR_PASSWORD);
        press(page, page.locator("[id='totp:on']"));
        shows(page.locator(".told"), "Đã bật mã xác thực");
        return secret;
    }

    @Test
    void thePasswordOpensAsBefore() {
        try (var context = browser()) {
            var page = context.newPage();
            page.navigate(portal.url("/dang-nhap"));
            page.locator("#name").fill(RunningPortal.ADMIN);
            page.locator("#password").fill(RunningPortal.PASSWORD);
            press(page, page.locator("main button[type=submit]").first());
            assertThat(page.url()).isEqualTo(portal.url("/quan-tri"));
            page.navigate(portal.url("/quan-tri/nhat-ky"));
            shows(page.locator("main"), "Đăng nhập");
        }
    }
}
