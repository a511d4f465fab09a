package vn.minhbach.attachment;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a request asks for in {@code Range} (RFC 9110, section 14), from its first to its last byte.
 *
 * <p>A download that broke off and a reader of PDF that turns to a page ask for one part. A request for several is answered
 * with the whole file, as the standard allows: a list of overlapping parts would multiply what a short request costs.
 */
record ByteRange(long first, long last) {

    /** There is no such part: the answer is 416. */
    static final ByteRange NONE = new ByteRange(0, -1);

    private static final Pattern ONE = Pattern.compile("^(\\d*+)\\s*+-\\s*+(\\d*+)");
    private static final String UNIT = "bytes=";

    /** The part asked for; {@link #NONE}; or null if the whole file is to be sent, also for what cannot be read. */
    static @Nullable ByteRange of(@Nullable String header, long length) {
        if (header == null || !header.strip().toLowerCase(Locale.ROOT).startsWith(UNIT)) {
            return null;
        }
        var parts = Arrays.stream(header.strip().substring(UNIT.length()).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        var one = ONE.matcher(parts.size() == 1 ? parts.getFirst() : "");
        return one.matches() ? of(one.group(1), one.group(2), length) : null;
    }

    private static @Nullable ByteRange of(String first, String last, long length) {
        if (first.isEmpty()) {
            return last.isEmpty() ? null : end(number(last), length);
        }
        var from = number(first);
        var until = last.isEmpty() ? Long.MAX_VALUE : number(last);
        if (until < from) {
            return null;
        }
        return from < length ? new ByteRange(from, Math.min(until, length - 1)) : NONE;
    }

    /** The last bytes, so many. */
    private static @Nullable ByteRange end(long size, long length) {
        if (size == 0) {
            return NONE;
        }
        return length == 0 ? null : new ByteRange(Math.max(0, length - size), length - 1);
    }

    /** Whatever is longer lies beyond the end of every file. */
    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    long length() {
        return last - first + 1;
    }

    /** As it stands in {@code Content-Range}. */
    String of(long whole) {
        return "bytes " + (equals(NONE) ? "*" : first + "-" + last) + "/" + whole;
    }
}
