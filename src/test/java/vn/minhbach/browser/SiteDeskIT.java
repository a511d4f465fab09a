package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.shared.Time;

/** The site is run from the back office: what editors keep is what the public sees, in both languages, at its minute, and can be taken back. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteDeskIT {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    /** From "saved" until every reader sees it: a second or two, and more where other tests have the processors. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private RunningPortal portal;
    private Chromium chromium;
    private Browser browser;

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.NEVER) java.nio.file.Path data) throws Exception {
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
    void anUrgentNoticeAppearsEverywhereAndIsGoneAtItsMinute() {
        visit(page -> {
            var title = "Cổng tạm dừng nhận hồ sơ " + System.nanoTime();
            get("/don-vi");
            var now = LocalDateTime.now(Time.ZONE).truncatedTo(ChronoUnit.MINUTES);
            // A minute that is nearly over would end before it is looked at.
            var end = now.plusMinutes(LocalDateTime.now(Time.ZONE).getSecond() > 40 ? 2 : 1);
            page.navigate(portal.url("/quan-tri/soan-muc?loai=notice"));
            fill(page, "title", title);
            fill(page, "titleEn", "No papers are taken in " + title.replaceAll("\\D", ""));
            page.locator("[id='row:level']").selectOption("URGENT");
            fill(page, "from", now.format(TYPED));
            fill(page, "until", end.format(TYPED));
            save(page);
            assertThat(told(page)).contains(title);

            await(SOON, () -> get("/don-vi").contains(title) && get("/").contains(title));
            assertThat(get("/en/don-vi")).contains("No papers are taken in").doesNotContain(title);

            var left = Duration.between(Instant.now(), end.atZone(Time.ZONE).toInstant());
            await(left.plus(SOON), () -> !get("/don-vi").contains(title) && !get("/").contains(title));
            assertThat(LocalDateTime.now(Time.ZONE)).isAfterOrEqualTo(end);
            page.navigate(portal.url("/quan-tri/thong-bao"));
            assertThat(row(page, title).innerText()).contains("Đã hết hạn");
        });
    }

    @Test
    void theMenuIsArrangedByKeyboardAndByHandAndPutBack() {
        visit(page -> {
            var before = menu("/");
            assertThat(before).startsWith("Trang chủ", "Thủ tục hành chính", "Tin tức");
            page.navigate(portal.url("/quan-tri/menu"));
            var up = row(page, "Tin tức").locator("button[name='list:up']");
            up.focus();
            page.keyboard().press("Enter");
            page.locator(".told .good").waitFor();
            await(SOON, () -> menu("/").subList(0, 3).equals(List.of("Trang chủ", "Tin tức", "Thủ tục hành chính")));
            assertThat(menu("/en").subList(0, 3)).containsExactly("Home", "News", "Procedures");
            assertAccessible(page);

            page.locator(".told button").press("Enter");
            page.locator(".told .good")
                    .filter(new Locator.FilterOptions().setHasText("như trước"))
                    .waitFor();
            await(SOON, () -> menu("/").equals(before));

            drag(page, "Đơn vị", "Thủ tục hành chính");
            page.locator(".told .good")
                    .filter(new Locator.FilterOptions().setHasText("vị trí mới"))
                    .waitFor();
            await(SOON, () -> menu("/").get(1).equals("Đơn vị"));
            page.locator(".told button").press("Enter");
            await(SOON, () -> menu("/").equals(before));
        });
    }

    @Test
    void anItemUnderAnotherIsShownThereAndWhatLeadsNowhereIsRefused() {
        visit(page -> {
            page.navigate(portal.url("/quan-tri/soan-muc?loai=menu-item"));
            fill(page, "title", "Thư viện tỉnh");
            fill(page, "english", "Library");
            page.locator("[id='row:parent']")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Đơn vị"));
            for (var wrong : List.of("javascript:alert(1)", "//evil.example", "http://evil.example")) {
                fill(page, "link", wrong);
                save(page);
                shows(page.locator("[id='row:link-problem']"), "https://");
                assertThat(page.locator("[id='row:link']").inputValue()).isEqualTo(wrong);
            }
            fill(page, "link", "/don-vi/khong-co");
            save(page);
            shows(page.locator("[id='row:link-problem']"), "không có trang nào");
            assertThat(page.locator("[id='row:title']").inputValue()).isEqualTo("Thư viện tỉnh");
            // As it is copied from the browser, in another language and with the host.
            fill(page, "link", portal.url("/en/tin-tuc"));
            save(page);
            assertThat(told(page)).contains("Thư viện tỉnh");
            await(SOON, () -> under("/").contains("Thư viện tỉnh"));
            assertThat(Jsoup.parse(get("/en")).select("nav.sitenav .under a"))
                    .singleElement()
                    .satisfies(link -> {
                        assertThat(link.text()).isEqualTo("Library");
                        assertThat(link.attr("href")).isEqualTo("/en/tin-tuc");
                    });
            remove(page, "Thư viện tỉnh");
            await(SOON, () -> !under("/").contains("Thư viện tỉnh"));
        });
    }

    @Test
    void theDepartmentIsCalledByItsNewNameAndByTheOldAgain() {
        visit(page -> {
            page.navigate(portal.url("/quan-tri/thong-tin-co-quan"));
            var old = page.locator("[id='row:name']").inputValue();
            fill(page, "name", "Sở Văn hóa, Thể thao và Du lịch An Hải");
            fill(page, "nameEn", "Department of Culture, Sports and Tourism");
            save(page);
            await(SOON, () -> get("/don-vi").contains("Sở Văn hóa, Thể thao và Du lịch An Hải"));
            assertThat(get("/en/don-vi"))
                    .contains("Department of Culture, Sports and Tourism")
                    .doesNotContain("Sở Văn hóa, Thể thao và Du lịch An Hải");
            shows(page.locator(".history"), old, RunningPortal.ADMIN_NAME);
            page.locator(".told button").press("Enter");
            page.locator(".told .good")
                    .filter(new Locator.FilterOptions().setHasText("như trước"))
                    .waitFor();
            assertThat(page.locator("[id='row:name']").inputValue()).isEqualTo(old);
            await(SOON, () -> !get("/en/don-vi").contains("Department of Culture, Sports and Tourism"));
        });
    }

    @Test
    void aPreviewIsForItsWriterAloneAndLeadsBackToWhatWasTyped() {
        visit(page -> {
            var title = "Xem trước " + System.nanoTime();
            page.navigate(portal.url("/quan-tri/soan-muc?loai=notice"));
            fill(page, "title", title);
            fill(page, "until", LocalDateTime.now(Time.ZONE).plusDays(1).format(TYPED));
            press(page, page.locator("[id='row:preview']"));
            var preview = page.url();
            assertThat(preview).contains("/quan-tri/xem-truoc");
            shows(page.locator("main"), title);
            assertAccessible(page);
            assertThat(get("/")).doesNotContain(title);
            var stranger = send(preview.replace(portal.url(""), ""));
            assertThat(stranger.statusCode()).isEqualTo(403);
            assertThat(stranger.body()).doesNotContain(title);
            var own = page.context().request().get(preview);
            assertThat(own.headers().get("cache-control")).contains("no-store");

            press(page, page.locator(".draft a"));
            assertThat(page.locator("[id='row:title']").inputValue()).isEqualTo(title);
            save(page);
            await(SOON, () -> get("/").contains(title));
        });
    }

    @Test
    void sectionsUnitsAndTagsAreSeenAsReadersWouldSeeThem() {
        visit(page -> {
            for (var form :
                    List.of("/quan-tri/chuyen-muc/soan", "/quan-tri/don-vi/soan", "/quan-tri/soan-muc?loai=tag")) {
                var name = "Xem trước " + System.nanoTime();
                page.navigate(portal.url(form));
                fill(page, "name", name);
                press(page, page.locator("[id='row:preview']"));
                var preview = page.url();
                assertThat(preview).contains("/xem-truoc?");
                shows(page.locator("main h1"), name);
                assertAccessible(page);
                assertThat(send(preview.replace(portal.url(""), "")).statusCode())
                        .isEqualTo(403);
                assertThat(get("/tin-tuc") + get("/don-vi")).doesNotContain(name);

                press(page, page.locator(".draft a"));
                assertThat(page.locator("[id='row:name']").inputValue()).isEqualTo(name);
            }
        });
    }

    @Test
    void whatSomebodyTookMeanwhileIsToldAboveTheFormWithWhatWasTyped() {
        visit(page -> {
            for (var form :
                    List.of("/quan-tri/chuyen-muc/soan", "/quan-tri/don-vi/soan", "/quan-tri/soan-muc?loai=tag")) {
                var name = "Trùng tên " + System.nanoTime();
                page.navigate(portal.url(form));
                fill(page, "name", name);
                press(page, page.locator("[id='row:preview']"));
                var preview = page.url();
                page.navigate(portal.url(form));
                fill(page, "name", name);
                save(page);
                assertThat(told(page)).contains(name);

                page.navigate(preview);
                assertThat(page.url()).contains(form).contains("nhap=");
                assertThat(page.locator(".told .bad").innerText()).isNotBlank();
                assertThat(page.locator("[id='row:name']").inputValue()).isEqualTo(name);
            }
        });
    }

    @Test
    void aPictureIsChosenByKeyboardOutOfTheLibrary() {
        visit(page -> {
            var title = "Lễ hội " + System.nanoTime();
            page.setViewportSize(768, 900);
            page.navigate(portal.url("/quan-tri/soan-muc?loai=banner"));
            fill(page, "title", title);
            page.locator("[data-choose=open]").focus();
            page.keyboard().press("Enter");
            page.waitForFunction("() => !document.querySelector('dialog[open][aria-busy]')");
            assertThat(page.evaluate("() => document.activeElement.type")).isEqualTo("search");
            assertAccessible(page);
            page.setViewportSize(360, 740);
            assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(360);
            var search = page.locator("dialog[open] input[type=search]");
            search.fill("không có tệp nào tên như thế này");
            shows(page.locator("dialog[open]"), "Không có tệp nào như vậy");
            search.fill("");
            var file = page.locator("dialog[open] .editor-files button").first();
            file.waitFor();
            file.focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("dialog[open]").count()).isZero();
            assertThat(page.evaluate("() => document.activeElement.dataset.choose"))
                    .isEqualTo("open");
            assertThat(page.locator("[id='row:picture']").inputValue()).startsWith("/tep/");
            page.locator(".choose-file .thumb").waitFor();
            shows(page.locator(".choose-file"), "Đã chọn");
            fill(page, "alt", "Quang cảnh lễ hội");
            save(page);
            assertThat(told(page)).contains(title);

            press(page, row(page, title).locator("td.deeds a"));
            page.locator(".choose-file .thumb").waitFor();
            press(page, page.locator("[data-choose=clear]"));
            assertThat(page.locator("[id='row:picture']").inputValue()).isEmpty();
            assertThat(page.locator(".choose-file .thumb").isVisible()).isFalse();
            page.navigate(portal.url("/quan-tri/bieu-ngu"));
            remove(page, title);
        });
    }

    @Test
    void whatComesTooLateIsNeitherShownNorTaken() {
        visit(page -> {
            var held = new ArrayList<Route>();
            page.route("**/quan-tri/thu-vien-tep/chon?*", route -> {
                if (route.request().url().contains("loc=cham")) {
                    held.add(route);
                } else {
                    send(route, "{\"items\": [" + file("nhanh") + "]}");
                }
            });
            page.route("**/quan-tri/thu-vien-tep/tai-len?*", held::add);
            page.navigate(portal.url("/quan-tri/soan-muc?loai=banner"));
            var open = page.locator("[data-choose=open]");
            var dialog = page.locator("dialog[open]");
            var status = dialog.locator("[role=status]");
            var field = page.locator("[id='row:picture']");

            // What was looked for first comes last, or fails last.
            open.click();
            for (var fails : List.of(false, true)) {
                held.clear();
                dialog.locator("input[type=search]").fill("cham");
                page.waitForCondition(() -> !held.isEmpty());
                dialog.locator("input[type=search]").fill("nhanh");
                page.waitForFunction("() => !document.querySelector('dialog[open][aria-busy]')");
                if (fails) {
                    held.getFirst().abort();
                } else {
                    send(held.getFirst(), "{\"items\": [" + file("cham") + "]}");
                }
                afterwards(page);
                assertThat(dialog.locator(".editor-files").innerText()).isEqualTo("nhanh.jpg");
                assertThat(status.textContent()).isEmpty();
            }

            // A file is sent, and given up.
            for (var fails : List.of(false, true)) {
                held.clear();
                upload(dialog);
                page.waitForCondition(() -> !held.isEmpty());
                shows(status, "Đang tải lên");
                // Where something is looked for, the key would empty that field first.
                dialog.locator("[data-choose=close]").press(fails ? "Enter" : "Escape");
                open.click();
                page.waitForFunction("() => !document.querySelector('dialog[open][aria-busy]')");
                if (fails) {
                    held.getFirst().abort();
                } else {
                    send(held.getFirst(), file("cham"));
                }
                afterwards(page);
                assertThat(dialog.count()).isOne();
                assertThat(status.textContent()).isEmpty();
                assertThat(field.inputValue()).isEmpty();
            }

            // A file is sent, and another chosen.
            held.clear();
            upload(dialog);
            page.waitForCondition(() -> !held.isEmpty());
            dialog.locator(".editor-files button").click();
            send(held.getFirst(), file("cham"));
            afterwards(page);
            assertThat(field.inputValue()).isEqualTo("/tep/nhanh.jpg");
        });
    }

    private static void upload(Locator dialog) {
        dialog.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "cham.jpg", "image/jpeg", "cham".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static String file(String name) {
        return "{\"path\": \"/tep/%1$s.jpg\", \"small\": \"/tep/%1$s.jpg\", \"name\": \"%1$s.jpg\", \"label\": \"%1$s.jpg\"}"
                .formatted(name);
    }

    private static void send(Route route, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json;charset=UTF-8")
                .setBody(body));
    }

    /** What is asked afterwards comes afterwards. */
    private static void afterwards(Page page) {
        page.evaluate("() => fetch('/quan-tri/thu-vien-tep/chon?loc=').then(answer => answer.json())");
    }

    @Test
    void oneDialogServesAllRowsOfAForm() {
        visit(page -> {
            page.route(
                    "**/quan-tri/thu-vien-tep/chon?*", route -> send(route, "{\"items\": [" + file("mau-don") + "]}"));
            page.navigate(portal.url("/quan-tri/thu-tuc/soan"));
            if (page.locator("button[value='papers:add:0']").count() == 0) {
                press(page, page.locator("button[value='cases:add']"));
            }
            while (page.locator("[id^='procedure:cases:0:papers:'][id$=':formUrl']")
                            .count()
                    < 3) {
                press(page, page.locator("button[value='papers:add:0']"));
            }
            assertThat(page.locator("[data-choose=open]").count()).isEqualTo(3);
            assertThat(page.locator("dialog#chooser").count()).isOne();
            assertThat(page.locator("script[src*='choose']").count()).isOne();
            var second = page.locator("[data-choose=open]").nth(1);
            second.click();
            shows(page.locator("dialog[open] h2"), "Chọn tệp");
            assertAccessible(page);
            page.locator("dialog[open] .editor-files button").click();

            assertThat(page.locator("[id='procedure:cases:0:papers:1:formUrl']").inputValue())
                    .isEqualTo("/tep/mau-don.jpg");
            assertThat(page.locator("[id='procedure:cases:0:papers:0:formUrl']").inputValue())
                    .isEmpty();
            assertThat(page.locator("[id='procedure:cases:0:papers:2:formUrl']").inputValue())
                    .isEmpty();
            page.waitForFunction("() => document.activeElement.dataset.choose === 'open'");
        });
    }

    @Test
    void theHomePageShowsItsPartsInTheirOrderAndWhatIsPinnedFirst() {
        visit(page -> {
            page.navigate(portal.url("/quan-tri/trang-chu"));
            press(page, row(page, "Đường dây nóng").locator("button[name='list:up']"));
            await(SOON, () -> get("/").indexOf("id=\"hotlines-title\"") < get("/").indexOf("id=\"notices-title\""));
            press(page, page.locator(".told button"));
            await(SOON, () -> get("/").indexOf("id=\"hotlines-title\"") > get("/").indexOf("id=\"notices-title\""));

            var last = Jsoup.parse(get("/tin-tuc?trang=2"))
                    .select("main a[href^=/bai-viet/]")
                    .last();
            page.navigate(portal.url("/quan-tri/soan-muc?loai=home-pin"));
            fill(page, "link", Objects.requireNonNull(last).attr("href"));
            fill(page, "until", LocalDateTime.now(Time.ZONE).plusDays(1).format(TYPED));
            save(page);
            await(
                    SOON,
                    () -> Jsoup.parse(get("/"))
                            .select(".leadnews h3 a")
                            .attr("href")
                            .equals(Objects.requireNonNull(last).attr("href")));
        });
    }

    @Test
    void anOldAddressLeadsOnUntilItIsTakenBack() {
        visit(page -> {
            var old = "/Default.aspx?ItemID=" + System.nanoTime();
            assertThat(send(old).statusCode()).isEqualTo(404);
            page.navigate(portal.url("/quan-tri/soan-muc?loai=redirect"));
            fill(page, "from", "/tin-tuc");
            fill(page, "to", "/don-vi");
            save(page);
            shows(page.locator("[id='row:from-problem']"), "đang có trang");
            fill(page, "from", old);
            fill(page, "to", "https://evil.example/");
            save(page);
            shows(page.locator("[id='row:to-problem']"), "chính Cổng");
            fill(page, "to", "/don-vi");
            // Somebody presses twice.
            page.locator("[id='row:save']").dblclick();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            await(SOON, () -> send(old).statusCode() == 301);
            assertThat(send(old).headers().firstValue("Location")).contains("/don-vi");
            assertThat(send("/en" + old).headers().firstValue("Location")).contains("/en/don-vi");
            assertThat(send(old + "&x=%0d%0aSet-Cookie:a=b").statusCode()).isEqualTo(404);
            page.navigate(portal.url("/quan-tri/chuyen-huong"));
            assertThat(row(page, old).count()).isEqualTo(1);
            remove(page, old);
            await(SOON, () -> send(old).statusCode() == 404);
            press(page, page.locator(".told button"));
            await(SOON, () -> send(old).statusCode() == 301);
        });
    }

    private static void fill(Page page, String field, String text) {
        page.locator("[id='row:" + field + "']").fill(text);
    }

    private static void save(Page page) {
        press(page, page.locator("[id='row:save']"));
    }

    private static void press(Page page, Locator control) {
        Pressed.press(control);
    }

    private static String told(Page page) {
        return page.locator(".told").innerText();
    }

    private static Locator row(Page page, String title) {
        return page.locator(
                "table.rows tbody tr",
                new Page.LocatorOptions().setHas(page.locator("th span:text-is(\"" + title + "\")")));
    }

    private static void remove(Page page, String title) {
        press(page, row(page, title).locator("button[name='list:remove']"));
        press(page, page.locator("dialog [data-answer=yes]"));
        page.locator(".told .good").waitFor();
    }

    private static void drag(Page page, String title, String onto) {
        var from = row(page, title).locator(".grip").boundingBox();
        var to = row(page, onto).boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x + 40, to.y + to.height / 2);
        page.mouse().up();
        page.waitForLoadState();
    }

    /** The items of the second level. */
    private List<String> under(String path) {
        return Jsoup.parse(get(path)).select("nav.sitenav .under a").eachText();
    }

    /** The items of the first level. */
    private List<String> menu(String path) {
        return Jsoup.parse(get(path)).select("nav.sitenav .entries > li > a").eachText();
    }

    private String get(String path) {
        return send(path).body();
    }

    private HttpResponse<String> send(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(portal.url(path))).build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Looks again and again, as readers do who reload a page. */
    private static void await(Duration longest, BooleanSupplier condition) {
        var end = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    private void visit(Consumer<Page> journey) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setLocale("vi-VN"))) {
            var page = context.newPage();
            page.navigate(portal.url("/quan-tri"));
            page.locator("[name=name]").fill(RunningPortal.ADMIN);
            page.locator("[name=password]").fill(RunningPortal.PASSWORD);
            press(page, page.locator("main button[type=submit]"));
            page.locator("h1:has-text('Tổng quan')").waitFor();
            journey.accept(page);
        }
    }
}
