package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.account.Role;
import vn.minhbach.shared.Text;
import vn.minhbach.store.LocalDatabase;

/** A draft as it is looked at before the public sees it: by the board in a frame, by a reader without an account through a secret link. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class PreviewIT {

    private static final String ARTICLES = "/quan-tri/bai-viet";

    /** Stands in the draft and nowhere else. */
    private static final String CANARY = "chimhoangyen" + System.nanoTime();

    private static final String TITLE = "Bản nháp " + CANARY;

    private final HttpClient client = HttpClient.newHttpClient();
    private RunningPortal portal;
    private Path data;
    private Chromium chromium;

    /** Of the draft that all tests look at. */
    private String number = "";

    /** The address of a link that holds. */
    private String link = "";

    /** The path of the picture that only the draft shows. */
    private String picture = "";

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        data = folder.resolve("data");
        portal = RunningPortal.start(data);
        chromium = new Chromium();
        var staff = new Staff(data);
        staff.open("lan", Role.CONTRIBUTOR, "");
        staff.open("mai", Role.PUBLISHER, "");
        staff.open("tam", Role.PUBLISHER, "di-san");
        staff.open("thu", Role.MODERATOR, "");
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
    @Order(1)
    void theBoardSeesTheDraftAtTheWidthOfADeskAndOfAPhone() {
        try (var context = as("lan")) {
            var page = context.newPage();
            picture = upload(page);
            page.navigate(url(ARTICLES + "/soan"));
            fill(page, "article:title", TITLE);
            fill(page, "article:lead", "Sapo của bản nháp.");
            fill(page, "article:body", "<p>Thân bài.</p><p><img src=\"" + picture + "\" alt=\"Ảnh nháp\"></p>");
            page.locator("[id='article:section']").selectOption("van-hoa");
            press(page, "article:save");
            number = page.url().replaceFirst(".*[?&]ma=(\\d+).*", "$1");
            Pressed.press(page.locator("#preview"));
            assertAccessible(page);
            assertThat(width(page)).isEqualTo(1280);
            var frame = page.frameLocator("#draft");
            assertThat(frame.locator("h1").innerText()).isEqualTo(TITLE);
            shows(frame.locator(".alert.draft"), "Bản xem trước, chưa công bố");
            assertThat(frame.locator(".pagetools").count()).isZero();
            assertThat(shown(page)).isTrue();

            Pressed.press(page.locator(".views a").nth(1));
            assertThat(width(page)).isEqualTo(360);
            assertThat(page.frameLocator("#draft").locator("h1").innerText()).isEqualTo(TITLE);
            assertThat(page.frames().getLast().evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(360);
            assertAccessible(page);
        }
    }

    @Test
    @Order(2)
    void aReaderWithoutAnAccountSeesItThroughALink() throws Exception {
        try (var context = as("lan")) {
            var page = context.newPage();
            link = share(page, "3");
            assertThat(link).matches("http://localhost:\\d+/xem-truoc\\?ma=[A-Za-z0-9_-]{32}");
            shows(page.locator("[id='links:rows'] tbody tr"), "lan", "Thu hồi");
            assertAccessible(page);
            // It is told once.
            page.reload();
            assertThat(page.content()).doesNotContain(secret());
        }
        try (var context = chromium.browser.newContext()) {
            var page = context.newPage();
            page.navigate(link);
            assertThat(page.locator("h1").innerText()).isEqualTo(TITLE);
            shows(page.locator(".alert.draft"), "chưa công bố");
            assertThat(page.locator(".prose img").evaluate("img => img.decode().then(() => img.naturalWidth > 0)"))
                    .isEqualTo(true);
            assertThat(page.locator(".prose img").getAttribute("src")).startsWith("/xem-truoc" + picture);
            assertThat(page.locator("link[rel=canonical], script[type='application/ld+json'], meta[property^=og]")
                            .count())
                    .isZero();
            assertAccessible(page);
        }
        var answer = get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertHidden(answer);
        var file = get(fileOf(picture));
        assertThat(file.statusCode()).isEqualTo(200);
        assertHidden(file);
        assertThat(get(link.replace("/xem-truoc", "/en/xem-truoc")).body()).contains("Preview, not published", TITLE);
        assertThat(client.send(
                                HttpRequest.newBuilder(URI.create(link))
                                        .header("Origin", portal.url(""))
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    private static void assertHidden(HttpResponse<?> answer) {
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex", "nofollow");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
    }

    @Test
    @Order(3)
    void itIsShownToNobodyElse() throws Exception {
        // The very draft, without the link.
        assertThat(get(url(ARTICLES + "/ban-nhap?ma=" + number)).statusCode()).isEqualTo(403);
        assertThat(get(url(ARTICLES + "/xem-truoc?ma=" + number)).statusCode()).isEqualTo(303);
        assertThat(get(url(picture)).statusCode()).isEqualTo(404);
        for (var secret : List.of("", "x", secret() + "x", secret().substring(1))) {
            assertThat(get(url("/xem-truoc/tep" + picture.substring(4) + "?ma=" + secret))
                            .statusCode())
                    .isEqualTo(404);
        }
        try (var elsewhere = as("tam");
                var other = as("thu")) {
            var tam = elsewhere.newPage();
            tam.navigate(url(ARTICLES));
            for (var path : List.of("/xem-truoc?ma=", "/ban-nhap?ma=")) {
                assertThat(status(tam, ARTICLES + path + number)).as(path).isEqualTo(404);
            }
            var thu = other.newPage();
            thu.navigate(url("/quan-tri"));
            for (var path : List.of("/xem-truoc?ma=", "/ban-nhap?ma=")) {
                assertThat(status(thu, ARTICLES + path + number)).as(path).isEqualTo(403);
            }
        }
        // A picture of something else is not given with the link.
        assertThat(get(fileOf(anotherPicture())).statusCode()).isEqualTo(404);
    }

    private String anotherPicture() {
        try (var context = as("lan")) {
            return upload(context.newPage());
        }
    }

    @Test
    @Order(4)
    void nothingPublicKnowsOfIt() throws Exception {
        var slug = Text.slug(TITLE);
        assertThat(get(url("/bai-viet/" + slug)).statusCode()).isEqualTo(404);
        for (var path : List.of(
                "/",
                "/en",
                "/tin-tuc",
                "/chuyen-muc/van-hoa",
                "/feed.xml",
                "/sitemap.xml",
                "/robots.txt",
                "/so-do-trang",
                "/tim-kiem?q=" + CANARY,
                "/api/v1/search?q=" + CANARY,
                "/api/v1/articles")) {
            // What was asked for is said again, and no more.
            assertThat(get(url(path)).body().replace("=" + CANARY, "").replace("Bản nháp " + CANARY, "FOUND"))
                    .as(path)
                    .doesNotContain("FOUND", slug, secret(), "/xem-truoc");
        }
        try (var logs = Files.walk(data.resolve("log"))) {
            for (var log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(secret());
            }
        }
        assertThat(String.join("\n", portal.console())).doesNotContain(secret());
        assertThat(ask("select count(*) from audit_entry where subject like '%" + secret() + "%'"))
                .isEqualTo("0");
        assertThat(ask("select count(*) from item_preview_link where digest = '" + secret() + "'"))
                .isEqualTo("0");
    }

    /** Unknown, ended, taken back or withdrawn: a stranger learns nothing by the answer. */
    @Test
    @Order(5)
    void whatLeadsNowhereLeadsThereInOneWay() throws Exception {
        var unknown = nothing(url("/xem-truoc?ma=" + "A".repeat(32)));
        assertThat(nothing(url("/xem-truoc"))).isEqualTo(unknown);

        try (var context = as("lan")) {
            var page = context.newPage();
            var ended = share(page, "1");
            change("update item_preview_link set ends_at = timestamp '2026-01-01 00:00:00' where id ="
                    + " (select max(id) from item_preview_link)");
            assertThat(nothing(ended)).isEqualTo(unknown);

            var revoked = share(page, "7");
            assertThat(get(revoked).statusCode()).isEqualTo(200);
            var rows = page.locator("[id='links:rows'] tbody tr");
            assertThat(rows.count()).isEqualTo(2);
            Pressed.press(rows.first().locator("button"));
            Pressed.press(page.locator("dialog [data-answer=yes]"));
            shows(page.locator(".told"), "Đã thu hồi");
            assertThat(nothing(revoked)).isEqualTo(unknown);
            assertThat(get(link).statusCode()).isEqualTo(200);
        }
        assertThat(ask("select count(*) from audit_entry where method = 'ArticlePreviewService.revoke'"))
                .isEqualTo("1");
        assertThat(ask("select count(*) from audit_entry where method = 'ArticlePreviewService.share'"))
                .isEqualTo("3");

        try (var context = as("lan")) {
            var page = context.newPage();
            page.navigate(url(ARTICLES + "/soan?ma=" + number));
            Pressed.press(page.locator("details.deed:has([id='DROP']) summary"));
            press(page, "DROP:act");
        }
        assertThat(nothing(link)).isEqualTo(unknown);
        assertThat(get(fileOf(picture)).statusCode()).isEqualTo(404);
    }

    /** The page that says that there is nothing, which must not say what there was. */
    private String nothing(String address) throws Exception {
        var answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        var page = Jsoup.parse(answer.body());

        return page.text();
    }

    // Deeds

    private String share(Page page, String days) {
        page.navigate(url(ARTICLES + "/xem-truoc?ma=" + number));
        page.locator("[id='share:days']").selectOption(days);
        press(page, "share:make");
        return page.locator(".copy code").innerText();
    }

    private String upload(Page page) {
        page.navigate(url(ARTICLES + "/soan"));
        return (String) page.evaluate("""
                async () => {
                  const canvas = document.createElement('canvas');
                  canvas.width = 40; canvas.height = 30;
                  canvas.getContext('2d').fillRect(0, 0, 20, 20 + Math.random() * 10);
                  const bytes = await new Promise(done => canvas.toBlob(done, 'image/png'));
                  const address = document.querySelector('[data-upload]').dataset.upload;
                  const answer = await fetch(address + '?ten=anh-nhap.png', {method: 'POST', body: bytes});
                  return (await answer.json()).path;
                }
                """);
    }

    private static int width(Page page) {
        return ((Number) page.evaluate("() => document.getElementById('draft').clientWidth")).intValue();
    }

    private static boolean shown(Page page) {
        return Boolean.TRUE.equals(page.frameLocator("#draft")
                .locator(".prose img")
                .evaluate("img => img.decode().then(() => img.naturalWidth > 0)"));
    }

    private String secret() {
        return link.substring(link.indexOf('=') + 1);
    }

    private String fileOf(String path) {
        return url("/xem-truoc" + path + "?ma=" + secret());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int status(Page page, String path) {
        return ((Number) page.evaluate("path => fetch(path, {cache: 'no-store'}).then(a => a.status)", path))
                .intValue();
    }

    private String ask(String query) throws IOException, SQLException {
        var database = new LocalDatabase(data);
        try (var connection = DriverManager.getConnection(
                        database.guestUrl(),
                        LocalDatabase.USER,
                        Files.readString(data.resolve("db/password")).strip());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void change(String update) throws IOException, SQLException {
        var database = new LocalDatabase(data);
        try (var connection = DriverManager.getConnection(
                        database.guestUrl(),
                        LocalDatabase.USER,
                        Files.readString(data.resolve("db/password")).strip());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(update)).isEqualTo(1);
        }
    }

    private static void fill(Page page, String field, String text) {
        if (field.endsWith(":body")) {
            // The editor stands in the place of the field.
            page.evaluate(
                    "([name, text]) => { const field = document.querySelector(`textarea[name='${name}']`); field.value = text;"
                            + " field.dispatchEvent(new Event('portal:written')); field.dispatchEvent(new Event('input', { bubbles: true })); }",
                    List.of(field, text));
            return;
        }
        page.locator("[id='" + field + "']").fill(text);
    }

    private static void press(Page page, String button) {
        Pressed.press(page.locator("[id='" + button + "']"));
    }

    private String url(String path) {
        return portal.url(path);
    }

    private BrowserContext as(String name) {
        var context = chromium.browser.newContext();
        context.setDefaultTimeout(90_000);
        var page = context.newPage();
        page.navigate(url("/quan-tri"));
        page.locator("[name=name]").fill(name);
        page.locator("[name=password]").fill(RunningPortal.PASSWORD);
        Pressed.press(page.locator("main button[type=submit]").first());
        assertThat(page.url()).doesNotContain("/dang-nhap");
        page.close();
        return context;
    }
}
