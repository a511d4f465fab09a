package vn.minhbach.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

    private static final int LONGEST_KEPT = 200;

    /** A list page holds hundreds of addresses, made of the same few hundred values each time. */
    private static final Cache<String, String> ENCODED =
            Caffeine.newBuilder().maximumSize(5_000).build();

    @Inject
    HttpServletRequest request;

    @Inject
    StructuredData structured;

    private @Nullable Address address;
    private Words words = Words.VIETNAMESE;
    private String context = "";
    private String language = "vi";
    private String base = "";
    private String place = "/";
    private String draftBack = "";

    /** A reader of whom nothing is known, at no address, who reads Vietnamese. */
    static Visit outside(java.util.function.Function<Visit, StructuredData> structured) {
        var visit = new Visit();
        visit.structured = structured.apply(visit);
        return visit;
    }

    /** Reads the address once: a page asks for these hundreds of times. */
    @PostConstruct
    void read() {
        context = request.getContextPath();
        address = Address.of(request);
        if (address == null) {
            // An address that does not exist: the page that says so speaks the language that was asked for.
            language = request.getRequestURI().startsWith(context + "/en/") ? "en" : "vi";
        } else {
            language = address.language();
            place = address.path();
        }
        words = Words.of(language);
        base = context + ("vi".equals(language) ? "" : "/" + language);
    }

    public String getLanguage() {
        return language;
    }

    public Locale getLocale() {
        return words.locale();
    }

    public Words words() {
        return words;
    }

    /** What every address of the portal begins with, the language included; empty on a Vietnamese page. */
    public String getBase() {
        return base;
    }

    /** The address of a place in the portal, in the reader's language. */
    public String url(String place) {
        return place.equals("/") && !base.equals(context) ? base : base + place;
    }

    /** The address of a file or a feed: these have no language. */
    public String file(String file) {
        return context + file;
    }

    /** The address under which the world knows this page. */
    public String getCanonicalUrl() {
        return structured.absolute(url(place));
    }

    /** The same page in the other language; the home page where there is none. */
    public String getOtherLanguageUrl() {
        return context + Address.prefixed("vi".equals(language) ? "en" : "vi", getPath());
    }

    /** The page's path with its query, without context and language. */
    public String getPath() {
        return address == null ? place : address.place();
    }

    /** The page's path alone. */
    public String getPlace() {
        return place;
    }

    /** What is shown is a draft, which is written at this address. */
    public void showDraft(String back) {
        draftBack = back;
    }

    /** Where the draft is written that is shown; empty if none is. */
    public String getDraftBack() {
        return draftBack;
    }

    /** Whether the page is the one meant, or lies below it; an address that does not exist lies nowhere. */
    public boolean inside(String url) {
        if (address == null) {
            return false;
        }
        var other = url.substring(Math.min(url.length(), base.length()));
        return place.equals(other) || (other.length() > 1 && place.startsWith(other + "/"));
    }

    /**
     * A parameter of the address, cleaned, on one line; empty if it is not there.
     *
     * @throws IllegalArgumentException if the door does not declare it: two pages would share one place in the cache
     */
    public String parameter(String name) {
        return parameters(name).stream().findFirst().orElse("");
    }

    /** All values of a parameter that may be given several times. */
    public java.util.List<String> parameters(String name) {
        if (address == null) {
            return java.util.List.of();
        }
        if (!address.door().parameters().contains(name)) {
            throw new IllegalArgumentException(
                    "The door " + address.door().path() + " does not declare the parameter " + name);
        }
        return address.parameters().all(name);
    }

    /** Whether a form was sent, and not a page asked for. */
    public boolean isSent() {
        return "POST".equals(request.getMethod());
    }

    /** What stands in the path for the first name of the page's door; empty if it has none. */
    public String firstName() {
        return address == null || address.names().isEmpty()
                ? ""
                : address.names().getFirst();
    }

    /** The last part of the path behind the view's own: the slug or code; empty if there is none. */
    public String pathInfo() {
        return address == null || address.names().isEmpty()
                ? ""
                : address.names().getLast();
    }

    /** A sentence of the bundle in the reader's language, its gaps filled. */
    public String text(String key, Object... gaps) {
        return words.text(key, gaps);
    }

    /** The name of an enum's constant in the reader's language. */
    public String name(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** A value made safe to stand in an address's query. */
    public static String encode(String value) {
        return value.length() > LONGEST_KEPT ? encoded(value) : ENCODED.get(value, Visit::encoded);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
