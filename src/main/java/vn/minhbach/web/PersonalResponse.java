package vn.minhbach.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * The answer to a request that may be somebody's in particular. It is never kept anywhere, whatever those say who write it: they
 * know what they show, but not to whom.
 */
final class PersonalResponse extends HttpServletResponseWrapper {

    private static final String CACHING = "Cache-Control";

    PersonalResponse(HttpServletResponse response) {
        super(response);
        response.setHeader(CACHING, "no-store");
    }

    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase(CACHING)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!name.equalsIgnoreCase(CACHING)) {
            super.addHeader(name, value);
        }
    }
}
