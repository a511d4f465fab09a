package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.web.Door;

/**
 * Whatever is typed into a field of the back office, or written into the address of any view, is text and stays text: wherever it is
 * shown, also beside the field that refused it. The views, their parameters and their forms are those that the code declares, so a new one
 * is tried without a line here. The Content Security Policy is left out of it: what the pages hold is looked at, not what the browser runs.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextIT {

    /** Out of an attribute, an element, a script, a comment and a style; an expression that a page must not evaluate. */
    private static final List<String> TEXTS = List.of(
            "\"'><img src=canary onerror=canary()>",
            "</textarea></title></script><script>canary()</script>",
            "' autofocus onfocus='canary()' \" onfocus=\"canary()",
            "--></style><svg onload=canary()> #{130000 + 37} ${130000 + 37} {{130000 + 37}}",
            "<iframe src=\"javascript:canary()\"></iframe><a href=\"javascript:canary()\">x</a>",
            "Điều 1 <b onmouseover=canary()>\r\nSet-Cookie: canary=1");

    /** What stands in the page as something other than text. */
    private static final String ALIVE = """
            () => {
              const found = [];
              for (const el of document.querySelectorAll('*')) {
                for (const attribute of el.attributes) {
                  const starts = attribute.value.trim().toLowerCase();
                  if (attribute.name.startsWith('on') && attribute.value.includes('canary')
                      || ['href', 'src', 'action', 'formaction'].includes(attribute.name)
                          && (starts.startsWith('javascript:') || starts === 'canary')) {
                    found.push(el.outerHTML.slice(0, 300));
                  }
                }
                // Data of the page itself may name it, as text in quotes.
                if (el.localName === 'script' && el.textContent.trim() === 'canary()') found.push(el.outerHTML.slice(0, 300));
              }
              if (document.documentElement.outerHTML.includes('130037')) found.push('an expression was evaluated');
              if (document.cookie.includes('canary')) found.push('a cookie was set');
              return found;
            }
            """;

    /** Fields in which people write. */
    private static final String FIELDS =
            "input[type=text]:visible, input:not([type]):visible, input[type=email]:visible, textarea:visible";

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

    /** Views, of the back office and of the public, with all that their addresses may say. */
    private static List<Door> views() {
        return new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.minhbach").stream()
                        .filter(each -> each.isAnnotatedWith(Door.class) || each.isAnnotatedWith(Door.Several.class))
                        .map(each -> each.reflect())
                        .filter(each -> !Servlet.class.isAssignableFrom(each) && !each.isAnnotationPresent(Path.class))
                        .flatMap(each -> Arrays.stream(each.getAnnotationsByType(Door.class)))
                        .filter(door -> !door.path().contains("{"))
                        .toList();
    }

    @Test
    void whatAnAddressSaysStaysText() {
        var views = views();
        assertThat(views).hasSizeGreaterThan(30);
        assertThat(views.stream().filter(door -> door.parameters().length > 0)).hasSizeGreaterThan(10);
        try (var context = signedIn()) {
            var page = context.newPage();
            for (var door : views) {
                for (var text : TEXTS) {
                    if (door.parameters().length > 0) {
                        var query = Arrays.stream(door.parameters())
                                .map(name -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                                .toList();
                        var answer = page.navigate(portal.url(door.path() + "?" + String.join("&", query)));
                        assertThat(answer == null ? 0 : answer.status())
                                .as(door.path() + " " + text)
                                .isLessThan(500);
                        look(page, door.path() + " " + text);
                    }
                }
            }
        }
    }

    @Test
    void whatIsTypedStaysText() {
        var filled = new TreeSet<String>();
        try (var context = signedIn()) {
            var page = context.newPage();
            for (var door : views()) {
                if (!door.path().startsWith("/quan-tri")) {
                    continue;
                }
                page.navigate(portal.url(door.path()));
                var forms = page.locator("main form[method=post]").count();
                for (var form = 0; form < forms; form++) {
                    if (form > 0) {
                        page.navigate(portal.url(door.path()));
                    }
                    var at = page.locator("main form[method=post]").nth(form);
                    if (fill(at, form)) {
                        filled.add(door.path());
                        send(page, at);
                        look(page, "after sending " + door.path());
                        page.navigate(portal.url(door.path()));
                        look(page, "again " + door.path());
                    }
                }
            }
            // Wherever it may have come to be shown.
            for (var door : views()) {
                page.navigate(portal.url(door.path()));
                look(page, "in the end " + door.path());
                page.navigate(portal.url("/en" + (door.path().equals("/") ? "" : door.path())));
                look(page, "in the end /en" + door.path());
            }
        }
        assertThat(filled)
                .contains("/quan-tri/bai-viet/soan", "/quan-tri/tu-dong-nghia/soan", "/quan-tri/nguoi-dung/soan")
                .hasSizeGreaterThan(10);
    }

    /** Each field another text, so that all meet most kinds of fields. */
    private static boolean fill(Locator form, int seed) {
        var fields = form.locator(FIELDS);
        var count = fields.count();
        for (var at = 0; at < count; at++) {
            var field = fields.nth(at);
            if (field.isEditable()) {
                var text = TEXTS.get((at + seed) % TEXTS.size());
                field.fill(field.evaluate("el => el.localName").equals("textarea") ? text : text.replace("\r\n", " "));
            }
        }
        // The editor of rich text stands in the place of its field.
        form.locator("textarea")
                .all()
                .forEach(field -> field.evaluate(
                        "(el, text) => { if (!el.checkVisibility()) { el.value = text; el.dispatchEvent(new Event('portal:written')); } }",
                        String.join("<p>", TEXTS)));
        return count > 0;
    }

    private static void send(Page page, Locator form) {
        var button = form.locator("button[type=submit]:visible, input[type=submit]:visible")
                .first();
        if (button.count() > 0) {
            Pressed.press(button);
        }
    }

    @SuppressWarnings("unchecked")
    private static void look(Page page, String where) {
        assertThat((List<String>) page.evaluate(ALIVE)).as(where).isEmpty();
        assertThat(page.content()).as(where).doesNotContain("Exception:");
    }

    private BrowserContext signedIn() {
        var context = browser.newContext();
        var page = context.newPage();
        page.navigate(portal.url("/quan-tri"));
        page.locator("[name=name]").fill(RunningPortal.ADMIN);
        page.locator("[name=password]").fill(RunningPortal.PASSWORD);
        Pressed.press(page.locator("main button[type=submit]"));
        page.waitForURL("**/quan-tri");
        page.close();
        return context;
    }
}
