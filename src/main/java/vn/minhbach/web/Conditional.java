package vn.minhbach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that a request can put (RFC 9110, section 13), asked of what the portal would send: whether the reader has it
 * already, and whether it is still what the reader began to fetch.
 *
 * <p>Entity tags come alone, in lists, over several header lines, weakened by a proxy that compressed the answer ({@code
 * W/"…"}), or as {@code *}. An entity tag may hold a comma, so that a list cannot be cut at its commas.
 */
public final class Conditional {

    private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    private Conditional() {}

    /**
     * Whether the reader of a GET or HEAD has this version already: the answer is 304 without a body.
     *
     * @param etag as it is sent, with its quotes
     */
    public static boolean unchanged(HttpServletRequest request, String etag, @Nullable Instant modified) {
        var known = header(request, "If-None-Match");
        if (known != null) {
            return known.equals(etag) || names(known, etag, false);
        }
        var since = date(request, "If-Modified-Since");
        return since != null && modified != null && !seconds(modified).isAfter(since);
    }

    /** Whether the request is for another version than this: the answer is 412. */
    public static boolean failed(HttpServletRequest request, String etag, @Nullable Instant modified) {
        var wanted = header(request, "If-Match");
        if (wanted != null) {
            return !names(wanted, etag, true);
        }
        var since = date(request, "If-Unmodified-Since");
        return since != null && modified != null && seconds(modified).isAfter(since);
    }

    /** Whether a part of this version may be sent to a reader who has other parts; if not, the whole is. */
    public static boolean continues(HttpServletRequest request, String etag, @Nullable Instant modified) {
        var begun = header(request, "If-Range");
        if (begun == null) {
            return true;
        }
        if (begun.indexOf('"') >= 0) {
            return begun.strip().equals(etag) && !isWeak(etag);
        }
        return modified != null && seconds(modified).equals(date(request, "If-Range"));
    }

    /** All lines of a header as one; null if there is none. */
    private static @Nullable String header(HttpServletRequest request, String name) {
        var first = request.getHeader(name);
        if (first == null) {
            return null;
        }
        var lines = Collections.list(request.getHeaders(name));
        return lines.size() > 1 ? String.join(",", lines) : first;
    }

    private static boolean names(String list, String etag, boolean strongly) {
        if (list.strip().equals("*")) {
            return true;
        }
        if (strongly && isWeak(etag)) {
            return false;
        }
        var opaque = isWeak(etag) ? etag.substring(2) : etag;
        var each = ENTITY_TAG.matcher(list);
        while (each.find()) {
            if (each.group(2).equals(opaque) && !(strongly && each.group(1) != null)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWeak(String etag) {
        return etag.startsWith("W/");
    }

    /** Null if there is none, or if it is no date: such a condition was not put. */
    private static @Nullable Instant date(HttpServletRequest request, String name) {
        try {
            var millis = request.getDateHeader(name);
            return millis < 0 ? null : Instant.ofEpochMilli(millis);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As precise as a header can say it. */
    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
