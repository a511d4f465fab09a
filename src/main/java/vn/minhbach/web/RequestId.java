package vn.minhbach.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The id of the request at hand: under it the log, the audit and the reader's error page speak of the same thing. Twelve digits;
 * they need not be unguessable, only different.
 */
public final class RequestId {

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    static String begin() {
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12);
        CURRENT.set(id);
        return id;
    }

    static void end() {
        CURRENT.remove();
    }

    /** Empty where there is no request: at start, in a job. */
    public static String current() {
        var id = CURRENT.get();
        return id == null ? "" : id;
    }
}
