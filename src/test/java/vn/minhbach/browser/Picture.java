package vn.minhbach.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures for the manuals, taken while the journeys are walked: what a manual shows is what somebody just did. */
final class Picture {

    private Picture() {}

    /**
     * Takes one if the folder of pictures is named by {@code -Dportal.screenshots}.
     *
     * @param name where it lies there, without its ending
     * @param from what stands at its top
     */
    static void take(Page page, String name, String from) {
        var folder = System.getProperty("portal.screenshots");
        if (folder == null) {
            return;
        }
        var before = page.viewportSize();
        page.setViewportSize(1100, 820);
        // Below the head of the page, which stays at the top.
        page.evaluate(
                "from => scrollTo(0, document.querySelector(from).getBoundingClientRect().top + scrollY - 130)", from);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        page.setViewportSize(before.width, before.height);
    }
}
