package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import vn.minhbach.shared.Time;

/** The editorial board at work, as its people meet it in the browser: a contributor, an editor, and whoever publishes. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class BoardIT {

    private static final String ARTICLES = "/quan-tri/bai-viet";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(Time.ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Time.ZONE);

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
        staff.open("ha", Role.EDITOR, "");
        staff.open("mai", Role.PUBLISHER, "");
        staff.open("tam", Role.PUBLISHER, "di-san");
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
    void anArticleGoesFromItsWriterToThePublicAndIsPutRightAndTakenBack() {
        var title = "Hội thi vẽ tranh Đồng Dao lần thứ nhất";
        var slug = Text.slug(title);
        try (var writing = as("lan");
                var reviewing = as("ha");
                var publishing = as("mai")) {
            var lan = writing.newPage();
            write(lan, title);
            Picture.take(lan, "editors/soan-bai", "main h1");
            press(lan, "article:submit");
            shows(lan.locator(".told"), "gửi duyệt");
            shows(lan.locator(".sheet-state"), "Chưa công khai", "Chờ duyệt");
            assertAccessible(lan);

            // The editor finds it and gives it back; without a reason that is not possible.
            var ha = reviewing.newPage();
            ha.navigate(url(ARTICLES));
            shows(ha.locator(".board-told"), title, "Bài được gửi để duyệt");
            Picture.take(ha, "editors/danh-sach", "main h1");
            choose(ha, "cho-toi", title);
            deed(ha, "SEND_BACK");
            press(ha, "SEND_BACK:act");
            shows(ha.locator("#problems"), "Hãy nêu lý do");
            fill(ha, "SEND_BACK:reason", "Thiếu thời hạn nộp bài thi");
            press(ha, "SEND_BACK:act");
            shows(ha.locator(".sheet-state"), "Bị trả lại");

            lan.navigate(url(ARTICLES));
            shows(lan.locator(".board-told"), "Bài của bạn bị trả lại", "Thiếu thời hạn nộp bài thi");
            choose(lan, "cho-toi", title);
            fill(lan, "article:body", "<p>Hạn nộp bài thi: ngày 20.</p>");
            press(lan, "article:submit");

            // Nobody with less than the right is offered the deed.
            assertThat(lan.locator("[id='APPROVE']").count()).isZero();
            ha.reload();
            assertThat(ha.locator("[id='APPROVE']").count()).isZero();

            var mai = publishing.newPage();
            choose(mai, "cho-toi", title);
            deed(mai, "APPROVE");
            press(mai, "APPROVE:act");
            shows(mai.locator(".sheet-state"), "Đã duyệt");
            assertThat(get(mai, "/bai-viet/" + slug)).isEqualTo(404);

            var minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
            if (Duration.between(Instant.now(), minute).toSeconds() < 8) {
                minute = minute.plus(Duration.ofMinutes(1));
            }
            deed(mai, "SCHEDULE");
            Picture.take(mai, "editors/viec-co-the-lam", ".deeds-list");
            fill(mai, "SCHEDULE:day", DAY.format(minute));
            fill(mai, "SCHEDULE:time", MINUTE.format(minute));
            press(mai, "SCHEDULE:act");
            shows(mai.locator(".sheet-state"), "Đã hẹn giờ đăng", MINUTE.format(minute));
            var found = Instant.ofEpochMilli(foundAt(mai, title, "/bai-viet/" + slug));
            assertThat(found).isAfterOrEqualTo(minute);
            assertThat(Duration.between(minute, found)).isLessThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(get(mai, "/bai-viet/" + slug)).isEqualTo(200);

            // Put right, with a note that the public reads.
            choose(lan, "cua-toi", title);
            fill(lan, "article:body", "<p>Hạn nộp bài thi: ngày 25.</p>");
            press(lan, "article:submit");
            shows(lan.locator(".sheet-state"), "Đang công khai", "Chờ duyệt");
            assertThat(text(mai, "/bai-viet/" + slug)).contains("ngày 20.").doesNotContain("ngày 25.");
            choose(mai, "cho-toi", title);
            deed(mai, "APPROVE");
            press(mai, "APPROVE:act");
            deed(mai, "CORRECT");
            fill(mai, "CORRECT:notice", "Hạn nộp là ngày 25, không phải ngày 20.");
            press(mai, "CORRECT:act");
            assertThat(text(mai, "/bai-viet/" + slug))
                    .contains("Đính chính", "Hạn nộp là ngày 25, không phải ngày 20.", "ngày 25.");
            compares(mai);

            // Taken back; its address says why.
            choose(mai, "cong-khai", title);
            deed(mai, "WITHDRAW");
            fill(mai, "WITHDRAW:notice", "Hội thi được hoãn sang năm sau.");
            fill(mai, "WITHDRAW:reason", "Theo công văn của tỉnh");
            press(mai, "WITHDRAW:act");
            shows(mai.locator(".sheet-state"), "Đã gỡ");
            assertThat(get(mai, "/bai-viet/" + slug)).isEqualTo(410);
            assertThat(text(mai, "/bai-viet/" + slug)).contains("Hội thi được hoãn sang năm sau.");
        }
    }

    /** For {@code editors.md}, with {@code -Dportal.screenshots=folder}; otherwise nothing. */
    private void compares(Page page) {
        Pressed.press(page.locator("[id='versions:rows'] tbody tr")
                .first()
                .locator("a")
                .last());
        assertThat(page.locator(".compared del").allInnerTexts()).contains("20.");
        assertThat(page.locator(".compared ins").allInnerTexts()).contains("25.");
        Picture.take(page, "editors/so-sanh", "main h1");
        assertAccessible(page);
        page.navigate(url(ARTICLES + "/phien-ban?ma=1"));
        assertThat(page.locator(".changes dt").allInnerTexts())
                .as("tags, picture …")
                .isNotEmpty();
        assertAccessible(page);
    }

    @Test
    @Order(2)
    void theSecondOfTwoChoosesFieldByField() {
        var title = "Hai người cùng sửa " + System.nanoTime();
        try (var one = as("lan");
                var other = as("ha")) {
            var lan = one.newPage();
            write(lan, title);
            press(lan, "article:save");
            var ha = other.newPage();
            choose(ha, "tat-ca", title);
            fill(ha, "article:lead", "Sapo của Hà");
            fill(ha, "article:author", "Hà");
            press(ha, "article:save");

            fill(lan, "article:lead", "Sapo của Lan");
            fill(lan, "article:tags", "tranh");
            press(lan, "article:save");
            var conflict = lan.locator(".meanwhile");
            assertThat(conflict.innerText()).contains("(ha) vừa lưu", "Sapo của Hà", "Sapo của Lan", "Tác giả");
            assertThat(lan.locator("[id='article:tags']").inputValue()).isEqualTo("tranh");
            assertAccessible(lan);
            // What both changed is Lan's unless she says otherwise; what only Hà changed is Hà's.
            press(lan, "article:save");
            assertThat(lan.locator("[id='article:lead']").inputValue()).isEqualTo("Sapo của Lan");
            assertThat(lan.locator("[id='article:author']").inputValue()).isEqualTo("Hà");
            assertThat(lan.locator("[id='article:tags']").inputValue()).isEqualTo("tranh");
        }
    }

    @Test
    @Order(2)
    void twoBodiesAreReadWordByWordAndPutTogether() {
        var title = "Hai người cùng viết " + System.nanoTime();
        try (var one = as("lan");
                var other = as("ha")) {
            var lan = one.newPage();
            write(lan, title);
            fill(lan, "article:body", "<p>Mở cửa ngày 12.</p><p>Vé 20.000 đồng.</p>");
            press(lan, "article:save");
            var ha = other.newPage();
            choose(ha, "tat-ca", title);
            fill(ha, "article:body", "<p>Mở cửa ngày 14.</p><p>Vé 20.000 đồng.</p>");
            press(ha, "article:save");

            fill(lan, "article:body", "<p>Mở cửa ngày 12.</p><p>Vé 25.000 đồng.</p>");
            press(lan, "article:save");
            assertThat(lan.locator(".conflict del").allInnerTexts()).contains("14.", "20.000");
            assertThat(lan.locator(".conflict ins").allInnerTexts()).contains("12.", "25.000");
            assertThat(lan.locator(".conflict input:checked").getAttribute("value"))
                    .isEqualTo("both");
            assertAccessible(lan);
            press(lan, "article:save");
            assertThat(body(lan)).contains("ngày 14.", "Vé 25.000");

            // Where both changed one paragraph, nothing is saved before somebody has looked.
            ha.reload();
            fill(ha, "article:body", "<p>Mở cửa ngày 15.</p><p>Vé 25.000 đồng.</p>");
            press(ha, "article:save");
            fill(lan, "article:body", "<p>Mở cửa ngày 16.</p><p>Vé 25.000 đồng.</p>");
            press(lan, "article:save");
            lan.locator(".conflict input[value=both]").check();
            press(lan, "article:save");
            shows(lan.locator("#problems"), "1 chỗ cả hai cùng sửa");
            assertThat(body(lan)).contains("ngày 15.", "ngày 16.");
            fill(lan, "article:body", "<p>Mở cửa ngày 16.</p><p>Vé 25.000 đồng.</p>");
            press(lan, "article:save");
            assertThat(body(lan)).contains("ngày 16.").doesNotContain("ngày 15.");
        }
    }

    private static String body(Page page) {
        return page.locator("textarea[name='article:body']").inputValue();
    }

    @Test
    @Order(3)
    void nothingTypedIsLostWhenTheSessionEnds() {
        try (var context = as("lan")) {
            var page = context.newPage();
            page.navigate(url(ARTICLES + "/soan"));
            var title = "Phiên đã hết " + System.nanoTime();
            fill(page, "article:title", title);
            context.clearCookies();
            press(page, "article:save");
            assertThat(page.url()).contains("/dang-nhap");
            fillSignIn(page, "lan");
            assertThat(page.url()).contains(ARTICLES + "/soan");
            Pressed.press(page.locator("#kept-here [data-kept=goOn]"));
            page.waitForFunction("title => document.getElementById('article:title').value === title", title);
        }
    }

    @Test
    @Order(4)
    void nothingTypedIsLostByAReloadOrWithoutAConnection() {
        try (var context = as("lan")) {
            var page = context.newPage();
            page.navigate(url(ARTICLES + "/soan"));
            var title = "Tải lại trang " + System.nanoTime();
            fill(page, "article:title", title);
            awaitKept(page, "Đã tự giữ");
            page.reload();
            assertThat(page.locator("[id='article:title']").inputValue()).isEqualTo(title);

            context.setOffline(true);
            fill(page, "article:lead", "Viết khi mất mạng");
            awaitKept(page, "Mất kết nối");
            context.setOffline(false);
            // As after a crash: the page is gone, what was typed is not.
            var again = context.newPage();
            again.navigate(page.url());
            page.close();
            Pressed.press(again.locator("#kept-here [data-kept=goOn]"));
            again.waitForFunction("() => document.getElementById('article:lead').value === 'Viết khi mất mạng'");
            assertThat(again.locator("[id='article:title']").inputValue()).isEqualTo(title);
            // Saved, nothing is offered any more.
            fill(again, "article:body", "<p>Xong.</p>");
            press(again, "article:save");
            again.reload();
            assertThat(again.locator("#unsaved").count()).isZero();
            assertThat(again.locator("#kept-here").isVisible()).isFalse();
        }
    }

    /** What was typed last is not kept yet when the button is pressed; the deed is about the version without it. */
    @Test
    @Order(4)
    void aDeedDoesNotPassOverWhatWasJustTyped() {
        var title = "Ngày hội đọc sách " + System.nanoTime();
        try (var writing = as("lan");
                var publishing = as("mai")) {
            var lan = writing.newPage();
            write(lan, title);
            press(lan, "article:submit");
            shows(lan.locator(".sheet-state"), "Chờ duyệt");

            var mai = publishing.newPage();
            choose(mai, "cho-toi", title);
            fill(mai, "article:title", title + ", năm 2026");
            deed(mai, "APPROVE");
            press(mai, "APPROVE:act");
            shows(mai.locator("#problems"), "bản soạn dở chưa lưu");
            shows(mai.locator(".sheet-state"), "Chờ duyệt");
        }
    }

    /** Whoever has a right at one place finds nothing of others at their numbers, by whichever way they come. */
    @Test
    @Order(4)
    void theNumbersOfOthersLeadNowhere() {
        var title = "Không phải của Tâm " + System.nanoTime();
        try (var writing = as("lan");
                var elsewhere = as("tam")) {
            var lan = writing.newPage();
            write(lan, title);
            press(lan, "article:save");
            var number = lan.url().replaceFirst(".*[?&]ma=(\\d+).*", "$1");
            var tam = elsewhere.newPage();
            tam.navigate(url(ARTICLES));
            assertThat(tam.locator("body").innerText()).doesNotContain(title);
            for (var path : java.util.List.of("/soan?ma=", "/so-sanh?ma=", "/phien-ban?ma=")) {
                assertThat(get(tam, ARTICLES + path + number)).as(path).isEqualTo(404);
            }
            assertThat(((Number) tam.evaluate(
                                    "number => fetch('/quan-tri/bai-viet/giu-ban-soan', {method: 'POST', body:"
                                            + " new URLSearchParams({key: number, base: '1', title: 'x'})}).then(a => a.status)",
                                    number))
                            .intValue())
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(5)
    void nothingTypedIsLostWhenTheServerIsRestarted() throws Exception {
        var title = "Máy chủ khởi động lại " + System.nanoTime();
        try (var context = as("lan")) {
            var page = context.newPage();
            page.navigate(url(ARTICLES + "/soan"));
            fill(page, "article:title", title);
            awaitKept(page, "Đã tự giữ");
        }
        portal.close();
        portal = RunningPortal.start(data);
        try (var context = as("lan")) {
            var page = context.newPage();
            page.navigate(url(ARTICLES));
            Pressed.press(page.locator("a", new Page.LocatorOptions().setHasText(title))
                    .first());
            assertThat(page.locator("[id='article:title']").inputValue()).isEqualTo(title);
        }
    }

    // Deeds

    private void write(Page page, String title) {
        page.navigate(url(ARTICLES + "/soan"));
        fill(page, "article:title", title);
        fill(page, "article:lead", "Hội thi dành cho học sinh từ 6 đến 15 tuổi.");
        fill(page, "article:body", "<h2>Thể lệ</h2><p>Mỗi em gửi một bức tranh.</p><script>alert(1)</script>");
        page.locator("[id='article:section']").selectOption("van-hoa");
    }

    /** Opens an article from a list of the board. */
    private void choose(Page page, String view, String title) {
        page.navigate(url(ARTICLES + "?xem=" + view + "&loc=" + title.replace(' ', '+')));
        Pressed.press(page.locator("[id='list:articles'] tbody tr", new Page.LocatorOptions().setHasText(title))
                .locator("td.deeds a"));
    }

    private static void deed(Page page, String name) {
        var fold = page.locator("details.deed:has([id='" + name + "'])");
        if (fold.getAttribute("open") == null) {
            Pressed.press(fold.locator("summary"));
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

    private static void awaitKept(Page page, String said) {
        page.waitForFunction("said => document.querySelector('[data-kept-status]').textContent.includes(said)", said);
    }

    private static int get(Page page, String path) {
        return ((Number) page.evaluate("path => fetch(path, {cache: 'no-store'}).then(a => a.status)", path))
                .intValue();
    }

    private static String text(Page page, String path) {
        return (String) page.evaluate("path => fetch(path, {cache: 'no-store'}).then(a => a.text())", path);
    }

    /** When the search finds it for the first time. */
    private static long foundAt(Page page, String title, String path) {
        return ((Number) page.evaluate("""
                        async ([title, path]) => {
                          for (;;) {
                            const answer = await fetch('/api/v1/search?limit=50&q=' + encodeURIComponent(title), {cache: 'no-store'});
                            const found = await answer.json();
                            if (found.items && found.items.some(item => item.url.endsWith(path))) return Date.now();
                            await new Promise(resolve => setTimeout(resolve, 100));
                          }
                        }
                        """, java.util.List.of(title, path))).longValue();
    }

    private String url(String path) {
        return portal.url(path);
    }

    private BrowserContext as(String name) {
        var context = chromium.browser.newContext();
        context.setDefaultTimeout(90_000);
        var page = context.newPage();
        page.navigate(url("/quan-tri"));
        fillSignIn(page, name);
        assertThat(page.url()).doesNotContain("/dang-nhap");
        page.close();
        return context;
    }

    private static void fillSignIn(Page page, String name) {
        page.locator("[name=name]").fill(name);
        page.locator("[name=password]").fill(RunningPortal.PASSWORD);
        Pressed.press(page.locator("main button[type=submit]").first());
    }
}
