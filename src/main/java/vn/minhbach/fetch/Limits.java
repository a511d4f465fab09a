package vn.minhbach.fetch;

import java.time.Duration;

/**
 * How much of a server is borne.
 *
 * @param bytes of the body, after it was decompressed
 * @param time for everything together: resolving, connecting, all redirects, the whole body
 */
public record Limits(int bytes, Duration time) {}
