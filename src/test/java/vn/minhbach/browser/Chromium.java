package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The browser of this machine, driven without a screen, and what is asked of every page that it shows. */
final class Chromium implements AutoCloseable {

    /** WCAG 2.2 AA. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Everything lies in a landmark, and landmarks of one kind have names of their own. */
    private static final List<String> LANDMARKS =
            List.of("region", "landmark-unique", "landmark-one-main", "landmark-no-duplicate-banner");

    /** The one without windows first: it draws nothing that nobody sees, and needs half the time. */
    private static final List<String> PROGRAMS = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    final Browser browser;

    Chromium() {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path program() {
        return PROGRAMS.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is needed: apt-get install chromium"));
    }

    static void assertAccessible(Page page) {
        // Left to itself it would open a page of its own for each run; that is for frames of other origins, of which
        // there are none.
        assertThat(violations(new AxeBuilder(page).setLegacyMode(true).options(asked())))
                .as(page.url())
                .isEmpty();
    }

    /** Both kinds of rules in one run. */
    private static AxeRunOptions asked() {
        var tags = new AxeRunOnlyOptions();
        tags.setType("tag");
        tags.setValues(RULES);
        var on = new AxeRuleOptions();
        on.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRunOnly(tags);
        options.setRules(LANDMARKS.stream().collect(Collectors.toMap(rule -> rule, rule -> on)));
        return options;
    }

    private static List<String> violations(AxeBuilder rules) {
        return rules.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(3)
                                .toList())
                .toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
