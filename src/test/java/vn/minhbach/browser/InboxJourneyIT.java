package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.account.Role;

/**
 * What becomes of a question and of a complaint on the telephone, by everybody who has to do with them: citizen, moderator, responder,
 * approver, and whoever reads it in the end.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class InboxJourneyIT {

    private static final String PHONE = "0912 345 678";
    private static final String NAME = "Nguyễn Thị Hoa Mai";

    /** The first of the templates that come with the portal, as the list names it. */
    private static final String TEMPLATE = "Trả lời người gửi – Mở đầu, kết thúc chung";

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
        staff.open("thu", Role.MODERATOR, "");
        staff.open("ha", Role.RESPONDER, "");
        staff.open("mai", Role.APPROVER, "");
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
    void aQuestionIsAskedAnsweredFoundOffThePointAndAnsweredAgain() throws Exception {
        var title = "Thuê sân bóng ban đêm " + System.nanoTime() % 1_000_000;
        String code;
        try (var phone = citizen()) {
            var page = phone.newPage();
            page.navigate(url("/gui-cau-hoi"));
            page.locator("[name=tieu-de]").fill(title);
            page.locator("[name=noi-dung]")
                    .fill("Toi la " + NAME + ", so " + PHONE
                            + ". San bong cua trung tam co cho thue sau 21 gio khong a?");
            page.locator("[name=ho-ten]").fill(NAME);
            page.locator("[name=dia-chi]").fill("Số 7 phố Hàng Bè");
            page.locator("[name=tep]").setInputFiles(photo());
            // An error keeps what was typed, and the photo too.
            page.locator("form.ask-form button.primary").press("Enter");
            shows(page.locator("main"), "Số điện thoại");
            assertThat(page.locator("[name=tieu-de]").inputValue()).isEqualTo(title);
            shows(page.locator("form.ask-form"), "san-bong.jpg");
            page.locator("[name=dien-thoai]").fill(PHONE);
            page.locator("[name=dong-y]").press("Space");
            page.locator("form.ask-form button.primary").press("Enter");
            assertFits(page);
            page.locator("button[name=gui]").press("Enter");
            shows(page.locator("h1"), "Biên nhận");
            assertFits(page);
            code = page.locator("#ma-tra-cuu").innerText();
        }
        var item = route(title);
        answer(item, "Chào anh chị, sân bóng mở cửa đến 21 giờ mỗi ngày.", title);

        try (var phone = citizen()) {
            var page = phone.newPage();
            track(page, code);
            shows(
                    page.locator("main"),
                    "đã nhận được nội dung Ông/Bà gửi ngày " + day(LocalDate.now(vn.minhbach.shared.Time.ZONE)),
                    "sân bóng mở cửa đến 21 giờ",
                    "Trân trọng cảm ơn Ông/Bà.",
                    "san-bong.jpg",
                    "Tệp kèm câu trả lời",
                    "so-do.jpg");
            assertFits(page);
            page.locator("#chua-dung").fill("Tôi hỏi sau 21 giờ, không hỏi trước đó.");
            page.locator("button[value=chua-dung]").press("Enter");
            shows(page.locator("main"), "Tôi hỏi sau 21 giờ");
        }
        answer(item, "Sau 21 giờ trung tâm không cho thuê sân, theo nội quy ngày 01/6/2026.", title);

        try (var phone = citizen()) {
            var page = phone.newPage();
            track(page, code);
            shows(page.locator("main"), "Sau 21 giờ trung tâm không cho thuê sân");
            page.locator("main a[href*='/hoi-dap/']").first().press("Enter");
            shows(page.locator("h1"), title);
            var shown = page.content();
            assertThat(shown).contains("Sau 21 giờ trung tâm không cho thuê sân");
            assertThat(shown).doesNotContain(NAME, "0912345678", PHONE, "Hàng Bè", "san-bong.jpg", "so-do.jpg");
            assertFits(page);
            assertAllAgree(page, title, URI.create(page.url()).getPath());
        }
    }

    /** Page, list, search, open data and figures tell the same of what is public, and none of them who asked. */
    private void assertAllAgree(Page page, String title, String path) throws Exception {
        page.navigate(url("/hoi-dap?xep=moi"));
        var listed = page.locator("main .lines a", new Page.LocatorOptions().setHasText(title));
        assertThat(listed.count())
                .as("the second answer takes the place of the first")
                .isEqualTo(1);
        assertThat(listed.getAttribute("href")).isEqualTo(path);
        var found = numbers(page.locator("#found-title").innerText());

        await(page, () -> {
            page.navigate(url("/tim-kiem?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8)));
            return page.locator("main article.line h3 a[href='" + path + "']").count() == 1;
        });
        assertThat(page.content()).doesNotContain(NAME, "0912345678", PHONE, "Hàng Bè", "san-bong.jpg");

        var answers = rows(page, "hoi-dap");
        assertThat(found).containsExactly((long) answers.size());
        assertThat(answers.stream().filter(row -> row.get("dia_chi").endsWith(path)))
                .as("open data")
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("tieu_de")).isEqualTo(title);
                    assertThat(row.get("tra_loi")).contains("Sau 21 giờ trung tâm không cho thuê sân");
                    assertThat(row.toMap().toString())
                            .doesNotContain(NAME, "0912345678", PHONE, "Hàng Bè", "san-bong.jpg");
                });

        // What is told of the year is counted anew since something was published; the file counts whenever it is made.
        var year = String.valueOf(LocalDate.now(vn.minhbach.shared.Time.ZONE).getYear());
        var months = rows(page, "so-lieu").stream()
                .filter(row -> row.get("ky").startsWith(year))
                .toList();
        page.navigate(url("/phan-anh/so-lieu"));
        assertFits(page);
        var cells = page.locator("section[aria-labelledby=units-title] tbody tr")
                .last()
                .locator("td")
                .allInnerTexts();
        assertThat(cells.stream().limit(7).flatMap(cell -> numbers(cell).stream()))
                .as("received, answered, in time, late, open, elsewhere, settled of those who say anything")
                .containsExactlyElementsOf(Stream.of(
                                "tiep_nhan",
                                "da_tra_loi",
                                "dung_han",
                                "qua_han",
                                "dang_xu_ly",
                                "khong_tra_loi",
                                "da_giai_quyet",
                                "co_danh_gia")
                        .map(column -> months.stream()
                                .mapToLong(row -> Long.parseLong(row.get(column)))
                                .sum())
                        .toList());
        assertThat(page.locator("main [role=img] dl > div").count())
                .as("each unit and each month has its bars")
                .isEqualTo(page.locator("main tbody tr").count() - 1);
    }

    /** Asks again for what follows within seconds. */
    private static void await(Page page, BooleanSupplier there) {
        for (var tries = 0; tries < 40; tries++) {
            if (there.getAsBoolean()) {
                return;
            }
            page.waitForTimeout(500);
        }
        throw new AssertionError("It never came: " + page.url());
    }

    /** "1.234" is one number. */
    private static List<Long> numbers(String text) {
        return Pattern.compile("\\d[\\d.]*")
                .matcher(text)
                .results()
                .map(found -> Long.valueOf(found.group().replace(".", "")))
                .toList();
    }

    /** A table of the open data. */
    private List<CSVRecord> rows(Page page, String file) throws IOException {
        var csv = page.request().get(url("/du-lieu-mo/tep/" + file + ".csv")).text();
        try (var parsed = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.replaceFirst("^\uFEFF", "")))) {
            return parsed.getRecords();
        }
    }

    @Test
    void whatIsSaidOnTheTelephoneIsTakenDownTransferredAndExplained() throws Exception {
        var title = "Xe buýt bỏ bến " + System.nanoTime() % 1_000_000;
        var today = LocalDate.now(vn.minhbach.shared.Time.ZONE);
        var said = day(today.minusDays(40));
        try (var moderating = as("thu")) {
            var page = moderating.newPage();
            page.navigate(url("/quan-tri/hop-thu/ghi"));
            assertAccessible(page);
            Pressed.press(page.locator("main a[href*='quy-dinh'], main a[href*='rule-feedback']")
                    .first());
            assertAccessible(page);
            page.locator("[id='intake:channel']").selectOption("PHONE");
            page.locator("[id='intake:day']").fill(said);
            page.locator("[id='intake:tieu-de']").fill(title);
            page.locator("[id='intake:noi-dung']").fill("Xe buýt tuyến 5 bỏ bến đình làng hai lần trong tuần.");
            page.locator("[id='intake:ho-ten']").fill(NAME);
            page.locator("[id='intake:dia-chi']").fill("Số 7 phố Hàng Bè");
            page.locator("[id='intake:dien-thoai']").fill(PHONE);
            page.locator("[id='intake:consent']").selectOption("SPOKEN");
            Picture.take(page, "responders/ghi-theo-loi", "main h1");
            shows(page.locator("[data-kept-status]"), "Đã tự giữ");
            var again = moderating.newPage();
            again.navigate(page.url());
            shows(again.locator("#brought-back"), "đã được đưa lại");
            assertThat(again.locator("[id='intake:tieu-de']").inputValue()).isEqualTo(title);
            assertThat(again.locator("[id='intake:consent']").inputValue()).isEqualTo("SPOKEN");
            again.close();
            bring(page, "anh-chup.jpg");
            assertThat(page.locator("[id='intake:noi-dung']").inputValue()).startsWith("Xe buýt tuyến 5");
            Pressed.press(page.locator("[id='intake:save']"));
            shows(page.locator("main"), title, "Điện thoại", "chậm nhất ngày", "anh-chup.jpg");
            // Taken down weeks after it was said: what is late is late from the first moment, and it is told why.
            shows(
                    page.locator("main .notice", new Page.LocatorOptions().setHasText("chậm nhất ngày"))
                            .first(),
                    "tính từ ngày tiếp theo ngày " + said);
            var address = page.url();
            page.navigate(url("/quan-tri/hop-thu?xem=qua-han"));
            shows(page.locator("main"), title);
            page.navigate(address);
            var slip = page.locator("#slip").getAttribute("href");
            deed(
                    page,
                    "TRANSFER",
                    Map.of("body", "Sở Xây dựng", "text", "Vận tải hành khách công cộng thuộc Sở Xây dựng."));
            shows(page.locator(".sheet-state"), "Đã chuyển");
            page.navigate(url("/quan-tri/hop-thu?xem=qua-han"));
            assertThat(page.locator("main tr", new Page.LocatorOptions().setHasText(title))
                            .count())
                    .as("what another body handles is not late here")
                    .isEqualTo(0);
            page.navigate(address);
            assertAccessible(page);
            try (var phone = reader()) {
                var receipt = phone.newPage();
                receipt.navigate(url(slip));
                shows(receipt.locator("main"), "qua điện thoại");
                var code = receipt.locator("#ma-tra-cuu").innerText();
                track(receipt, code);
                shows(receipt.locator("main"), "Sở Xây dựng", "Vận tải hành khách công cộng");
                // Until when it should have been passed on, when it was, and by which rule that day is the day.
                shows(
                        receipt.locator("main .notice").first(),
                        "Chuyển cơ quan có thẩm quyền: hạn là ngày",
                        "đã thực hiện ngày " + day(today) + ", muộn hạn");
                receipt.locator("main .notice details summary").first().press("Enter");
                shows(
                        receipt.locator("main .notice details").first(),
                        "5 ngày làm việc, tính từ ngày tiếp theo ngày " + said,
                        "Nghị định 20/2008/NĐ-CP");
                assertFits(receipt);
                assertAccessible(receipt);
            }
        }
    }

    /** The moderator finds it in the queue and gives it to a unit. @return the address of the item */
    private String route(String title) {
        try (var moderating = as("thu")) {
            var page = moderating.newPage();
            page.navigate(url("/quan-tri/hop-thu?xem=moi"));
            Picture.take(page, "responders/hop-thu", "main h1");
            Pressed.press(page.locator("tr", new Page.LocatorOptions().setHasText(title))
                    .locator("td.deeds a"));
            shows(page.locator("main"), "san-bong.jpg");
            Picture.take(page, "responders/mot-viec", "main h1");
            var address = page.url();
            deed(page, "ASSIGN", Map.of());
            shows(page.locator(".sheet-state"), "Đã giao đơn vị");
            return address;
        }
    }

    /** Written from a template by one, approved, sent and made public by others. */
    private void answer(String item, String answer, String title) throws Exception {
        try (var responding = as("ha");
                var approving = as("mai")) {
            var ha = responding.newPage();
            ha.navigate(item);
            Pressed.press(ha.locator("#write"));
            assertAccessible(ha);
            // What the sender gets is the template: its gaps filled by the portal, its place for the answer by whoever
            // answers.
            var full = ha.locator("[id='DRAFT:answer']");
            full.fill("");
            ha.locator("[id='DRAFT:template']")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(TEMPLATE));
            Pressed.press(ha.locator("[id='DRAFT:insert']"));
            shows(full, "Kính gửi Ông/Bà", "gửi ngày " + day(LocalDate.now(vn.minhbach.shared.Time.ZONE)));
            assertThat(full.innerText()).as("no gap is left open").doesNotContain("{", "}");
            full.locator("p", new Locator.LocatorOptions().setHasText(Pattern.compile("^1\\.\\s*$")))
                    .click();
            ha.keyboard().press("Home");
            ha.keyboard().press("Shift+End");
            ha.keyboard().type(answer);
            shows(full, answer, "Trân trọng cảm ơn Ông/Bà.");
            ha.locator("[id='DRAFT:question']")
                    .fill(
                            "Có ông Phạm Văn Tuấn hỏi cho bà Đỗ Thị Hạnh: Sân bóng của trung tâm có cho thuê sau 21 giờ không?");
            ha.locator("[id='DRAFT:publicAnswer']").fill(answer);
            assertKept(responding, ha, title);
            if (!ha.locator("main").innerText().contains("so-do.jpg")) {
                bring(ha, "so-do.jpg");
                assertThat(ha.locator("[id='DRAFT:title']").inputValue()).isEqualTo(title);
            }
            // Of two names one is masked here, and the other is let stand by whoever approves.
            Pressed.press(ha.locator("[id='DRAFT:look']"));
            shows(ha.locator("main"), "Phạm Văn Tuấn", "Đỗ Thị Hạnh");
            Pressed.press(ha.locator("button[name='DRAFT:mask']").first());
            assertThat(ha.locator("[id='DRAFT:question']").inputValue())
                    .startsWith("Có ông [đã che: họ tên] hỏi cho bà Đỗ Thị Hạnh");
            assertThat(ha.locator("[id='DRAFT:title']").inputValue()).isEqualTo(title);
            assertThat(ha.locator("[id='DRAFT:publicAnswer']").innerText()).contains(answer);
            Picture.take(ha, "responders/soan-tra-loi", ".field.rich");
            Pressed.press(ha.locator("[id='DRAFT:act']"));
            shows(ha.locator(".sheet-state"), "Chờ duyệt");

            var mai = approving.newPage();
            mai.navigate(item);
            shows(mai.locator("#doubts"), "Đỗ Thị Hạnh");
            Picture.take(mai, "responders/viec-co-the-lam", ".deeds-list");
            deed(mai, "APPROVE", Map.of());
            ha.navigate(item);
            deed(ha, "ANSWER", Map.of());
            mai.navigate(item);
            deed(mai, "PUBLISH", Map.of());
            shows(mai.locator(".sheet-state"), "Đã công khai");
        }
    }

    /** Brings a file with what is written, and is led back to it. */
    private void bring(Page page, String name) throws Exception {
        page.locator("#tep").setInputFiles(photo(name));
        Pressed.press(page.locator("#bring button"));
        shows(page.locator("main"), "Đã nhận tệp", name);
        assertAccessible(page);
    }

    /** What is typed stands on another page of theirs too, and none of it lies in the browser for good. */
    private static void assertKept(BrowserContext context, Page page, String title) {
        var number = title.replaceAll("\\D", "");
        page.waitForResponse(
                answered -> answered.url().endsWith("/giu-ban-soan")
                        && answered.status() == 200
                        && String.valueOf(answered.request().postData()).contains(number),
                () -> page.locator("[id='DRAFT:title']").fill(title));
        assertThat(page.evaluate("() => Object.keys(localStorage).filter(name => name.startsWith('kept:')).length"))
                .isEqualTo(0);
        var again = context.newPage();
        again.navigate(page.url());
        shows(again.locator("#brought-back"), "đã được đưa lại");
        assertThat(again.locator("[id='DRAFT:title']").inputValue()).isEqualTo(title);
        assertAccessible(again);
        again.close();
    }

    private static void deed(Page page, String name, Map<String, String> fields) {
        Pressed.press(page.locator("details:has([id='" + name + ":act']) summary"));
        fields.forEach((field, text) ->
                page.locator("[id='" + name + ":" + field + "']").fill(text));
        if (name.equals("ASSIGN")) {
            page.locator("[id='ASSIGN:unit']")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        }
        if (page.locator("[id='" + name + ":looked']").count() > 0) {
            page.locator("[id='" + name + ":looked']").check();
        }
        Pressed.press(page.locator("[id='" + name + ":act']"));
        page.locator(".told .good").waitFor();
    }

    private void track(Page page, String code) {
        page.navigate(url("/tra-cuu"));
        page.locator("#ma-so").fill(code);
        page.locator("#lien-he").fill(PHONE);
        page.locator("main form button.primary").press("Enter");
        shows(page.locator("main"), "Nội dung bạn đã gửi");
    }

    private Path photo() throws Exception {
        return photo("san-bong.jpg");
    }

    private Path photo(String name) throws Exception {
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var drawing = picture.createGraphics();
        drawing.setColor(Color.GREEN);
        drawing.fillRect(0, 0, 640, 480);
        drawing.dispose();
        var file = folder.resolve(name);
        ImageIO.write(picture, "jpg", file.toFile());
        return file;
    }

    private static void assertFits(Page page) {
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                .as(page.url())
                .isLessThanOrEqualTo(360);
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    /** Rules of accessibility are checked by a script, and so where scripts run. */
    @Test
    void whatCitizensMeetIsForEverybody() {
        try (var phone = reader()) {
            var page = phone.newPage();
            for (var path : List.of(
                    "/gui-cau-hoi",
                    "/gui-phan-anh",
                    "/gui-phan-anh?loai=hanh-vi",
                    "/tra-cuu",
                    "/hoi-dap",
                    "/phan-anh",
                    "/phan-anh/so-lieu",
                    "/du-lieu-mo")) {
                page.navigate(url(path));
                assertFits(page);
                assertAccessible(page);
            }
        }
    }

    private BrowserContext reader() {
        return chromium.browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740));
    }

    /** A small telephone, without scripts. */
    private BrowserContext citizen() {
        return chromium.browser.newContext(
                new Browser.NewContextOptions().setViewportSize(360, 740).setJavaScriptEnabled(false));
    }

    private BrowserContext as(String name) {
        var context = chromium.browser.newContext();
        var page = context.newPage();
        page.navigate(url("/quan-tri"));
        page.locator("[name=name]").fill(name);
        page.locator("[name=password]").fill(RunningPortal.PASSWORD);
        Pressed.press(page.locator("main button[type=submit]"));
        page.waitForURL("**/quan-tri");
        page.close();
        return context;
    }

    private String url(String path) {
        return path.startsWith("http") ? path : portal.url(path);
    }
}
