package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of this machine, driven without a screen, and what is asked of every page that it shows. */
final class Chromium implements AutoCloseable {

    /** WCAG 2.2 AA. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Everything lies in a landmark, and landmarks of one kind have names of their own. */
    private static final List<String> LANDMARKS =
            List.of("region", "landmark-unique", "landmark-one-main", "landmark-no-duplicate-banner");

    private static final String AXE = axe();

    /** Both kinds of rules in one run; of each that is broken, its name and where. */
    private static final String ASKED = """
            async ([tags, more]) => {
              const told = await axe.run(document, {
                resultTypes: ['violations'],
                runOnly: {type: 'tag', values: tags},
                rules: Object.fromEntries(more.map(rule => [rule, {enabled: true}])),
              });
              return told.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html).join(' '));
            }
            """;

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

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path program() {
        return PROGRAMS.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is needed: apt-get install chromium"));
    }

    /** Asks axe, in the page itself: its own client would carry home every node that is as it should be, and that takes longer than the asking. */
    static void assertAccessible(Page page) {
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(ASKED, List.of(RULES, LANDMARKS)))
                .as(page.url())
                .isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
