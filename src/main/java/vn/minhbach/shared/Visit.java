package vn.minhbach.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The reader at hand: the language in which the frame of a page speaks, and where the page's links lead.
 *
 * <p>The language stands in the address ({@code /en/tin-tuc}) and nowhere else, never in a cookie or taken from the browser:
 * one address is one text, which may be cached and shared.
 */
@Named
@RequestScoped
public class Visit {

    /** Request attribute: the language that was found in the address. */
    public static final String LANGUAGE = "portal.language";

    /** Request attribute: path and query as the reader sees them, without the language. */
    public static final String PATH = "portal.path";

    public static final Locale VIETNAMESE = Locale.of("vi");

    @Inject
    HttpServletRequest request;

    @Inject
    StructuredData structured;

    public String getLanguage() {
        return request.getAttribute(LANGUAGE) instanceof String language ? language : "vi";
    }

    public Locale getLocale() {
        return Locale.of(getLanguage());
    }

    /** What every address of the portal begins with, the language included; empty on a Vietnamese page. */
    public String getBase() {
        return request.getContextPath() + ("vi".equals(getLanguage()) ? "" : "/" + getLanguage());
    }

    /** The address of a place in the portal, in the reader's language. */
    public String url(String path) {
        return getBase() + path;
    }

    /** The address of a file or a feed: these have no language. */
    public String file(String path) {
        return request.getContextPath() + path;
    }

    /** The address under which the world knows this page. */
    public String getCanonicalUrl() {
        return structured.absolute(url(getPath().replaceAll("[?#].*", "")));
    }

    /** The same page in the other language. */
    public String getOtherLanguageUrl() {
        return request.getContextPath() + ("vi".equals(getLanguage()) ? "/en" : "") + getPath();
    }

    /** The page's path with its query, without context and language. */
    public String getPath() {
        return request.getAttribute(PATH) instanceof String path ? path : "/";
    }

    /** Whether the page is the one meant, or lies below it. */
    public boolean inside(String url) {
        var path = getPath().replaceAll("[?#].*", "");
        var place = url.substring(Math.min(url.length(), getBase().length()));
        return path.equals(place) || (place.length() > 1 && path.startsWith(place + "/"));
    }

    /** A request parameter, cleaned, on one line; empty if it is not there. */
    public String parameter(String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : Text.line(Text.cut(value, 20_000));
    }

    /** All values of a parameter that may be given several times. */
    public java.util.List<String> parameters(String name) {
        @Nullable String[] values = request.getParameterValues(name);
        if (values == null) {
            return java.util.List.of();
        }
        return java.util.Arrays.stream(values)
                .limit(20)
                .map(value -> Text.line(Text.cut(value, 300)))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** The last part of the path behind the view's own: the slug or code; empty if there is none. */
    public String pathInfo() {
        var path = getPath().replaceAll("[?#].*", "");
        var second = path.indexOf('/', 1);
        return second < 0
                ? ""
                : Text.line(java.net.URLDecoder.decode(path.substring(second + 1), StandardCharsets.UTF_8));
    }

    /** A sentence of the bundle in the reader's language, its gaps filled. */
    public String text(String key, Object... gaps) {
        return text(getLocale(), key, gaps);
    }

    /** A sentence of the bundle in a given language; the Vietnamese bundle is the base. */
    public static String text(Locale locale, String key, Object... gaps) {
        var bundle = ResourceBundle.getBundle("vn.minhbach.messages", locale);
        var sentence = bundle.containsKey(key) ? bundle.getString(key) : key;
        return gaps.length == 0 ? sentence : new MessageFormat(sentence, locale).format(gaps);
    }

    /** The name of an enum's constant in the reader's language. */
    public String name(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** A value made safe to stand in an address's query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
