package vn.minhbach.web;

import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the portal, resolved: which door it is, in which language, and what is asked there. There is one way to write it,
 * {@link #written}, and everything behind the door reads it from here.
 *
 * @param language "vi" or "en"
 * @param path the path without language, escaped as addresses are
 * @param names what stands in the door's path for the names in braces, decoded
 */
public record Address(Doors.Entry door, String language, String path, List<String> names, Parameters parameters) {

    private static final Pattern LANGUAGE = Pattern.compile("^/en(?=/|\\?|$)");

    private static final String ATTRIBUTE = "portal.address";

    void attach(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The address of a request; null if it is none of the portal's. */
    public static @Nullable Address of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Address address ? address : null;
    }

    /** Path and query as they are to be written, without the application's own prefix. */
    public String written() {
        var query = parameters.query();
        return prefixed(language, path) + (query.isEmpty() ? "" : "?" + query);
    }

    /** Path and query as they are to be written, without language. */
    String place() {
        var query = parameters.query();
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** A path in a language; the home page of another language has no slash at its end. */
    public static String prefixed(String language, String path) {
        if (language.equals("vi")) {
            return path;
        }
        return path.equals("/") ? "/" + language : "/" + language + path;
    }

    /** A place as it was typed or stands in a text, without its language; empty or a query alone for the home page of another one. */
    public static String withoutLanguage(String place) {
        return LANGUAGE.matcher(place).replaceFirst("");
    }
}
