package vn.minhbach.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;

/**
 * Pressing what may lead to another page. A press is over before its form is on the way, the more so where a script sends it: who goes on
 * at once may read the page of before, or leave it and take the form along.
 */
final class Pressed {

    /** Says of the page whether it is being left for another by a link or a form. */
    private static final String WATCH = """
            async () => {
              // Letters of another shape move what stands below them.
              await document.fonts.ready;
              window.pressed = false;
              if ('leaving' in window) return;
              window.leaving = false;
              addEventListener('click', () => { window.pressed = true; }, true);
              const here = address => address.split('#')[0];
              addEventListener('submit', event => {
                window.leaving ||= !event.defaultPrevented && (event.submitter?.formTarget || event.target.target || '_self') === '_self';
              });
              addEventListener('click', event => {
                const link = event.target.closest?.('a[href]');
                window.leaving ||= !!link && !event.defaultPrevented && !link.hasAttribute('download')
                  && (link.target || '_self') === '_self' && here(link.href) !== here(location.href);
              });
            }
            """;

    private static final int AGAIN = 2;

    private static final Page.WaitForFunctionOptions SOON = new Page.WaitForFunctionOptions().setTimeout(1_000);

    private Pressed() {}

    /**
     * Presses, and goes on in the page that it leads to, if it leads to one. Where the page moves while the button is held, there is no press,
     * and whoever sits there presses again.
     */
    static void press(Locator control) {
        var page = control.page();
        press(page, () -> {
            control.click();
            for (var again = 0; again < AGAIN && !isPressed(page); again++) {
                control.click();
            }
        });
    }

    private static boolean isPressed(Page page) {
        try {
            page.waitForFunction("() => window.pressed !== false", null, SOON);
            return true;
        } catch (TimeoutError e) {
            return !isThereStill(page);
        }
    }

    /** Whether the page is the one that was to be pressed, and has heard nothing. A page that is slow to come answers late as well. */
    private static boolean isThereStill(Page page) {
        try {
            return (boolean) page.evaluate("() => window.pressed === false");
        } catch (PlaywrightException e) {
            // It went away while it was asked.
            return false;
        }
    }

    /** The same for whatever way of pressing. */
    static void press(Page page, Runnable way) {
        page.evaluate(WATCH);
        way.run();
        page.waitForFunction("() => !window.leaving");
        page.waitForLoadState();
    }
}
