package vn.minhbach.web;

import jakarta.servlet.http.HttpServletRequest;

/** Where the back office lies: it has its own headers and is never cached. */
final class BackOffice {

    private BackOffice() {}

    static boolean holds(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/quan-tri")
                || path.startsWith("/dang-nhap")
                || path.startsWith("/j_security_check")
                || path.startsWith("/jakarta.faces.resource");
    }
}
