package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;
import static vn.minhbach.browser.Shown.shows;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
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

/**
 * The form of a question where scripts run, as most people have it: what was typed outlives a reload, advice comes while one types, and the
 * browser does the work that spares a question being looked at first. That it works without scripts is told by {@link InboxJourneyIT}.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class AskFormIT {

    private static final String FORM = "form.ask-form ";

    /** The names under which the browser keeps drafts, wherever it keeps anything. */
    private static final String DRAFTS = """
            () => [sessionStorage, localStorage].flatMap(store => Object.keys(store))
              .filter(name => name.startsWith('portal.draft.'))
            """;

    /** Everything that the browser keeps, as text. */
    private static final String KEPT = "() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage)";

    /** The work is done when the form carries its proof. */
    private static final String PROVED =
            "() => !!document.querySelector('form.ask-form input[name=bang-chung]')?.value";

    /** As long as a person needs, by the moment that the form itself carries: who is faster is taken for a program. */
    private static final String AS_PEOPLE_TYPE = """
            () => Date.now() / 1000 > 6 + Number(document.querySelector('form.ask-form [name=luc]').value.split('.')[0])
            """;

    private RunningPortal portal;
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        portal = RunningPortal.start(folder.resolve("data"));
        chromium = new Chromium();
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
    void aQuestionOutlivesAReloadIsAdvisedOnAndIsSentWithItsProof() {
        var title = "Kết quả hồ sơ triển lãm " + System.nanoTime() % 1_000_000;
        var text = "Ho so cua toi nop ngay 2 thang 6 tai trung tam. Ho so cua toi bao gio co ket qua?";
        var faults = new ArrayList<String>();
        try (var citizen = chromium.browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
            var page = citizen.newPage();
            page.onPageError(faults::add);
            page.navigate(portal.url("/gui-cau-hoi"));
            assertThat(page.locator("[data-draft]").isVisible())
                    .as("there is no draft yet")
                    .isFalse();
            type(page, "tieu-de", title);
            type(page, "noi-dung", text);
            type(page, "ho-ten", "Nguyễn Thị Hoa Mai");

            // Advice while one types: the right door, and said to whoever does not see it come.
            page.locator("[data-advice-place] a").first().waitFor();
            shows(page.locator("[data-advice-place]"), "Tình trạng hồ sơ");
            assertThat(page.locator("[data-advice-place] a[href^=http]").first().getAttribute("target"))
                    .isEqualTo("_blank");
            assertThat(page.locator("[data-advice-place] a[target=_blank]").allTextContents())
                    .as("whoever does not see the tab is told of it")
                    .allSatisfy(link -> assertThat(link).endsWith(" (mở thẻ mới)"));
            assertThat(page.locator("[data-advice-status]").textContent()).contains("gợi ý");

            // The draft is kept in the browser, without who wrote it.
            assertThat(page.locator("[data-draft]").isVisible()).isTrue();
            assertThat(drafts(page)).containsExactly("portal.draft./gui-cau-hoi");
            assertThat((String) page.evaluate(KEPT)).contains(title).doesNotContain("Hoa Mai");
            page.reload();
            shows(page.locator("[data-draft]"), "Đã lấy lại phần bạn viết dở.");
            assertThat(value(page, "tieu-de")).isEqualTo(title);
            assertThat(value(page, "noi-dung")).isEqualTo(text);
            assertThat(value(page, "ho-ten")).isEmpty();

            type(page, "ho-ten", "Nguyễn Thị Hoa Mai");
            type(page, "dia-chi", "Số 7 phố Hàng Bè");
            type(page, "dien-thoai", "0912 345 678");
            page.locator(FORM + "[name=dong-y]").check();
            review(page);
            shows(page.locator("main"), title, "Số 7 phố Hàng Bè");
            assertAccessible(page);

            // There and back nothing is lost, and nothing asked twice.
            Pressed.press(page.locator("button[name=sua]"));
            page.locator(FORM + "textarea[name=noi-dung]").waitFor();
            assertThat(value(page, "tieu-de")).isEqualTo(title);
            assertThat(value(page, "noi-dung")).isEqualTo(text);
            assertThat(value(page, "ho-ten")).isEqualTo("Nguyễn Thị Hoa Mai");
            assertThat(value(page, "dien-thoai")).isEqualTo("0912 345 678");
            assertThat(page.locator(FORM + "[name=dong-y]").isChecked()).isTrue();
            review(page);

            page.waitForFunction(PROVED);
            // What does the work of the proof says that it is done.
            assertAccessible(page);
            page.waitForFunction(AS_PEOPLE_TYPE);
            assertThat(drafts(page)).as("until it is sent").hasSize(1);
            Pressed.press(page.locator("button[name=gui]"));
            page.locator("h1[data-sent]").waitFor();
            shows(page.locator("h1"), "Biên nhận");
            page.waitForLoadState();
            assertThat(page.locator("#ma-tra-cuu").innerText()).isNotBlank();
            assertThat(page.locator("main").innerText())
                    .as("nobody has to look at it first")
                    .doesNotContain("Cán bộ sẽ xem qua nội dung này");
            assertThat(drafts(page)).as("once it is sent").isEmpty();
            assertThat((String) page.evaluate(KEPT)).doesNotContain(title);

            // A new question begins empty.
            page.navigate(portal.url("/gui-cau-hoi"));
            assertThat(value(page, "tieu-de")).isEmpty();
            assertThat(page.locator("[data-draft]").isVisible()).isFalse();
            assertThat(faults).isEmpty();
        }
    }

    private static void type(Page page, String field, String text) {
        page.locator(FORM + "[name=" + field + "]").fill(text);
    }

    private static String value(Page page, String field) {
        return page.locator(FORM + "[name=" + field + "]").inputValue();
    }

    private static void review(Page page) {
        Pressed.press(page.locator(FORM + "button.primary"));
        page.locator("button[name=gui]").waitFor();
    }

    private static List<String> drafts(Page page) {
        return ((List<?>) page.evaluate(DRAFTS)).stream().map(String::valueOf).toList();
    }
}
