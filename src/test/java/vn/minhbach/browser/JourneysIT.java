package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What citizens and staff do with the portal, and whether everybody can. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysIT {

    private RunningPortal portal;
    private Chromium chromium;
    private Browser browser;

    @BeforeAll
    void open(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER) Path data) throws Exception {
        portal = RunningPortal.start(data);
        chromium = new Chromium();
        browser = chromium.browser;
    }

    @AfterAll
    void close() throws InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
        if (portal != null) {
            portal.close();
        }
    }

    @Test
    void aCitizenFindsAProcedureWithoutTypingMarks() {
        visit(context(), (page, complaints) -> {
            page.navigate(portal.url("/"));
            page.locator("#home-q").fill("cap the thu vien");
            page.locator("#home-q").press("Enter");
            assertThat(page.locator("main h3 a").first().innerHTML()).contains("<mark>");
            page.navigate(portal.url("/danh-muc-thu-tuc"));
            Pressed.press(page.locator("main .lines h2 a, main .lines h3 a").first());
            assertThat(page.url()).contains("/thu-tuc/");
            assertThat(page.locator("#ho-so").isVisible()).isTrue();
            assertThat(page.locator("#tom-tat dl").isVisible()).isTrue();
            assertThat(complaints).isEmpty();
        });
    }

    @Test
    void everythingWorksWithoutJavaScriptOnASmallPhone() {
        var phone = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(320, 640));
        visit(phone, (page, complaints) -> {
            page.navigate(portal.url("/"));
            page.locator("details.menu > summary").click();
            page.locator("details.menu nav a[href$='/danh-muc-thu-tuc']").click();
            assertThat(page.url()).endsWith("/danh-muc-thu-tuc");
            for (var path :
                    List.of("/", "/danh-muc-thu-tuc", "/thu-tuc/1.008899", "/tin-tuc", "/tim-kiem?q=the+thao")) {
                page.navigate(portal.url(path));
                var wider = page.locator("body").evaluate("body => document.documentElement.scrollWidth");
                assertThat(((Number) wider).intValue()).as(path).isLessThanOrEqualTo(320);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/danh-muc-thu-tuc",
                "/thu-tuc/1.002396",
                "/thu-tuc/1.003645",
                "/tin-tuc",
                "/cai-cach-hanh-chinh",
                "/don-vi/so-van-hoa-va-the-thao",
                "/tim-kiem?q=thu+vien",
                "/tim-kiem?q=zzzqqq",
                "/so-do-trang",
                "/tro-nang",
                "/khong-co-trang-nay",
                "/en",
                "/quan-tri"
            })
    void pagesBarNobody(String path) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            visit(browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme)), (page, complaints) -> {
                page.navigate(portal.url(path));
                assertAccessible(page);
            });
        }
    }

    @Test
    void staffSignInAndSeeHowThePortalFares() {
        visit(context(), (page, complaints) -> {
            page.navigate(portal.url("/quan-tri"));
            page.locator("#name").fill(RunningPortal.ADMIN);
            page.locator("#password").fill("sai");
            Pressed.press(page.locator("button[type=submit]").last());
            shows(page.locator("[role=alert]"), "chưa đúng");
            assertThat(page.locator("#name").inputValue()).isEqualTo(RunningPortal.ADMIN);
            signIn(page);
            shows(page.locator(".ui-datatable"), "Thủ tục");
            assertAccessible(page);
            // The browser tells of the refused sign-in, and of nothing else.
            assertThat(complaints).hasSize(1).first().asString().contains("422", "/dang-nhap");
        });
    }

    @Test
    void suggestionsComeWhileTypingAndLeadWithTheKeyboard() {
        visit(context(), (page, complaints) -> {
            page.navigate(portal.url("/"));
            page.locator("#home-q").pressSequentially("the thu vi");
            page.locator("#home-q-list [role=option]").first().waitFor();
            assertThat(page.locator("#home-q").getAttribute("aria-expanded")).isEqualTo("true");
            assertAccessible(page);
            page.locator("#home-q").press("ArrowDown");
            assertThat(page.locator("#home-q").getAttribute("aria-activedescendant"))
                    .isEqualTo("home-q-list-0");
            page.locator("#home-q").press("Escape");
            assertThat(page.locator("#home-q-list").isVisible()).isFalse();
            assertThat(page.locator("#home-q").inputValue()).isEqualTo("the thu vi");
            page.locator("#home-q").pressSequentially("e");
            page.locator("#home-q-list [role=option]").first().waitFor();
            page.locator("#home-q").press("ArrowDown");
            page.locator("#home-q").press("Enter");
            page.waitForURL(url -> !url.equals(portal.url("/")));
            assertThat(complaints).isEmpty();
        });
    }

    @Test
    void theSearchTellsWhatItUnderstoodAndTakesTheReaderAtHisWord() {
        visit(context(), (page, complaints) -> {
            page.navigate(portal.url("/tim-kiem?q=caaps+ther+thuw+vieejn"));
            shows(page.locator(".understood"), "cấp thẻ thư viện");
            assertThat(page.locator("main h3 a").first().innerText()).containsIgnoringCase("thư viện");
            Pressed.press(page.locator(".understood a").first());
            assertThat(page.url()).contains("dung=1");
            shows(page.locator(".understood"), "đúng như đã gõ");
            assertThat(page.locator("#none-title").isVisible()).isTrue();
            assertAccessible(page);
            assertThat(complaints).isEmpty();
        });
    }

    @Test
    void anEditorTeachesTheSearchAWord() {
        visit(context(), (page, complaints) -> {
            signIn(page);
            for (var place : List.of("tim-kiem", "tu-dong-nghia", "ket-qua-uu-tien", "thu-truy-van?q=the+thu+vien")) {
                page.navigate(portal.url("/quan-tri/" + place));
                assertAccessible(page);
            }
            assertThat(page.locator("#steps-title").isVisible()).isTrue();

            page.navigate(portal.url("/quan-tri/tu-dong-nghia/soan"));
            page.locator("[id='word:term']").fill("phiếu mượn sách");
            page.locator("[id='word:expansions']").fill("thẻ thư viện");
            Pressed.press(page.locator("[id='word:save']"));
            shows(page.locator(".told"), "Đã lưu");

            page.navigate(portal.url("/quan-tri/thu-truy-van?q=phieu+muon+sach"));
            shows(page.locator("main .pairs"), "thẻ thư viện");
            Pressed.press(page.locator("[id='hits'] td.deeds a").first());
            Pressed.press(page.locator("[id='bet:save']"));
            shows(page.locator(".told"), "đứng đầu");

            page.navigate(portal.url("/tim-kiem?q=phieu+muon+sach&giai-thich=1"));
            shows(page.locator("main"), "Vì sao kết quả này ở đây");
            assertThat(complaints).isEmpty();
        });
        visit(context(), (page, complaints) -> {
            page.navigate(portal.url("/tim-kiem?q=phieu+muon+sach&giai-thich=1"));
            assertThat(page.locator("main").innerText()).doesNotContain("Vì sao kết quả này ở đây");
        });
    }

    private void signIn(Page page) {
        page.navigate(portal.url("/quan-tri"));
        page.locator("#name").fill(RunningPortal.ADMIN);
        page.locator("#password").fill(RunningPortal.PASSWORD);
        Pressed.press(page.locator("button[type=submit]").last());
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tổng quan"))
                .waitFor();
    }

    @Test
    void aPastedPageOfTextIsCutWithAMessage() throws Exception {
        var query = java.net.URLEncoder.encode("giấy khai sinh ".repeat(700), java.nio.charset.StandardCharsets.UTF_8);
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(portal.url("/tim-kiem?q=" + query)))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Nội dung tìm quá dài");
    }

    @Test
    void nothingListensBeyondLoopback() throws Exception {
        var listening = new ArrayList<String>();
        for (var table : List.of("/proc/" + portal.pid() + "/net/tcp", "/proc/" + portal.pid() + "/net/tcp6")) {
            var own = ownSockets();
            for (var line : Files.readAllLines(Path.of(table))) {
                var parts = line.strip().split("\\s+");
                if (parts.length > 9 && parts[3].equals("0A") && own.contains(parts[9])) {
                    listening.add(parts[1]);
                }
            }
        }
        assertThat(listening).isNotEmpty();
        // 127.0.0.1 as the kernel writes it, by itself or mapped into IPv6.
        assertThat(listening)
                .allMatch(address -> address.startsWith("0100007F:")
                        || address.startsWith("0000000000000000FFFF00000100007F:")
                        || address.startsWith("00000000000000000000000001000000:"));
    }

    private List<String> ownSockets() throws Exception {
        var sockets = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of("/proc/" + portal.pid() + "/fd"))) {
            for (var file : files) {
                try {
                    var target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        sockets.add(target.substring(8, target.length() - 1));
                    }
                } catch (java.nio.file.NoSuchFileException e) {
                    // Closed meanwhile.
                }
            }
        }
        return sockets;
    }

    private interface Journey {
        void go(Page page, List<String> complaints);
    }

    private BrowserContext context() {
        return browser.newContext();
    }

    private static void visit(BrowserContext context, Journey journey) {
        try (context) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text() + " " + message.location());
                }
            });
            page.onPageError(complaints::add);
            journey.go(page, complaints);
        }
    }
}
