package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Shown.shows;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A portal that sends letters: how people are invited by them, and how they choose another password. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountMailIT {

    private static final String FORGOTTEN = "/quen-mat-khau";
    private static final String PERSON = "/quan-tri/nguoi-dung/soan";
    private static final String FIRST = "Trời hôm nay đẹp quá";
    private static final String SECOND = "Một mật khẩu khác hẳn";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/dat-mat-khau\\?ma=([A-Za-z0-9_-]{32})");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** In this a letter leaves that is going to leave. */
    private static final Duration WHILE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> secrets = new ArrayList<>();
    private Path folder;
    private GreenMail server;
    private RunningPortal portal;
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.NEVER) Path data) throws Exception {
        folder = data;
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        portal = RunningPortal.start(
                data,
                Map.of(
                        "PORTAL_MAIL_HOST",
                        "127.0.0.1",
                        "PORTAL_MAIL_PORT",
                        Integer.toString(server.getSmtp().getPort()),
                        "PORTAL_MAIL_TLS",
                        "none",
                        "PORTAL_MAIL_FROM",
                        "Cổng thông tin <cong@example.gov.vn>"));
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
            server.stop();
        }
    }

    // --- Deeds
    // ---------------------------------------------------------------------------------------------------------

    private static void press(Page page, Locator control) {
        Pressed.press(control);
    }

    private void signIn(Page page, String name, String password) {
        page.navigate(portal.url("/dang-nhap"));
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        press(page, page.locator("main button[type=submit]"));
    }

    private BrowserContext signedIn(String name, String password) {
        var context = chromium.browser.newContext();
        var page = context.newPage();
        signIn(page, name, password);
        assertThat(page.url()).as("sign-in of " + name).isEqualTo(portal.url("/quan-tri"));
        page.close();
        return context;
    }

    private void invite(Page page, String name) {
        page.navigate(portal.url(PERSON));
        page.locator("[id='person:name']").fill(name);
        page.locator("[id='person:fullName']").fill("Trần Văn " + name);
        page.locator("[id='person:email']").fill(name + "@example.gov.vn");
        page.getByLabel("Biên tập viên", new Page.GetByLabelOptions().setExact(true))
                .check();
        press(page, page.locator("[id='person:save']"));
    }

    private void choose(Page page, String link, String password) {
        page.navigate(link);
        page.locator("#password").fill(password);
        page.locator("#again").fill(password);
        press(page, page.locator("main button[type=submit]"));
        shows(page.locator("main"), "Đã đặt mật khẩu");
    }

    private void forget(Page page, String typed) {
        page.navigate(portal.url("/dang-nhap"));
        press(page, page.getByText("Quên mật khẩu?"));
        page.locator("#name").fill(typed);
        press(page, page.locator("main button[type=submit]"));
        shows(page.locator("main"), "Nếu có tài khoản như bạn nhập", "30 phút");
    }

    private List<MimeMessage> letters(String name, String subject) throws Exception {
        var found = new ArrayList<MimeMessage>();
        for (var letter : server.getReceivedMessages()) {
            if (letter.getAllRecipients()[0].toString().contains(name + "@")
                    && letter.getSubject().contains(subject)) {
                found.add(letter);
            }
        }
        return found;
    }

    private MimeMessage letter(String name, String subject, int count) throws Exception {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (letters(name, subject).size() < count && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        assertThat(letters(name, subject)).as(subject).hasSize(count);
        return letters(name, subject).getLast();
    }

    private String link(MimeMessage letter) throws Exception {
        var text = (String) letter.getContent();
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        secrets.add(found.group(1));
        return found.group();
    }

    // --- As programs ask
    // -----------------------------------------------------------------------------------------------

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String typed) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(portal.url(FORGOTTEN)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", portal.url(""))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "name=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private long median(Supplier<String> typed) throws IOException, InterruptedException {
        var times = new long[5];
        for (var i = 0; i < times.length; i++) {
            var begin = System.nanoTime();
            ask(typed.get());
            times[i] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        return Duration.ofNanos(times[times.length / 2]).toMillis();
    }

    // --- Journeys
    // ------------------------------------------------------------------------------------------------------

    @Test
    @Order(1)
    void anInvitationGoesToWhomItIsForAndNobodyElseSeesTheLink() throws Exception {
        try (var context = signedIn(RunningPortal.ADMIN, RunningPortal.PASSWORD);
                var own = chromium.browser.newContext()) {
            var page = context.newPage();
            invite(page, "lan");
            shows(page.locator(".told"), "Đã gửi cho", "lan@example.gov.vn", "72 giờ");
            assertThat(page.content()).doesNotContain("/dat-mat-khau");

            var letter = letter("lan", "Thư mời", 1);
            assertThat((String) letter.getContent()).contains("Kính gửi ông/bà Trần Văn lan", "“lan”");
            var theirs = own.newPage();
            var link = link(letter);
            choose(theirs, link, FIRST);
            assertThat(get(link).statusCode()).as("used").isEqualTo(410);
            letter("lan", "đã được đổi", 1);
            signIn(theirs, "lan", FIRST);
            assertThat(theirs.url()).isEqualTo(portal.url("/quan-tri"));
        }
    }

    @Test
    @Order(2)
    void aForgottenPasswordIsChosenAnewByALinkThatEndsWhatIsOpenElsewhere() throws Exception {
        try (var open = signedIn("lan", FIRST);
                var own = chromium.browser.newContext()) {
            var page = own.newPage();
            forget(page, "lan");
            var letter = letter("lan", "Đặt lại mật khẩu", 1);
            var link = link(letter);

            // A program that looks through mail opens the link as well; it uses nothing up.
            var opened = get(link);
            assertThat(opened.statusCode()).isEqualTo(200);
            assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(opened.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
            assertThat(opened.headers().firstValue("Referrer-Policy")).hasValue("strict-origin");
            var referrers = new ArrayList<String>();
            page.onRequest(request -> referrers.add(request.headers().getOrDefault("referer", "")));
            choose(page, link, SECOND);
            assertThat(referrers).noneMatch(each -> each.contains("ma="));
            assertThat(get(link).statusCode()).as("used").isEqualTo(410);
            letter("lan", "đã được đổi", 2);

            var elsewhere = open.newPage();
            elsewhere.navigate(portal.url("/quan-tri"));
            assertThat(elsewhere.url()).contains("/dang-nhap");
            signIn(elsewhere, "lan", FIRST);
            shows(elsewhere.locator("#problem"), "chưa đúng");
            signIn(elsewhere, "lan", SECOND);
            assertThat(elsewhere.url()).isEqualTo(portal.url("/quan-tri"));
        }
    }

    @Test
    @Order(3)
    void whetherThereIsAnAccountIsToldNobody() throws Exception {
        var known = ask("lan");
        var unknown = ask("khong-co-ai");

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(303);
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(known.headers().firstValue("Location"));
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        letter("lan", "Đặt lại mật khẩu", 2);
        var counted = new int[1];
        var ofKnown = median(() -> counted[0]++ % 2 == 0 ? "lan" : "LAN@example.gov.vn");
        var ofUnknown = median(() -> "khong-co-" + counted[0]++);
        assertThat(ofKnown).isLessThan(ofUnknown * 3 + 50);
        assertThat(ofUnknown).isLessThan(ofKnown * 3 + 50);
    }

    @Test
    @Order(4)
    void whoAsksAgainAndAgainIsNoNuisance() throws Exception {
        // One that was used, and three since.
        letter("lan", "Đặt lại mật khẩu", 4);
        ask("lan");
        Thread.sleep(WHILE);
        assertThat(letters("lan", "Đặt lại mật khẩu"))
                .as("of an account in an hour")
                .hasSize(4);

        try (var context = signedIn(RunningPortal.ADMIN, RunningPortal.PASSWORD)) {
            invite(context.newPage(), "hoa");
        }
        letter("hoa", "Thư mời", 1);
        for (var i = 0; i < 20; i++) {
            assertThat(ask("ai-do-" + i).statusCode()).isEqualTo(303);
        }
        assertThat(ask("hoa").statusCode()).isEqualTo(303);
        Thread.sleep(WHILE);
        assertThat(letters("hoa", "Đặt lại mật khẩu"))
                .as("from an address in an hour")
                .isEmpty();
    }

    @Test
    @Order(5)
    void theAuditSaysWhoWasSentALinkAndNotWhatStrangersTyped() {
        try (var context = signedIn(RunningPortal.ADMIN, RunningPortal.PASSWORD)) {
            var page = context.newPage();
            page.navigate(portal.url("/quan-tri/nhat-ky"));
            shows(page.locator("main"), "Gửi liên kết đặt lại mật khẩu", "? · 127.0.0.1");
            assertThat(page.locator("main").innerText()).doesNotContain("khong-co-ai");
        }
    }

    @Test
    @Order(6)
    void noSecretStandsInALog() throws Exception {
        assertThat(secrets).hasSize(2);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(each -> each.toString().contains("log") && Files.isRegularFile(each))
                    .toList()) {
                var written = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(secrets).as(file.toString()).noneMatch(written::contains);
            }
        }
    }

    @Test
    @Order(7)
    void ofAServerThatIsNotNamedThereIsNoTrace() throws Exception {
        assertThat(get(portal.url("/dang-nhap")).body()).doesNotContain("oidc");
        assertThat(get(portal.url("/dang-nhap/oidc")).statusCode()).isEqualTo(404);
        assertThat(get(portal.url("/dang-nhap/oidc/ve?code=x&state=y")).statusCode())
                .isEqualTo(404);
    }
}
