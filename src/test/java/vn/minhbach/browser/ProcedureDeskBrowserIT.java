package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Procedures as the board meets them in the browser: a file is looked at and imported, a fee put right, approved by somebody else, public. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class ProcedureDeskBrowserIT {

    private static final String PROCEDURES = "/quan-tri/thu-tuc";
    private static final String CODE = "9.200001";
    private static final String EDIT = PROCEDURES + "/soan?ma=9200001";

    private RunningPortal portal;
    private Path folder;
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.NEVER) Path temporary) throws Exception {
        folder = temporary;
        var data = temporary.resolve("data");
        portal = RunningPortal.start(data);
        chromium = new Chromium();
        var staff = new Staff(data);
        staff.open("ha", Role.EDITOR, "");
        staff.open("mai", Role.PUBLISHER, "");
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
    void aFileIsLookedAtAndImported() throws Exception {
        var file = Files.writeString(
                folder.resolve("moi.jsonl"),
                "{\"code\":\"" + CODE
                        + "\",\"title\":\"Đăng ký thi thả diều\",\"field\":\"Thể thao\",\"methods\":\"Trực tuyến\\n3 Ngày làm việc\\n20.000 Đồng\\nNộp qua cổng.\"}\n"
                        + "{\"code\":\"khong-ma\",\"title\":\"Hỏng\"}\n");
        try (var importing = as("mai")) {
            var mai = importing.newPage();
            mai.navigate(url(PROCEDURES + "/nhap"));
            assertAccessible(mai);
            press(mai, "look");
            shows(mai.locator(".told"), "Chưa chọn tệp");
            mai.locator("#tep").setInputFiles(file);
            press(mai, "look");
            assertThat(mai.locator(".views").innerText().replaceAll("\\s+", " "))
                    .contains("Mới 1", "Bị từ chối 1");
            shows(mai.locator("[id='list:lines']"), CODE, "Đăng ký thi thả diều");
            assertThat(get(mai, "/thu-tuc/" + CODE)).isEqualTo(404);
            assertAccessible(mai);
            press(mai, "apply:act");
            shows(mai.locator(".told"), "Đã nhập xong");
            assertThat(mai.locator("[id='apply:act']").count()).isZero();
            awaitPublic(mai, "20.000");
        }
    }

    @Test
    @Order(2)
    void aFeeIsPutRightAndApprovedBySomebodyElse() {
        try (var writing = as("ha");
                var publishing = as("mai")) {
            var ha = writing.newPage();
            ha.navigate(url(PROCEDURES + "?loc=" + CODE));
            Pressed.press(ha.locator("[id='list:procedures'] td.deeds a").first());
            assertAccessible(ha);
            ha.locator("[id='procedure:ways:0:fee']").fill("10.000 Đồng");
            // Rows come and go, and what was typed stays.
            Pressed.press(ha.locator("button[value='ways:add']"));
            assertThat(ha.locator("[id='procedure:ways:0:fee']").inputValue()).isEqualTo("10.000 Đồng");
            ha.locator("[id='procedure:ways:1:channel']").selectOption("POST");
            ha.locator("[id='procedure:ways:1:time']").fill("5 ngày làm việc");
            Pressed.press(ha.locator("button[value='ways:up:1']"));
            assertThat(ha.locator("[id='procedure:ways:0:time']").inputValue()).isEqualTo("5 ngày làm việc");
            assertThat(ha.locator("#kept-here").isVisible()).isFalse();
            Pressed.press(ha.locator("button[value='cases:add']"));
            ha.locator("[id='procedure:cases:0:papers:0:name']").fill("Đơn đăng ký");
            ha.locator("[id='procedure:cases:0:papers:0:originals']").fill("một");
            press(ha, "procedure:submit");
            shows(ha.locator("#problems"), "số nguyên");
            assertThat(ha.locator("[id='procedure:cases:0:papers:0:originals']").inputValue())
                    .isEqualTo("một");
            ha.locator("[id='procedure:cases:0:papers:0:originals']").fill("1");
            press(ha, "procedure:submit");
            shows(ha.locator(".sheet-state"), "Đang công khai", "Chờ duyệt");
            assertThat(text(ha, "/thu-tuc/" + CODE)).contains("20.000").doesNotContain("10.000", "Đơn đăng ký");

            var mai = publishing.newPage();
            mai.navigate(url(PROCEDURES + "?xem=cho-toi"));
            shows(mai.locator("[id='list:procedures']"), CODE);
            mai.navigate(url(EDIT));
            deed(mai, "APPROVE");
            press(mai, "APPROVE:act");
            deed(mai, "CORRECT");
            mai.locator("[id='CORRECT:notice']").fill("Phí là 10.000 đồng.");
            press(mai, "CORRECT:act");
            awaitPublic(mai, "10.000");
            assertThat(text(mai, "/thu-tuc/" + CODE))
                    .contains("Đính chính", "Phí là 10.000 đồng.", "Đơn đăng ký")
                    .doesNotContain("20.000");
            mai.navigate(url(PROCEDURES + "/so-sanh?ma=9200001&cu=1&moi=2"));
            assertThat(mai.locator(".compared ins").allInnerTexts()).anyMatch(part -> part.contains("10.000"));
            assertAccessible(mai);
        }
    }

    @Test
    @Order(3)
    void theSecondOfTwoChoosesPartByPart() {
        try (var one = as("ha");
                var other = as("mai")) {
            var ha = one.newPage();
            ha.navigate(url(EDIT));
            var mai = other.newPage();
            mai.navigate(url(EDIT));
            mai.locator("[id='procedure:requirements']").fill("Yêu cầu của Mai");
            press(mai, "procedure:save");
            ha.locator("[id='procedure:requirements']").fill("Yêu cầu của Hà");
            ha.locator("[id='procedure:keywords']").fill("diều");
            press(ha, "procedure:save");
            shows(ha.locator(".meanwhile"), "(mai) vừa lưu", "Yêu cầu của Mai", "Yêu cầu của Hà");
            assertAccessible(ha);
            press(ha, "procedure:save");
            assertThat(ha.locator("[id='procedure:requirements']").inputValue()).isEqualTo("Yêu cầu của Hà");
            assertThat(ha.locator("[id='procedure:keywords']").inputValue()).isEqualTo("diều");
        }
    }

    @Test
    @Order(4)
    void nothingTypedIsLostWhenTheSessionEnds() {
        try (var context = as("ha")) {
            var page = context.newPage();
            page.navigate(url(EDIT));
            page.locator("[id='procedure:ways:0:note']").fill("Phiên đã hết");
            context.clearCookies();
            press(page, "procedure:save");
            assertThat(page.url()).contains("/dang-nhap");
            fillSignIn(page, "ha");
            Pressed.press(page.locator("#kept-here [data-kept=goOn]"));
            page.waitForFunction("() => document.getElementById('procedure:ways:0:note')?.value === 'Phiên đã hết'");
        }
    }

    private static void deed(Page page, String name) {
        var fold = page.locator("details.deed:has([id='" + name + "'])");
        if (fold.getAttribute("open") == null) {
            Pressed.press(fold.locator("summary"));
        }
    }

    private static void press(Page page, String button) {
        Pressed.press(page.locator("[id='" + button + "']"));
    }

    /** Pages are rendered again within a moment of the change. */
    private static void awaitPublic(Page page, String words) {
        page.waitForFunction(
                "([path, words]) => fetch(path, {cache: 'no-store'}).then(a => a.text()).then(text => text.includes(words))",
                java.util.List.of("/thu-tuc/" + CODE, words));
    }

    private static int get(Page page, String path) {
        return ((Number) page.evaluate("path => fetch(path, {cache: 'no-store'}).then(a => a.status)", path))
                .intValue();
    }

    private static String text(Page page, String path) {
        return (String) page.evaluate("path => fetch(path, {cache: 'no-store'}).then(a => a.text())", path);
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
