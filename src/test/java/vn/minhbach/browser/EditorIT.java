package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.minhbach.shared.Html;
import vn.minhbach.web.Words;

/**
 * The editor of rich text in a browser, under the policy of the back office, without a portal behind it: what is typed, pasted and
 * pressed, and what is sent then. Whatever comes out of it must pass the server's cleaning as it is.
 */
@Tag("browser")
class EditorIT {

    private static final Path THEME = Path.of("webapp-themes/base");
    private static final Pattern IMPORT = Pattern.compile("url\\([^)]*\\)");

    /** As web.xml has it, without the nonce that only PrimeFaces' scripts need. */
    private static final String POLICY =
            "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; script-src 'self'";

    private static Chromium chromium;
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        page = chromium.browser.newContext().newPage();
        page.onConsoleMessage(message -> {
            // Since Chromium 156 what is parsed to be cleaned, and stands on no page, is told as blocked, too: that is
            // what is wanted.
            var isBlocked = message.text().startsWith("Executing inline event handler")
                    && message.text().contains("has been blocked");
            if (!isBlocked && (message.type().equals("error") || message.text().contains("Content Security Policy"))) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.route("**/*", this::answer);
        write("");
    }

    @AfterEach
    void nothingWasRefusedOrFailed() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }

    private String stored = "";

    private void write(String html) {
        stored = html;
        page.navigate("http://editor.test/quan-tri");
        page.locator(".ProseMirror").waitFor();
    }

    private void answer(Route route) {
        var path = java.net.URI.create(route.request().url()).getPath();
        switch (path) {
            case "/quan-tri" -> send(route, "text/html", page());
            case "/site.css" ->
                send(
                        route,
                        "text/css",
                        read("css/tokens.css")
                                + read("css/base.css")
                                + read("css/layout.css")
                                + read("css/components.css"));
            case "/admin.css" -> send(route, "text/css", read("css/admin.css"));
            case "/js/editor.js" -> send(route, "text/javascript", read("js/editor.js"));
            case "/api/v1/search" -> send(route, "application/json", """
                    {"total": 1, "items": [{"title": "Cấp thẻ thư viện", "url": "http://editor.test/thu-tuc/1.001234"}]}
                    """);
            case "/quan-tri/thu-vien-tep/chon" -> send(route, "application/json", """
                    {"items": [{"path": "/tep/7/le-hoi.jpg", "name": "le-hoi.jpg", "label": "le-hoi.jpg (JPEG, 80 KB)", "alt": "", "caption": "",
                    "credit": "Minh Anh", "focus": "top", "width": 960, "height": 640, "mediaType": "image/jpeg", "small": "/tep/7/le-hoi.jpg"}]}
                    """);
            case "/quan-tri/goi-y-viet" -> send(route, "application/json", """
                    {"hints": [{"kind": "DEAD_TERM", "text": "“cấp huyện” không còn dùng", "excerpt": "cấp huyện", "instead": "cấp xã", "link": ""},
                    {"kind": "PROCEDURE", "text": "Có thể liên kết", "excerpt": "1.001234", "instead": "", "link": "/thu-tuc/1.001234"}]}
                    """);
            case "/tep/7/le-hoi.jpg" -> send(route, "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>");
            case "/thu-tuc/1.001234", "/favicon.ico" -> send(route, "text/html", "");
            default -> route.fulfill(new Route.FulfillOptions().setStatus(404));
        }
    }

    private static void send(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setHeaders(Map.of("Content-Type", type + ";charset=UTF-8", "Content-Security-Policy", POLICY))
                .setBody(body));
    }

    private static String read(String file) {
        try {
            return IMPORT.matcher(Files.readString(THEME.resolve(file))).replaceAll("none");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page() {
        var words = Json.createObjectBuilder();
        Words.VIETNAMESE.under("editor.").forEach(words::add);
        return """
                <!DOCTYPE html><html lang="vi"><head><title>Soạn bài</title><meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/site.css"><link rel="stylesheet" href="/admin.css"></head><body class="admin"><main><h1>Soạn bài</h1>
                <form class="fields" method="get" action="/quan-tri"><div class="field rich"><label for="f:body">Nội dung</label>
                <p class="help" id="f:body-help">Viết ngắn.</p>
                <textarea id="f:body" name="f:body" rows="16" data-rich-text="true" data-words="%s" data-search="/api/v1/search"
                data-files="/quan-tri/thu-vien-tep/chon" data-upload="/quan-tri/thu-vien-tep/tai-len" data-hints="/quan-tri/goi-y-viet" aria-describedby="f:body-help">%s</textarea>
                <script src="/js/editor.js" defer></script></div><p><button class="button" type="submit">Lưu</button></p></form></main></body></html>
                """.formatted(Html.escape(words.build().toString()), Html.escape(stored));
    }

    private Locator text() {
        return page.locator(".ProseMirror");
    }

    /** What would be sent, which is what the server would store. */
    private String sent() {
        page.evaluate("() => document.querySelector('textarea').richText.tell()");
        var html = page.locator("textarea").inputValue();
        assertThat(Html.clean(html))
                .as("the server's cleaning changes nothing")
                .isEqualTo(Html.clean(Html.clean(html)));
        assertThat(Html.text(Html.clean(html))).isEqualTo(Html.text(html));
        return html;
    }

    private void press(String tool) {
        page.locator("[id='f:body-" + tool + "']").click();
    }

    private void paste(String html) {
        text().click();
        page.evaluate("""
                html => {
                  const data = new DataTransfer();
                  data.setData('text/html', html);
                  data.setData('text/plain', 'x');
                  document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                }
                """, html);
    }

    @Test
    void whatIsStoredComesBackAsItWas() {
        var html =
                "<h2>Lễ hội</h2><p>Một <strong>đậm</strong>, <em>nghiêng</em>, m<sup>2</sup>, <a href=\"/thu-tuc/1.001234\">thủ tục</a>.</p>"
                        + "<ul><li>một<ul><li>trong</li></ul></li><li>hai</li></ul><ol start=\"3\"><li>ba</li></ol><blockquote><p>Lời</p></blockquote>"
                        + "<table><caption>Phí</caption><thead><tr><th scope=\"col\">Loại</th><th scope=\"col\">Mức</th></tr></thead>"
                        + "<tbody><tr><th scope=\"row\">Thẻ</th><td>5.000 đồng</td></tr></tbody></table>"
                        + "<figure class=\"focus-top\"><img src=\"/tep/7/le-hoi.jpg\" alt=\"Đoàn rước\" width=\"960\" height=\"640\">"
                        + "<figcaption>Rước kiệu <span class=\"credit\">Minh Anh</span></figcaption></figure><p>Hết</p>";
        write(html);
        page.evaluate("() => document.querySelector('textarea').richText.tell()");

        assertThat(sent()).isEqualTo(html);
        assertThat(Html.clean(html)).isEqualTo(html);
    }

    @Test
    void textIsWrittenAndShapedByKeysAlone() {
        text().focus();
        page.keyboard().type("Lễ hội");
        page.keyboard().press("Control+Alt+2");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+b");
        page.keyboard().type("Đậm");
        page.keyboard().press("Control+b");
        page.keyboard().press("Enter");
        // Into the bar, to the list of points, and back.
        page.keyboard().press("Alt+F10");
        for (var steps = 0; steps < 30 && !"f:body-bullet_list".equals(focused()); steps++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("Enter");
        assertThat(focused()).isEqualTo("f:body");
        page.keyboard().type("một");
        page.keyboard().press("Enter");
        page.keyboard().type("hai");

        assertThat(sent()).isEqualTo("<h2>Lễ hội</h2><p><strong>Đậm</strong></p><ul><li>một</li><li>hai</li></ul>");

        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        assertThat(sent()).doesNotContain("hai");
        page.keyboard().press("Control+y");
        page.keyboard().press("Control+y");
        assertThat(sent()).contains("hai");
    }

    private Object focused() {
        return page.evaluate("() => document.activeElement.id");
    }

    /** What an input method does: the same letters are replaced again and again until the syllable stands. */
    @Test
    void aSyllableThatIsBeingComposedIsLeftAlone() {
        text().focus();
        var cdp = page.context().newCDPSession(page);
        for (var syllable :
                List.of(List.of("t", "ti", "tiê", "tiêng", "tiếng"), List.of("v", "vi", "viê", "viêt", "việt"))) {
            for (var so : syllable) {
                var composed = new com.google.gson.JsonObject();
                composed.addProperty("text", so);
                composed.addProperty("selectionStart", so.length());
                composed.addProperty("selectionEnd", so.length());
                cdp.send("Input.imeSetComposition", composed);
                assertThat(text().innerText()).endsWith(so);
            }
            var done = new com.google.gson.JsonObject();
            done.addProperty("text", syllable.getLast());
            cdp.send("Input.insertText", done);
            page.keyboard().press("Space");
        }
        page.keyboard().type("xong");

        assertThat(sent()).isEqualTo("<p>tiếng việt xong</p>");
    }

    /** As Word writes it: lists of paragraphs, comments, its own elements, fonts of an old encoding. */
    @Test
    void whatComesFromWordIsCleaned() {
        paste("""
                <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=VI>
                <!--StartFragment--><p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:14pt'>KẾ HOẠCH<o:p></o:p></span></b></p>
                <p class=MsoNormal><span style='mso-spacerun:yes'>  </span>Nơi nhận:&nbsp;các phòng<o:p></o:p></p>
                <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Việc thứ nhất</p>
                <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Việc nhỏ</p>
                <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Việc thứ hai</p>
                <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Bước một</p>
                <table class=MsoTableGrid border=1 width=604 style='width:453pt'><tr><td width=302 style='width:226pt'><p class=MsoNormal>STT</p></td><td colspan=2><p class=MsoNormal>Tên</p></td></tr>
                <tr><td rowspan=2><p class=MsoNormal>1</p></td><td><p class=MsoNormal>A</p></td><td><p class=MsoNormal>B</p></td></tr><tr><td><p>C</p></td><td><p>D</p></td></tr></table>
                <p class=MsoNormal><span style='font-family:.VnTime'>ThuyÕt minh</span></p>
                <p class=MsoNormal><a href="file:///C:/Users/a.doc">Phụ lục</a> <a href="javascript:alert(1)">x</a> <a href="https://an-hai.example/">y</a></p>
                <p class=MsoNormal><img width=200 src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" onerror="alert(1)"><img src="file:///C:/Temp/clip_image001.png"></p>
                <!--EndFragment--></body></html>
                """);

        var html = sent();
        assertThat(html)
                .startsWith("<p><strong>KẾ HOẠCH</strong></p><p>Nơi nhận: các phòng</p>")
                .contains(
                        "<ul><li>Việc thứ nhất<ul><li>Việc nhỏ</li></ul></li><li>Việc thứ hai</li></ul><ol><li>Bước một</li></ol>")
                .contains("<td colspan=\"2\">Tên</td>")
                .contains("<td rowspan=\"2\">1</td>")
                .contains("<p>Phụ lục x <a href=\"https://an-hai.example/\">y</a></p>")
                .doesNotContain(
                        "Mso", "mso", "style", "o:p", "<!--", "file:", "javascript:", "data:", "<img", "·", "\u00a0");
        shows(page.locator(".editor-notice"), "2 ảnh", "phông chữ cũ", "ThuyÕt minh");
        assertThat(page.evaluate(
                        "() => document.querySelectorAll('.ProseMirror [style], .ProseMirror [onerror]').length"))
                .isEqualTo(0);
    }

    @Test
    void whatComesFromAnotherPageIsCleaned() {
        paste("""
                <meta charset='utf-8'><b style="font-weight:normal" id="docs-internal-guid-1"><h1 dir="ltr" style="color:red">Tin mới</h1>
                <p style="margin:0"><span style="font-weight:700">Đậm</span> và <span onclick="x()">th\u01b0\u01a1\u0300ng</span></p></b>
                <img src="https://quang-cao.example/dem.gif" width="1" height="1"><img src="https://bao.example/anh.jpg" alt="Ảnh"><script>alert(1)</script>
                <div style="display:none">ẩn</div><iframe src="https://bao.example"></iframe><svg><script>alert(1)</script></svg>
                """);

        assertThat(sent()).isEqualTo("<h2>Tin mới</h2><p><strong>Đậm</strong> và thường</p>");
        shows(page.locator(".editor-notice"), "1 ảnh");
    }

    @Test
    void aLinkIsCheckedAndFoundAmongTheOwnPages() {
        text().focus();
        page.keyboard().press("Control+k");
        var dialog = page.locator("dialog");
        assertAccessible(page);
        var href = dialog.getByLabel("Địa chỉ, hoặc từ cần tìm trong Cổng");
        href.fill("javascript:alert(1)");
        dialog.getByText("Xong").click();
        shows(dialog.locator(".problem"), "Địa chỉ chưa đúng");
        href.fill("the thu vien");
        dialog.getByText("Cấp thẻ thư viện").click();
        dialog.getByLabel("Chữ hiển thị").fill("tại đây");
        dialog.getByText("Xong").click();
        shows(dialog.locator(".problem"), "dẫn tới đâu");
        dialog.getByLabel("Chữ hiển thị").fill("thẻ thư viện");
        dialog.getByText("Xong").click();

        assertThat(sent()).isEqualTo("<p><a href=\"/thu-tuc/1.001234\">thẻ thư viện</a></p>");
    }

    @Test
    void aTableHasACaptionAndHeaderCellsFromTheStart() {
        text().focus();
        press("table");
        var dialog = page.locator("dialog");
        dialog.getByText("Xong").click();
        shows(dialog.locator(".problem"), "tên bảng");
        dialog.getByLabel("Tên bảng").fill("Số hồ sơ theo tháng");
        dialog.getByLabel("Số hàng (kể cả hàng tiêu đề)").fill("2");
        dialog.getByLabel("Số cột").fill("2");
        assertAccessible(page);
        dialog.getByText("Xong").click();
        page.keyboard().type("Tháng");
        page.keyboard().press("Tab");
        page.keyboard().type("Hồ sơ");
        page.keyboard().press("Tab");
        page.keyboard().type("11");
        press("table-rowAfter");
        press("table-headerColumn");

        assertThat(sent())
                .startsWith(
                        "<table><caption>Số hồ sơ theo tháng</caption><thead><tr><th scope=\"col\">Tháng</th><th scope=\"col\">Hồ sơ</th></tr></thead>")
                .contains("<tr><th scope=\"row\">11</th><td></td></tr>");
        assertThat(page.locator(".ProseMirror tr").count()).isEqualTo(3);
    }

    @Test
    void aPictureIsNotTakenWithoutItsDescription() {
        text().focus();
        press("picture");
        var dialog = page.locator("dialog");
        dialog.getByText("le-hoi.jpg").click();
        assertAccessible(page);
        dialog.getByText("Xong").click();
        shows(dialog.locator(".problem"), "mô tả ảnh");
        dialog.getByLabel("Mô tả ảnh cho người không nhìn thấy").fill("Đoàn rước đi qua cổng làng");
        dialog.getByText("Xong").click();

        assertThat(sent())
                .contains(
                        "<figure class=\"focus-top\"><img src=\"/tep/7/le-hoi.jpg\" alt=\"Đoàn rước đi qua cổng làng\" width=\"960\" height=\"640\">"
                                + "<figcaption><span class=\"credit\">Minh Anh</span></figcaption></figure>");
    }

    /** Who chooses something else while a file is on its way has what they chose. */
    @Test
    void whatIsSentTooSlowlyIsNotTaken() {
        var held = new ArrayList<Route>();
        page.route("**/quan-tri/thu-vien-tep/tai-len?*", held::add);
        text().focus();
        press("picture");
        var dialog = page.locator("dialog");
        dialog.locator("input[type=file]")
                .setInputFiles(new FilePayload("cham.jpg", "image/jpeg", "cham".getBytes(StandardCharsets.UTF_8)));
        page.waitForCondition(() -> !held.isEmpty());
        shows(dialog.locator("[role=status]"), "Đang tải lên");
        dialog.locator(".editor-files button").click();
        shows(dialog.locator("[role=status]"), "Đã chọn: le-hoi.jpg");
        send(held.getFirst(), "application/json", "{\"path\": \"/tep/8/cham.jpg\", \"name\": \"cham.jpg\"}");
        // What is asked afterwards comes afterwards.
        page.evaluate("() => fetch('/quan-tri/thu-vien-tep/chon').then(answer => answer.json())");

        shows(dialog.locator("[role=status]"), "Đã chọn: le-hoi.jpg");
        assertThat(dialog.locator("[aria-busy]").count()).isZero();
        dialog.getByLabel("Mô tả ảnh cho người không nhìn thấy").fill("Đoàn rước");
        dialog.getByText("Xong").click();
        assertThat(sent()).contains("/tep/7/le-hoi.jpg").doesNotContain("cham");
    }

    @Test
    void hintsStandBesideTheTextAndLeadToTheirPlace() {
        write("<p>Hồ sơ cấp huyện theo thủ tục 1.001234.</p>");
        var summary = page.locator(".editor-hints summary");
        page.locator(".editor-hints li")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(summary.innerText()).contains("(2)");
        summary.click();
        assertAccessible(page);
        page.locator(".editor-hints").getByText("Thay bằng “cấp xã”").click();
        page.locator(".editor-hints").getByText("Tạo liên kết").click();

        assertThat(sent()).isEqualTo("<p>Hồ sơ cấp xã theo thủ tục <a href=\"/thu-tuc/1.001234\">1.001234</a>.</p>");
        assertThat(page.locator(".editor-hints li").count()).isZero();
    }

    @Test
    void itIsForEverybodyAlsoOnAPhone() {
        write("<h2>a</h2><table><caption>Phí</caption><tbody><tr><td>1</td><td>2</td></tr></tbody></table>");
        for (var width : List.of(360, 768, 1280)) {
            page.setViewportSize(width, 740);
            page.locator(".ProseMirror td").first().click();
            assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(width);
            assertAccessible(page);
            var folder = System.getProperty("screenshots");
            if (folder != null) {
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, "editor-" + width + ".png")));
            }
        }
        // One stop of the Tab key for the whole bar.
        assertThat(page.locator(".editor-bar button[tabindex='0']").count()).isOne();
        page.locator("label").click();
        assertThat(focused()).isEqualTo("f:body");
    }

    @Test
    void whatIsTypedIsInTheFieldWhenTheFormIsSent() {
        text().focus();
        page.keyboard().type("vừa gõ xong");
        page.getByText("Lưu").click();
        page.waitForURL("**/quan-tri?*");
        assertThat(java.net.URLDecoder.decode(page.url(), StandardCharsets.UTF_8))
                .contains("<p>vừa gõ xong</p>");
    }
}
