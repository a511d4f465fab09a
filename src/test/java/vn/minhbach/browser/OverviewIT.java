package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.account.Role;
import vn.minhbach.store.LocalDatabase;

/** The overview: each number leads to a list that holds just as many, and is shown to those only who may open it. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class OverviewIT {

    private static final String OVERVIEW = "/quan-tri";

    private RunningPortal portal;
    private Path data;
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        data = folder.resolve("data");
        portal = RunningPortal.start(data);
        chromium = new Chromium();
        var staff = new Staff(data);
        staff.open("lan", Role.CONTRIBUTOR, "");
        staff.open("mai", Role.PUBLISHER, "");
        staff.open("thu", Role.MODERATOR, "");
        staff.open("ha", Role.EDITOR, "");
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

    /** A number of the overview, and where it leads. */
    private record Figure(String name, String count, String url) {}

    @Test
    void eachNumberIsThatOfItsList() {
        try (var writing = as("lan");
                var deciding = as("mai")) {
            var lan = writing.newPage();
            lan.navigate(portal.url(OVERVIEW + "/bai-viet/soan"));
            lan.locator("[id='article:title']").fill("Chờ duyệt " + System.nanoTime());
            lan.locator("[id='article:lead']").fill("Sapo");
            Pressed.press(lan.locator("[id='article:submit']"));
            assertThat(agreeing(lan)).contains("Của tôi 1", "Chờ tôi xử lý 0");

            var mai = deciding.newPage();
            mai.navigate(portal.url(OVERVIEW));
            assertAccessible(mai);
            shows(mai.locator(".board-told"), "Bài được gửi để duyệt", "Chờ duyệt ");
            assertThat(mai.locator("[id='counts'] a[href*='/quan-tri/bai-viet']")
                            .count())
                    .isPositive();
            assertThat(agreeing(mai))
                    .contains("Của tôi 0", "Thủ tục: Của tôi 0", "Thủ tục: Đến hạn rà soát 0")
                    .noneMatch("Chờ tôi xử lý 0"::equals)
                    .anyMatch(told -> told.startsWith("Tất cả chuyên mục cải cách hành chính "));
        }
    }

    @Test
    void aBrokenLinkStandsInTheListAndInItsNumber() throws Exception {
        var database = new LocalDatabase(data);
        try (var connection = DriverManager.getConnection(
                        database.guestUrl(),
                        LocalDatabase.USER,
                        Files.readString(data.resolve("db/password")).strip());
                var statement = connection.createStatement()) {
            for (var found : List.of("404, ''", "0, 'UNKNOWN_HOST'")) {
                statement.executeUpdate("insert into public_link select -" + found.length()
                        + ", 'article', min(id), '',"
                        + " 'Bài', '/tin-tuc', '/quan-tri/bai-viet', 'https://khong-con.example/" + found.length()
                        + "', 'khong-con.example', " + found
                        + ", 1, true, timestamp '2026-11-01 00:00:00', timestamp '2026-11-02 00:00:00' from article");
            }
        }
        try (var context = as("ha")) {
            var page = context.newPage();
            assertThat(agreeing(page)).contains("Liên kết hỏng 2");
            page.navigate(portal.url(OVERVIEW + "/lien-ket-hong"));
            shows(
                    page.locator("[id='list:links']"),
                    "https://khong-con.example/",
                    "404",
                    "Không có máy chủ tên này",
                    "01/11/2026");
            assertAccessible(page);
        }
    }

    /** Follows every number of the editorial work to its list; gives names and numbers. */
    private List<String> agreeing(Page page) {
        page.navigate(portal.url(OVERVIEW));
        var told = new ArrayList<String>();
        for (var figure : figures(page)) {
            page.navigate(portal.url(figure.url()));
            var report = page.locator("[id='list'] .ui-paginator-current");
            var shown = report.count() > 0
                    ? report.first().innerText().replaceFirst("(?s).*\\D(\\d+)\\D*$", "$1")
                    : Integer.toString(
                            page.locator("[id='list'] tbody tr td.deeds a").count());
            assertThat(shown).as(figure.toString()).isEqualTo(figure.count());
            told.add(figure.name() + " " + figure.count());
        }
        return told;
    }

    private static List<Figure> figures(Page page) {
        return page.locator("#work a, #procedures a, #month a").all().stream()
                .map(link -> new Figure(
                        panel(link) + link.getAttribute("aria-label").replaceFirst(":[^:]*$", ""),
                        link.innerText().replace(".", ""),
                        link.getAttribute("href")))
                .toList();
    }

    /** The views of procedures are called as those of articles are. */
    private static String panel(Locator link) {
        return link.evaluate("link => link.closest('dl').id").equals("procedures") ? "Thủ tục: " : "";
    }

    @Test
    void nobodyIsShownNumbersOfListsThatAreNotTheirs() {
        try (var context = as("thu")) {
            var page = context.newPage();
            page.navigate(portal.url(OVERVIEW));
            assertThat(page.locator("#work, #procedures, #month, #running").count())
                    .isZero();
        }
        try (var context = as("ha")) {
            var page = context.newPage();
            page.navigate(portal.url(OVERVIEW));
            assertThat(page.locator("#running a").allInnerTexts()).hasSize(2);
            shows(page.locator("#running"), "Dung lượng còn trống");
            for (var link : page.locator("#running a").all()) {
                assertThat(((Number) page.evaluate(
                                        "address => fetch(address).then(answer => answer.status)",
                                        link.getAttribute("href")))
                                .intValue())
                        .isEqualTo(200);
            }
        }
    }

    private BrowserContext as(String name) {
        var context = chromium.browser.newContext();
        context.setDefaultTimeout(90_000);
        var page = context.newPage();
        page.navigate(portal.url(OVERVIEW));
        page.locator("[name=name]").fill(name);
        page.locator("[name=password]").fill(RunningPortal.PASSWORD);
        Pressed.press(page.locator("main button[type=submit]").first());
        assertThat(page.url()).doesNotContain("/dang-nhap");
        page.close();
        return context;
    }
}
