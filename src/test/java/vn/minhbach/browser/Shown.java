package vn.minhbach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;

/**
 * What a page comes to show. A click is over before the page that it leads to is there, and on a busy machine a good while before:
 * who reads a text once may read the page of before.
 */
final class Shown {

    private Shown() {}

    /** Asks again until all the texts stand there, up to Playwright's five seconds each. */
    static void shows(Locator place, String... texts) {
        for (var text : texts) {
            assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        }
    }
}
