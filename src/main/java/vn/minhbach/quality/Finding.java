package vn.minhbach.quality;

import vn.minhbach.shared.Sha256;
import vn.minhbach.shared.Text;

/**
 * A fault found on a page.
 *
 * @param source what the source says there
 * @param shown what the page says there
 */
public record Finding(Fault fault, String source, String shown) {

    private static final int LENGTH = 1000;

    public Finding {
        source = Text.shorten(Text.line(source), LENGTH);
        shown = Text.shorten(Text.line(shown), LENGTH);
    }

    /** By which the same finding is known again, as long as source and page say the same. */
    String mark() {
        return Sha256.of(fault + "\n" + source + "\n" + shown, Sha256.WHOLE);
    }
}
