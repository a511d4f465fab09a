package vn.minhbach.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address under which the world knows the portal, {@code portal.url}: the only place that reads it. Whatever is written
 * with it, in feeds, the sitemap, canonical links and the API, is built on the same spelling.
 */
@ApplicationScoped
public class PortalUrl {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Inject
    @ConfigProperty(name = "portal.url", defaultValue = "http://localhost:8080")
    String given = "";

    private String origin = "";

    protected PortalUrl() {}

    public PortalUrl(String given) {
        this.given = given;
        read();
    }

    @PostConstruct
    private void read() {
        origin = originOf(given);
    }

    /** A portal that would print wrong addresses everywhere does not start. */
    void onStart(@Observes Startup start) {
        Objects.requireNonNull(origin);
    }

    /** Scheme, host and port, as browsers write an origin: in lower case, without the usual port, without a slash at the end. */
    public String origin() {
        return origin;
    }

    /** The host alone, in lower case. */
    public String host() {
        return URI.create(origin).getHost();
    }

    /** A place of the portal as the world finds it; an address that is whole already is left as it is. */
    public String absolute(String url) {
        return url.startsWith("http://") || url.startsWith("https://") ? url : origin + url;
    }

    /**
     * The path of what lies within the portal, however it was written: below its own address, or as a path; empty for what lies elsewhere. A path that
     * a browser takes for another host ({@code //} or {@code /\\}) does.
     */
    public Optional<String> own(String url) {
        if (url.equals(origin)) {
            return Optional.of("/");
        }
        var path = url.startsWith(origin + "/") ? url.substring(origin.length()) : url;
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0
                ? Optional.of(path)
                : Optional.empty();
    }

    private static String originOf(String given) {
        try {
            var uri = new URI(ascii(given.strip()));
            var scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
            var path = Objects.requireNonNullElse(uri.getPath(), "");
            if (!SCHEMES.contains(scheme)
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getQuery() != null
                    || uri.getFragment() != null
                    || uri.getPort() > 65_535
                    || !path.matches("/*")) {
                throw refused(given);
            }
            var isUsual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (isUsual ? "" : ":" + uri.getPort());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw refused(given);
        }
    }

    /** A name with marks as it stands in the domain name system. */
    private static String ascii(String url) {
        var start = url.indexOf("://") + 3;
        var end = url.indexOf('/', start);
        var until = end < 0 ? url.length() : end;
        return start < 3 || url.chars().allMatch(c -> c < 0x80)
                ? url
                : url.substring(0, start) + IDN.toASCII(url.substring(start, until)) + url.substring(until);
    }

    private static IllegalStateException refused(String given) {
        return new IllegalStateException("Địa chỉ của cổng (portal.url, PORTAL_URL) phải có dạng https://tên-miền hoặc"
                + " http://tên-miền:cổng, không có đường dẫn phía sau; giá trị hiện tại: \"" + given + "\""
                + " (portal.url must be an http or https origin without a path, such as https://example.gov.vn)");
    }
}
