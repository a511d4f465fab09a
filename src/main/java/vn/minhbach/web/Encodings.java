package vn.minhbach.web;

import jakarta.servlet.http.HttpServletRequest;

/** What a browser can unpack. */
final class Encodings {

    private Encodings() {}

    /** Whether the browser names this encoding and does not refuse it. */
    static boolean accepts(HttpServletRequest request, String encoding) {
        var header = request.getHeader("Accept-Encoding");
        if (header == null) {
            return false;
        }
        if (header.indexOf(';') < 0) {
            return namedAlone(header, encoding);
        }
        for (var offer : header.split(",")) {
            var parts = offer.strip().split("\\s*;\\s*q=", 2);
            if (parts[0].equalsIgnoreCase(encoding)) {
                return parts.length == 1 || !parts[1].matches("0(\\.0*)?");
            }
        }
        return false;
    }

    /** The common case, without quality values: "gzip, deflate, br". */
    private static boolean namedAlone(String header, String encoding) {
        var at = 0;
        while (at < header.length()) {
            var end = header.indexOf(',', at);
            var until = end < 0 ? header.length() : end;
            if (header.substring(at, until).strip().equalsIgnoreCase(encoding)) {
                return true;
            }
            at = until + 1;
        }
        return false;
    }
}
