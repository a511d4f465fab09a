package vn.minhbach.quality;

import java.io.Serializable;
import vn.minhbach.shared.Text;

/**
 * A finding as the desk lists it.
 *
 * @param views how often the page was read over the last months
 */
public record QualityRow(long id, String code, String title, Fault fault, String source, String shown, long views)
        implements Serializable {

    private static final int BRIEF = 160;

    /** As much of the source as a row of the list has room for. */
    public String briefSource() {
        return Text.shorten(source, BRIEF);
    }

    /** As much of what the page says as a row of the list has room for. */
    public String briefShown() {
        return Text.shorten(shown, BRIEF);
    }

    /** The page's place in the portal. */
    public String path() {
        return "/thu-tuc/" + code;
    }
}
