package vn.minhbach.attachment;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is said to be. */
final class MediaType {

    static final String UNKNOWN = "application/octet-stream";

    /** As much as its column holds. */
    private static final int LONGEST = 100;

    private static final Pattern ONE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,80}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}");

    private MediaType() {}

    /** The type alone, without parameters; what is none is unknown. */
    static String clean(String given) {
        var type = given.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return type.length() <= LONGEST && ONE.matcher(type).matches() ? type : UNKNOWN;
    }
}
