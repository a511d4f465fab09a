package vn.minhbach.inbox;

import java.util.regex.Pattern;
import vn.minhbach.shared.Secret;

/** By which what comes of one form is known: what is sent of it twice is one, and its files find it. Nobody can guess one. */
final class FormToken {

    private static final int BYTES = 16;
    private static final Pattern KNOWN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private FormToken() {}

    static String next() {
        return Secret.next(BYTES);
    }

    /** Whether it may be one, as it came. */
    static boolean isOne(String given) {
        return KNOWN.matcher(given).matches();
    }
}
