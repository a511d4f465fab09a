package vn.minhbach.site;

import jakarta.servlet.http.HttpServletRequest;

/** What a browser can unpack. */
final class Encodings {

    private Encodings() {}

    static boolean gzip(HttpServletRequest request) {
        var accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}
