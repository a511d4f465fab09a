package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.PublicPage;

/**
 * The back office as people meet it. The screens are those that the code itself declares: a new one is walked without a line here, and
 * a button of it that does nothing, or cannot be pressed, fails.
 *
 * <p>With {@code -Dportal.running=http://localhost:8080} it tries a portal that runs already, whose administrator has the name and
 * password of {@link RunningPortal}.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIT {

    private static final List<Integer> WIDTHS = List.of(360, 768, 1280);

    /** Between these nothing appears that neither of them shows. */
    private static final List<Integer> WIDTHS_OF_AXE = List.of(360, 1280);

    private static final String OVERVIEW = "/quan-tri";
    private static final String WORDS = "/quan-tri/tu-dong-nghia";
    private static final String PEOPLE = "/quan-tri/nguoi-dung";

    /** The screens of the search, which show rows that a new portal does not have. */
    private static final Set<String> OF_SEARCH = Set.of(
            OVERVIEW,
            "/quan-tri/tim-kiem",
            WORDS,
            WORDS + "/soan",
            "/quan-tri/ket-qua-uu-tien",
            "/quan-tri/thu-truy-van");

    private static final String ARTICLES = "/quan-tri/bai-viet";
    private static final String SOURCES = "/quan-tri/nguon-tin";
    private static final String PROCEDURES = "/quan-tri/thu-tuc";

    /** Pressed at the end of a walk. */
    private static final String SIGN_OUT = "header BUTTON Đăng xuất";

    /** Screens that show more, or something else, at these addresses. */
    private static final Map<String, List<String>> STATES = Map.ofEntries(
            // Behind the first line of the history there is none.
            Map.entry(WORDS, List.of("?loc=khong+co+tu+nay", "?loc=the&xep=-updatedAt&trang=2", "?lich-su=50")),
            Map.entry("/quan-tri/soan-muc", List.of("?loai=banner", "?loai=tag")),
            Map.entry(WORDS + "/soan", List.of("?ma=1")),
            Map.entry(PEOPLE + "/soan", List.of("?ma=1")),
            Map.entry(
                    ARTICLES,
                    List.of(
                            "?xem=cong-khai&muc=thong-bao",
                            "?xem=duyet-sau",
                            "?xem=nguon-thay-doi",
                            "?loc=khong+co+bai+nay")),
            Map.entry(PROCEDURES, List.of("?xem=cho-toi", "?loc=khong+co+thu+tuc+nay", "?hieu-luc=ABOLISHED")),
            Map.entry(PROCEDURES + "/soan", List.of("?ma=1")),
            Map.entry(PROCEDURES + "/so-sanh", List.of("?ma=1")),
            Map.entry(PROCEDURES + "/phien-ban", List.of("?ma=1", "?ma=1&ngay=01/01/2020")),
            Map.entry(ARTICLES + "/soan", List.of("?ma=1")),
            Map.entry(ARTICLES + "/so-sanh", List.of("?ma=1")),
            Map.entry(ARTICLES + "/phien-ban", List.of("?ma=1", "?ma=1&ngay=01/01/2020")),
            Map.entry(SOURCES, List.of("?loc=khong+co+nguon+nay", "?xep=-lookedAt")),
            Map.entry("/quan-tri/hop-thu/xem", List.of("?ma=1")),
            Map.entry("/quan-tri/hop-thu/soan", List.of("?ma=1")),
            Map.entry("/quan-tri/hop-thu/ghi", List.of("?loai=cau-hoi")),
            Map.entry(SOURCES + "/soan", List.of("?ma=1")),
            Map.entry(SOURCES + "/tin", List.of("?xem=nguon-thay-doi", "?xem=khong-lay&loc=khong+co+tin+nay")),
            Map.entry("/quan-tri/thu-truy-van", List.of("?q=the+thu+vien", "?q=zzzqqq")),
            Map.entry("/quan-tri/thu-dien-tu/mau", List.of("?ma=account.invitation")));

    /**
     * What can be pressed on a screen. Controls of a row are told apart by their column and word, not by the row; figures, as in a pager,
     * are one, and so are the files of the library from which one is chosen. Of each: its name; whether it leads to where one is, as a link of the menu does, and so may do nothing; and where a link or
     * a download leads on which nothing listens.
     */
    private static final String CONTROLS = """
            () => {
              const scope = document.querySelector('dialog[open]') ? ['dialog[open]'] : ['header', 'nav', 'main'];
              const found = [];
              for (const root of scope) for (const el of document.querySelector(root)?.querySelectorAll(
                  'a[href], button, input[type=submit], summary, [role=button], th.ui-sortable-column') ?? []) {
                if (!el.checkVisibility() || el.matches('.ui-state-disabled, [disabled]')) continue;
                const cell = el.closest('td');
                const word = (el.textContent || el.value).trim().replace(/\\s+/g, ' ').replace(/\\d+/g, '#');
                const plain = el.matches('a:not(.button)') && cell;
                el.dataset.walk = root + ' ' + el.tagName + ' ' + (cell ? cell.closest('table, [id]')?.parentElement?.closest('[id]')?.id
                    + ' ' + cell.className + ' ' : el.closest('.history') ? 'history ' : '')
                    + (plain ? 'link' : el.closest('.editor-files') ? 'file' : word);
                const stays = el.tagName === 'A' && el.href.split('#')[0] === location.href.split('#')[0] || el.matches('.ui-state-active');
                const leads = el.tagName === 'A' && el.origin === location.origin && (el.getAttribute('href') ?? '#')[0] !== '#'
                    && !Array.from(el.attributes).some(each => each.name.startsWith('on')
                        || each.name.startsWith('data-') && each.name !== 'data-walk') && !/ui-/.test(el.className);
                found.push([el.dataset.walk, stays ? 'here' : '', leads && !stays ? el.href : '']);
              }
              return found;
            }
            """;

    /**
     * Something that can be pressed.
     *
     * @param stays whether it leads to where one is
     * @param away where it leads to, if it is a link; empty otherwise
     */
    private record Control(String name, boolean stays, String away) {

        private static Control of(List<String> told) {
            return new Control(told.get(0), !told.get(1).isEmpty(), told.get(2));
        }
    }

    /** What somebody sees of a page; two of these differ if pressing did anything. */
    private static final String SEEN = """
        () => location.href + ' ' + document.body.innerText + ' ' + (document.querySelector('dialog')?.open ?? '') + ' '
            + Array.from(document.querySelectorAll('[aria-sort], details')).map(e => e.getAttribute('aria-sort') ?? e.open).join()
            + ' ' + document.activeElement?.id
        """;

    private @Nullable RunningPortal portal;
    private String base = "";
    private Chromium chromium;
    private Browser browser;

    /** Somebody who signed in and looks around, in one window: a new one starts a process and reads all scripts anew. */
    private @Nullable Window window;

    /** Articles are never removed: where one was found, it stays. */
    private final Map<String, String> found = new HashMap<>();

    /** What can be pressed in the frame of every screen. */
    private List<String> frame = List.of();

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.NEVER) java.nio.file.Path data) throws Exception {
        var running = System.getProperty("portal.running");
        if (running == null) {
            portal = RunningPortal.start(data);
            base = portal.url("");
        } else {
            base = running;
        }
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

    /** Every address of the back office that is a view, from the code. */
    static List<String> screens() {
        return new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.minhbach").stream()
                        .filter(each -> each.isAnnotatedWith(Door.class) || each.isAnnotatedWith(Door.Several.class))
                        .map(each -> each.reflect())
                        .filter(each -> !PublicPage.class.isAssignableFrom(each)
                                && !Servlet.class.isAssignableFrom(each)
                                && !each.isAnnotationPresent(Path.class))
                        .flatMap(each -> Arrays.stream(each.getAnnotationsByType(Door.class)))
                        .filter(door -> door.permission() != Permission.READ_PUBLIC)
                        .map(Door::path)
                        .sorted()
                        .toList();
    }

    /** The same in every state, in both languages. */
    static List<String> states() {
        var states = new ArrayList<String>();
        for (var screen : screens()) {
            states.add(screen);
            STATES.getOrDefault(screen, List.of()).forEach(query -> states.add(screen + query));
            states.add("/en" + screen);
        }
        return states;
    }

    @Test
    void thereAreScreensToWalk() {
        assertThat(screens()).contains("/quan-tri", WORDS, WORDS + "/soan", "/quan-tri/ket-qua-uu-tien");
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyScreenIsForEverybody(String address) {
        // Other rows and other words change no more than what must fit into the narrowest.
        var widths = address.startsWith("/en") || address.contains("?") ? WIDTHS.subList(0, 1) : WIDTHS;
        look(page -> {
            page.setViewportSize(widths.getFirst(), 800);
            page.navigate(base + filled(page, address));
            assertThat(page.url()).doesNotContain("/dang-nhap");
            assertThat(page.locator("main h1").count()).as(address).isEqualTo(1);
            for (var width : widths) {
                page.setViewportSize(width, 800);
                assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                        .as(address + " at " + width)
                        .isLessThanOrEqualTo(width);
                if (WIDTHS_OF_AXE.contains(width)) {
                    assertAccessible(page);
                }
            }
        });
    }

    /** A row that there is: numbers are given by the database. */
    private String filled(Page page, String address) {
        if (!address.contains("?ma=1")) {
            return address;
        }
        var path = address.substring(0, address.indexOf('?'));
        var list = path.substring(0, path.lastIndexOf('/'));
        var number = found.get(list);
        if (number == null) {
            page.navigate(base + list);
            if (list.equals(SOURCES) && page.locator("td.deeds a").count() == 0) {
                addSource(page);
                page.navigate(base + list);
            }
            number = String.valueOf(page.locator("td.deeds a").first().getAttribute("href"))
                    .replaceFirst(".*[?&](ma=\\d+).*", "$1");
            if (list.equals(ARTICLES)) {
                found.put(list, number);
            }
        }
        return address.replace("ma=1", number);
    }

    /** Presses all that a screen has, each thing from a fresh start, and asks that something happens and nothing goes wrong. */
    @ParameterizedTest
    @MethodSource("screens")
    void everyButtonOfEveryScreenDoesSomething(String screen) {
        var addresses = new ArrayList<>(List.of(screen));
        STATES.getOrDefault(screen, List.of()).forEach(query -> addresses.add(screen + query));
        look(page -> {
            if (OF_SEARCH.contains(screen)) {
                addRows(page);
            }
            if (screen.equals(SOURCES)) {
                // One is paused and one removed on the way.
                for (var i = 0; i < 3; i++) {
                    addSource(page);
                }
            }
            var pressed = new LinkedHashSet<String>();
            var seen = new HashSet<String>();
            if (!screen.equals(OVERVIEW)) {
                pressed.addAll(frame(page));
            }
            for (var address : addresses) {
                for (@Nullable String next = ""; next != null; ) {
                    page.navigate(base + filled(page, address));
                    forget(page);
                    next = pressNext(page, seen, pressed);
                }
            }
            assertThat(pressed).as(screen).containsAll(seen).hasSizeGreaterThan(5);
        });
    }

    /** The frame's own button, which the walk leaves for the end: it would have to sign in again for each thing it presses. */
    @Test
    void whoSignsOutIsOut() {
        visit(page -> {
            page.navigate(base + OVERVIEW);
            press(page, page.locator("header form button"));
            page.navigate(base + OVERVIEW);
            assertThat(page.url()).contains("/dang-nhap");
        });
    }

    /** The controls of the frame, which are the same on every screen and are pressed on the first. */
    private List<String> frame(Page page) {
        if (frame.isEmpty()) {
            page.navigate(base + OVERVIEW);
            frame = controls(page).stream()
                    .map(Control::name)
                    .filter(control -> control.startsWith("nav ") || control.startsWith("header "))
                    .toList();
        }
        return frame;
    }

    /** A form that was left with a file chosen is kept by the browser, which would offer it from now on: this is a fresh start. */
    private static void forget(Page page) {
        var kept = (boolean) page.evaluate(
                "() => { const kept = Object.keys(localStorage).length > 0; localStorage.clear(); return kept; }");
        if (kept) {
            page.reload();
        }
    }

    /** Presses something that was not pressed yet, with whatever question it asks; null if there is nothing left. */
    private @Nullable String pressNext(Page page, Set<String> seen, Set<String> pressed) {
        var here = controls(page);
        here.forEach(control -> seen.add(control.name()));
        follow(page, here, pressed);
        for (var each : here) {
            var control = each.name();
            // What opens the question is pressed again for each of its answers.
            if (pressed.contains(control) && !pressed.contains("again " + control)) {
                continue;
            }
            pressed.remove("again " + control);
            pressed.add(control);
            var before = page.evaluate(SEEN);
            press(page, control(page, control));
            if (!each.stays()) {
                assertThat(page.evaluate(SEEN)).as(control + " did nothing").isNotEqualTo(before);
            }
            if (page.locator("dialog[open]").count() > 0) {
                if (answer(page, control, seen, pressed)) {
                    assertThat(page.evaluate(SEEN)).as(control + " did nothing").isNotEqualTo(before);
                }
            }
            return control;
        }
        return null;
    }

    /** Asks for what links and downloads lead to, as the browser would; that it follows a link is its own affair. */
    private static void follow(Page page, List<Control> controls, Set<String> pressed) {
        var asked = false;
        for (var link : controls) {
            if (!link.away().isEmpty() && pressed.add(link.name())) {
                assertThat(page.request().get(link.away()).status())
                        .as(link.name())
                        .isEqualTo(200);
                asked = true;
            }
        }
        if (asked) {
            // The server keeps the state of a few views only, and each answer was one.
            page.reload();
            controls(page);
        }
    }

    /** Gives an answer that was not given yet; whether it was yes. */
    private boolean answer(Page page, String opener, Set<String> seen, Set<String> pressed) {
        var answers =
                controls(page).stream().map(each -> opener + " " + each.name()).toList();
        if (answers.stream().noneMatch(pressed::contains)) {
            assertAccessible(page);
        }
        seen.addAll(answers);
        var open = answers.stream().filter(each -> !pressed.contains(each)).toList();
        // No before yes: what yes does may take away the button that asks.
        var chosen = open.getLast();
        pressed.add(chosen);
        if (open.size() > 1) {
            pressed.add("again " + opener);
        }
        var button = control(page, chosen.substring(opener.length() + 1));
        var yes = "yes".equals(button.getAttribute("data-answer"));
        press(page, button);
        assertThat(page.locator("dialog[open]").count()).as(chosen).isZero();
        return yes;
    }

    /** The first of each name. */
    @SuppressWarnings("unchecked")
    private static List<Control> controls(Page page) {
        var found = new LinkedHashMap<String, Control>();
        ((List<List<String>>) page.evaluate(CONTROLS))
                .forEach(told -> found.putIfAbsent(told.getFirst(), Control.of(told)));
        found.remove(SIGN_OUT);
        return List.copyOf(found.values());
    }

    private static Locator control(Page page, String name) {
        return page.locator("[data-walk='" + name.replace("\\", "\\\\").replace("'", "\\'") + "']:visible")
                .first();
    }

    private static void press(Page page, Locator control) {
        Pressed.press(control);
        settle(page);
    }

    private static void settle(Page page) {
        page.waitForLoadState();
        page.waitForFunction("() => !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
        // The files from which one is chosen are asked for when the question is open.
        page.waitForFunction("() => !document.querySelector('dialog[open][aria-busy]')");
    }

    /** So that every list of the search has rows, and the history something to take back. */
    private void addRows(Page page) {
        add(page, "mục thử " + System.nanoTime(), "một cách gọi khác");
        var gone = "mục bỏ " + System.nanoTime();
        add(page, gone, "một cách gọi khác");
        remove(page, gone);
        var allowed = "cụm bỏ " + System.nanoTime();
        deny(page, allowed);
        press(
                page,
                page.locator("[id='denied:rows'] tbody tr", new Page.LocatorOptions().setHasText(allowed))
                        .locator("td.deeds button"));
        press(page, page.locator("dialog [data-answer=yes]"));
        shows(page.locator(".told"), allowed);
        deny(page, "cụm thử " + System.nanoTime());
        addPerson(page);
        page.navigate(base + "/quan-tri/thu-truy-van?q=the+thu+vien");
        press(page, page.locator("td.deeds a").first());
        page.locator("[id='bet:query']").fill("truy vấn thử " + System.nanoTime());
        press(page, page.locator("[id='bet:save']"));
        shows(page.locator(".told"), "đứng đầu");
    }

    /** A feed that nobody has: there is no such host, and never will be. */
    private void addSource(Page page) {
        var name = "Nguồn thử " + System.nanoTime();
        page.navigate(base + SOURCES + "/soan");
        page.locator("[id='source:name']").fill(name);
        page.locator("[id='source:address']").fill("https://nguon-" + System.nanoTime() + ".invalid/tin.rss");
        page.locator("[id='source:section']").selectOption("van-hoa");
        press(page, page.locator("[id='source:save']"));
        shows(page.locator(".told"), name);
    }

    /** Whose account is the first in the list, so that the walk presses what concerns them and not oneself. */
    private void addPerson(Page page) {
        page.navigate(base + PEOPLE + "/soan");
        page.locator("[id='person:name']").fill("thu" + System.nanoTime());
        page.locator("[id='person:fullName']").fill("An Thử " + System.nanoTime());
        press(page, page.locator("[id='person:save']"));
        shows(page.locator(".told"), "An Thử");
    }

    private void deny(Page page, String phrase) {
        page.navigate(base + "/quan-tri/ket-qua-uu-tien");
        page.locator("[id='deny:phrase']").fill(phrase);
        press(page, page.locator("[id='deny:save']"));
        shows(page.locator(".told"), phrase);
    }

    // --- Words
    // ---------------------------------------------------------------------------------------------------------

    @Test
    void anErrorStandsAtItsFieldAndNothingTypedIsLost() {
        visit(page -> {
            page.navigate(base + WORDS + "/soan?loc=the");
            page.locator("[id='word:expansions']").fill("một\nhai");
            page.locator("[id='word:kind']").selectOption("ONE_WAY");
            press(page, page.locator("[id='word:save']"));
            var term = page.locator("[id='word:term']");
            assertThat(term.getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(term.getAttribute("aria-describedby")).contains("word:term-problem");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("word:term");
            shows(page.locator("[id='word:term-problem']"), "Hãy nhập mục này");
            shows(page.locator("#problems"), "Từ người dân gõ");
            assertThat(page.title()).startsWith("Lỗi:");
            assertThat(page.locator("[id='word:expansions']").inputValue().replace("\r", ""))
                    .isEqualTo("một\nhai");
            assertThat(page.locator("[id='word:kind']").inputValue()).isEqualTo("ONE_WAY");
            assertAccessible(page);
            // A rule of the service is told at its field as well.
            term.fill("một");
            page.locator("[id='word:expansions']").fill("MỘT");
            press(page, page.locator("[id='word:save']"));
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("word:expansions");
            shows(page.locator("[id='word:expansions-problem']"), "ít nhất một cách gọi khác");
            assertThat(term.inputValue()).isEqualTo("một");
            assertThat(page.locator(".problem").count()).isEqualTo(1);
        });
    }

    @Test
    void aWordIsAddedChangedRemovedAndPutBack() {
        visit(page -> {
            var term = "sổ ốc " + System.nanoTime();
            add(page, term, "giấy chứng nhận quyền sử dụng đất");
            shows(page.locator(".told .good"), term);
            assertThat(page.evaluate("() => document.activeElement.matches('.told .notice')"))
                    .as("what was done has the focus")
                    .isEqualTo(true);
            assertThat(page.url()).contains("loc=");
            edit(page, term);
            page.locator("[id='word:expansions']").fill("sổ đỏ");
            press(page, page.locator("[id='word:save']"));
            assertThat(row(page, term).innerText()).contains("sổ đỏ").contains(RunningPortal.ADMIN_NAME);
            edit(page, term);
            shows(page.locator(".history"), "giấy chứng nhận quyền sử dụng đất", "sổ đỏ", RunningPortal.ADMIN_NAME);

            find(page, term);
            var before = row(page, term).innerText();
            press(page, row(page, term).locator("td.deeds button"));
            shows(page.locator("dialog"), term);
            assertThat(page.evaluate("() => document.activeElement.dataset.answer"))
                    .isEqualTo("no");
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog[open]").count()).isZero();
            assertThat(row(page, term).count()).isEqualTo(1);

            remove(page, term);
            assertThat(row(page, term).count()).isZero();
            shows(page.locator(".history li").first(), "Xóa", term);
            var undo = page.locator(".told button");
            undo.focus();
            page.keyboard().press("Enter");
            page.locator(".told .good")
                    .filter(new Locator.FilterOptions().setHasText("khôi phục"))
                    .waitFor();
            find(page, term);
            assertThat(row(page, term).innerText()).isEqualTo(before);
        });
    }

    @Test
    void everyPageOfTheListHasRowsAndTheAddressFollows() {
        visit(page -> {
            page.navigate(base + WORDS);
            var names = new HashSet<String>();
            var pages = 0;
            while (true) {
                pages++;
                var shown = page.locator("td.name").allInnerTexts();
                assertThat(shown).as("page " + pages).isNotEmpty();
                assertThat(names.addAll(shown)).isTrue();
                var next = page.locator(".ui-paginator-next");
                if (((String) next.getAttribute("class")).contains("ui-state-disabled")) {
                    break;
                }
                press(page, next);
                assertThat(page.url()).endsWith("trang=" + (pages + 1));
            }
            assertThat(pages).isGreaterThan(30);
            assertThat(names).hasSizeGreaterThan(900);
            var last = page.locator("td.name").allInnerTexts();
            page.reload();
            assertThat(page.locator("td.name").allInnerTexts()).isEqualTo(last);
        });
    }

    @Test
    void filterOrderAndPageOutliveSavingAndRemoving() {
        visit(page -> {
            var mark = "lọc" + System.nanoTime() % 100_000;
            for (var i = 0; i < 2; i++) {
                add(page, mark + " " + i, "cách gọi " + i);
            }
            find(page, mark);
            press(page, page.locator("th", new Page.LocatorOptions().setHasText("Từ người dân gõ")));
            assertThat(page.url()).contains("xep=term");
            press(page, page.locator("th", new Page.LocatorOptions().setHasText("Từ người dân gõ")));
            assertThat(page.url()).contains("xep=-term");
            assertThat(page.locator("td.name").first().innerText()).endsWith("1");
            edit(page, mark + " 0");
            press(page, page.locator("[id='word:save']"));
            assertThat(page.url()).contains("loc=").contains("xep=-term");
            assertThat(page.locator("#filter").inputValue()).isEqualTo(mark);
            assertThat(page.locator("td.name").count()).isEqualTo(2);
            press(page, row(page, mark + " 1").locator("td.deeds button"));
            press(page, page.locator("dialog [data-answer=yes]"));
            assertThat(page.url()).contains("loc=").contains("xep=-term");
            assertThat(page.locator("td.name").allInnerTexts()).hasSize(1);
        });
    }

    @Test
    void theSecondOfTwoEditorsSeesWhatTheFirstHasSaved() {
        visit(first -> {
            var term = "hai người " + System.nanoTime();
            add(first, term, "ban đầu");
            edit(first, term);
            var second = first.context().newPage();
            second.navigate(first.url());
            second.locator("[id='word:expansions']").fill("của người thứ hai");
            press(second, second.locator("[id='word:save']"));

            first.locator("[id='word:expansions']").fill("của người thứ nhất");
            press(first, first.locator("[id='word:save']"));
            shows(first.locator(".meanwhile"), "của người thứ hai", "của người thứ nhất", RunningPortal.ADMIN_NAME);
            assertThat(first.locator("[id='word:expansions']").inputValue()).isEqualTo("của người thứ nhất");
            assertAccessible(first);
            press(first, first.locator("[id='word:save']"));
            assertThat(row(first, term).innerText()).contains("của người thứ nhất");

            // And what was removed meanwhile is not lost either.
            edit(first, term);
            remove(second, term);
            press(first, first.locator("[id='word:save']"));
            shows(first.locator(".meanwhile"), "xóa");
            press(first, first.locator("[id='word:save']"));
            assertThat(row(first, term).innerText()).contains("của người thứ nhất");
        });
    }

    @Test
    void aRemovalIsTakenBackOnceHoweverOftenItIsWanted() {
        visit(page -> {
            var term = "một lần " + System.nanoTime();
            add(page, term, "một cách gọi");
            remove(page, term);
            var other = page.context().newPage();
            find(other, term);
            press(page, page.locator(".told button"));
            assertThat(page.locator("td.name").allInnerTexts()).containsExactly(term);
            press(
                    other,
                    other.locator(".history li", new Page.LocatorOptions().setHasText(term))
                            .locator("button")
                            .first());
            shows(other.locator("#problems"), "đã được hoàn tác");
            find(other, term);
            assertThat(other.locator("td.name").allInnerTexts()).containsExactly(term);
        });
    }

    @Test
    void whoPressesTwiceSavesOnce() {
        visit(page -> {
            var term = "nhấn đúp " + System.nanoTime();
            page.navigate(base + WORDS + "/soan?loc=" + encoded(term));
            page.locator("[id='word:term']").fill(term);
            page.locator("[id='word:expansions']").fill("một cách gọi");
            page.locator("[id='word:save']").dblclick();
            page.waitForURL(url -> !url.contains("/soan"));
            settle(page);
            assertThat(page.locator(".told .notice").count()).isEqualTo(1);
            assertThat(page.locator("td.name").allInnerTexts()).containsExactly(term);
        });
    }

    /** The same where no script holds the second press back: both requests reach the server. */
    @Test
    void aFormThatArrivesTwiceIsAnsweredTwiceAndDoneOnce() {
        visit(page -> {
            var term = "gửi hai lần " + System.nanoTime();
            page.navigate(base + WORDS + "/soan?loc=" + encoded(term));
            page.locator("[id='word:term']").fill(term);
            page.locator("[id='word:expansions']").fill("một cách gọi");
            var answers = (List<?>) page.evaluate("""
                async () => {
                  const form = document.getElementById('word');
                  const send = () => { const body = new URLSearchParams(new FormData(form)); body.set('word:save', '');
                    return fetch(form.action, {method: 'POST', body}).then(r => r.url); };
                  return Promise.all([send(), send()]);
                }
                """);
            assertThat(answers).allSatisfy(url -> assertThat(url.toString()).doesNotContain("/soan"));
            find(page, term);
            assertThat(page.locator("td.name").allInnerTexts()).containsExactly(term);
        });
    }

    @Test
    void aRowsButtonMeansItsRowAlsoWhenTheListHasMoved() {
        visit(page -> {
            var mark = "dời" + System.nanoTime() % 100_000;
            add(page, mark + " b", "cách gọi b");
            add(page, mark + " c", "cách gọi c");
            find(page, mark);
            add(page.context().newPage(), mark + " a", "cách gọi a");
            press(page, row(page, mark + " b").locator("td.deeds button"));
            press(page, page.locator("dialog [data-answer=yes]"));
            assertThat(page.locator("td.name").allInnerTexts()).containsExactly(mark + " a", mark + " c");
        });
    }

    @Test
    void whoIsNoLongerSignedInIsAskedToSignInAndComesBack() {
        visit(page -> {
            page.navigate(base + WORDS + "/soan?loc=the");
            page.locator("[id='word:term']").fill("không còn phiên");
            page.locator("[id='word:expansions']").fill("phiên đã hết");
            page.context().clearCookies();
            press(page, page.locator("[id='word:save']"));
            assertThat(page.url()).contains("/dang-nhap");
            fillSignIn(page);
            assertThat(page.url()).contains(WORDS + "/soan").contains("loc=the");

            // Paging goes by script, which is told the same.
            page.navigate(base + WORDS);
            page.context().clearCookies();
            Pressed.press(page.locator(".ui-paginator-next"));
            page.waitForURL("**/dang-nhap**");
        });
    }

    @Test
    void onAPhoneTheMenuOpensAndEveryDeedIsReached() {
        visit(page -> {
            page.setViewportSize(360, 740);
            page.navigate(base + WORDS);
            var menu = page.locator(".admin-menu > summary");
            menu.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".admin-nav a[aria-current=page]").isVisible())
                    .isTrue();
            for (var deed :
                    page.locator("td.deeds").first().locator("a, button").all()) {
                var box = deed.boundingBox();
                assertThat(box.x).isNotNegative();
                assertThat(box.x + box.width).isLessThanOrEqualTo(360);
                assertThat(box.height).isGreaterThanOrEqualTo(40);
            }
        });
    }

    @Test
    void whyIsToldInWords() {
        visit(page -> {
            page.navigate(base + "/quan-tri/thu-truy-van?q=the+thu+vien");
            shows(page.locator("td.why").first(), "điểm");
            assertThat(page.locator("td.why").first().innerText())
                    .doesNotContainPattern("title|body|names|synonyms|numbers|other");
            page.navigate(base + "/en/quan-tri/thu-truy-van?q=the+thu+vien");
            shows(page.locator("td.why").first(), "points");
        });
    }

    // --- Deeds
    // ---------------------------------------------------------------------------------------------------------

    private void add(Page page, String term, String expansions) {
        page.navigate(base + WORDS + "/soan?loc=" + encoded(term));
        page.locator("[id='word:term']").fill(term);
        page.locator("[id='word:expansions']").fill(expansions);
        press(page, page.locator("[id='word:save']"));
        assertThat(row(page, term).count()).as(term).isEqualTo(1);
    }

    private void find(Page page, String filter) {
        page.navigate(base + WORDS);
        page.locator("#filter").fill(filter);
        press(page, page.locator("form.filter button"));
    }

    private void edit(Page page, String term) {
        if (row(page, term).count() == 0) {
            find(page, term);
        }
        press(page, row(page, term).locator("td.deeds a"));
        assertThat(page.locator("[id='word:term']").inputValue()).isEqualTo(term);
    }

    private void remove(Page page, String term) {
        find(page, term);
        press(page, row(page, term).locator("td.deeds button"));
        press(page, page.locator("dialog [data-answer=yes]"));
        shows(page.locator(".told .good"), term);
    }

    private static Locator row(Page page, String term) {
        return page.locator("[id='list:words'] tbody tr", new Page.LocatorOptions().setHasText(term));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void visit(Consumer<Page> journey) {
        try (var context = signedIn()) {
            visit(context, journey);
        }
    }

    /** The same with one sign-in, and what the browser remembers, for all that only look; unless some button has ended it. */
    private void look(Consumer<Page> journey) {
        if (window == null || !isSignedIn(window.context())) {
            if (window != null) {
                window.context().close();
            }
            window = Window.of(signedIn());
        }
        window.page.setViewportSize(1280, 720);
        window.visit(journey);
        for (var other : window.context().pages()) {
            if (other != window.page) {
                other.close();
            }
        }
    }

    private boolean isSignedIn(BrowserContext context) {
        return context.request()
                        .get(base + OVERVIEW, RequestOptions.create().setMaxRedirects(0))
                        .status()
                == 200;
    }

    private static void visit(BrowserContext context, Consumer<Page> journey) {
        var window = Window.of(context);
        window.visit(journey);
        window.page.close();
    }

    /** A page, and what went wrong in it. */
    private record Window(Page page, Map<String, Integer> statuses, List<String> complaints) {

        static Window of(BrowserContext context) {
            var window = new Window(context.newPage(), new LinkedHashMap<>(), new ArrayList<>());
            window.page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                    window.complaints.add(message.text() + " " + message.location());
                }
            });
            window.page.onPageError(window.complaints::add);
            window.page.onResponse(response -> {
                if (response.status() >= 400) {
                    window.statuses.put(response.url(), response.status());
                }
            });
            return window;
        }

        BrowserContext context() {
            return page.context();
        }

        void visit(Consumer<Page> journey) {
            statuses.clear();
            complaints.clear();
            journey.accept(page);
            assertThat(statuses).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    private BrowserContext signedIn() {
        var context = browser.newContext();
        var page = context.newPage();
        page.navigate(base + "/quan-tri");
        fillSignIn(page);
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tổng quan"))
                .waitFor();
        page.close();
        return context;
    }

    private static void fillSignIn(Page page) {
        page.locator("[name=name]").fill(RunningPortal.ADMIN);
        page.locator("[name=password]").fill(RunningPortal.PASSWORD);
        press(page, page.locator("main button[type=submit]"));
    }
}
