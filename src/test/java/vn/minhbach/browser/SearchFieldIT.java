package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Chromium.assertAccessible;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The field in which people search: what its keys do, and what becomes of numbers that are nobody's business. */
@Tag("browser")
class SearchFieldIT {

    /** Invented, and nowhere in the sample. */
    private static final String DOSSIER = "000.00.27.H29-240311-7301";

    private static final List<String> CANARIES = List.of(DOSSIER, "079300730117", "0900730120");

    private static Path data;
    private static RunningPortal portal;
    private static Chromium chromium;

    @BeforeAll
    static void open(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws IOException, InterruptedException {
        data = folder.resolve("data");
        portal = RunningPortal.start(data);
        chromium = new Chromium();
    }

    /** Everything is written when the portal has stopped. */
    @AfterAll
    static void closeAndLookForTheCanaries() throws IOException, InterruptedException {
        chromium.close();
        portal.close();
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = Files.readString(file, StandardCharsets.ISO_8859_1);
                CANARIES.forEach(canary -> assertThat(content.contains(canary))
                        .as(file + " holds " + canary)
                        .isFalse());
            }
        }
    }

    @Test
    void enterAfterFurtherTypingSearchesForWhatStandsInTheField() {
        var page = typed("the thu vi");
        page.locator("#home-q").press("ArrowDown");
        assertThat(page.locator("#home-q-list [aria-selected=true]").count()).isOne();
        page.locator("#home-q").pressSequentially(" quan");
        assertThat(page.locator("#home-q").getAttribute("aria-activedescendant"))
                .isNull();
        page.locator("#home-q").press("Enter");
        page.waitForURL("**/tim-kiem?**");
        assertThat(page.locator("#search-q").inputValue()).endsWith(" quan");
    }

    @Test
    void arrowsOpenTheListAgainThatEscapeClosed() {
        var page = typed("the thu vi");
        for (var key : List.of("ArrowDown", "ArrowUp")) {
            page.locator("#home-q").press("Escape");
            assertThat(page.locator("#home-q-list").isVisible()).isFalse();
            assertThat(page.locator("#home-q").inputValue()).isEqualTo("the thu vi");
            page.locator("#home-q").press(key);
            page.locator("#home-q-list [aria-selected=true]").waitFor();
            assertThat(page.locator("#home-q").getAttribute("aria-expanded")).isEqualTo("true");
        }
        assertAccessible(page);
    }

    @Test
    void noLateAnswerOpensTheListThatEscapeClosed() {
        var page = typed("the thu vi");
        page.locator("#home-q").pressSequentially("en");
        page.locator("#home-q").press("Escape");
        page.waitForTimeout(1_000);
        assertThat(page.locator("#home-q-list").isVisible()).isFalse();
    }

    @Test
    void aDossierIsLookedUpWhereItLiesAndNowhereElse() {
        var page = chromium.browser.newPage();
        for (var query : List.of(DOSSIER, "hồ sơ " + DOSSIER + " thư viện đến đâu rồi", "CCCD 079300730117 hết hạn")) {
            page.navigate(portal.url("/"));
            page.locator("#home-q").pressSequentially(query);
            page.waitForTimeout(300);
            page.locator("#home-q").press("Enter");
            page.waitForURL("**/tim-kiem?**");
            assertThat(page.locator("#search-q").inputValue()).isEqualTo(query);
            if (query.contains(DOSSIER)) {
                assertThat(page.locator("main h3 a").count()).isZero();
                assertThat(page.locator("main .notice a").getAttribute("href"))
                        .startsWith("https://dichvucong.gov.vn/");
                assertAccessible(page);
            }
        }
        page.navigate(portal.url("/en/tim-kiem?q=" + DOSSIER + "&loai=procedure"));
        assertThat(page.locator("main .notice a").getAttribute("href")).startsWith("https://dichvucong.gov.vn/");
        page.navigate(portal.url("/tim-kiem?q=0900730120"));
        page.close();
    }

    @Test
    void aDoubtfulQueryIsAskedAbout() {
        var page = chromium.browser.newPage();
        page.navigate(portal.url("/tim-kiem?q=doi"));
        var readings = page.locator(".understood a[href*='/tim-kiem?q=']");
        // "Đổi" is what the sample says most, and so what was looked for.
        assertThat(readings.allInnerTexts()).contains("đội");
        readings.filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("đội"))
                .first()
                .click();
        assertThat(page.locator("#search-q").inputValue()).isEqualTo("đội");
        page.close();
    }

    private static Page typed(String query) {
        var page = chromium.browser.newPage();
        page.navigate(portal.url("/"));
        page.locator("#home-q").pressSequentially(query);
        page.locator("#home-q-list [role=option]").first().waitFor();
        return page;
    }
}
