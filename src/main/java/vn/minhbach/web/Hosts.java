package vn.minhbach.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the portal answers: the one of {@code portal.url}, those of {@code portal.hosts}, and those of this machine
 * itself. A page of another site that lets its own name point here gets nothing (DNS rebinding).
 */
@ApplicationScoped
public class Hosts {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]", "::1");

    private static final Pattern NAMES = Pattern.compile(",");

    @Inject
    PortalUrl home;

    @Inject
    @ConfigProperty(name = "portal.hosts")
    Optional<String> others;

    private final Set<String> known = new HashSet<>(LOOPBACK);

    @PostConstruct
    void read() {
        known.add(home.host());
        others.ifPresent(names -> NAMES.splitAsStream(names).forEach(name -> known.add(small(name.strip()))));
    }

    /** Whether the request was sent to a name of the portal. */
    boolean know(HttpServletRequest request) {
        @Nullable String name = request.getServerName();
        return name != null && known.contains(small(name));
    }

    /**
     * Whether a request that changes something comes from a page of the portal: browsers say so, and no page of another site can
     * make them say otherwise. Who says nothing is no browser of these days and is refused as well. To a portal under https nothing is
     * sent from a page that came without it: anybody on the way may have written that page.
     *
     * @param secure whether the reader came over https
     */
    boolean ownOrigin(HttpServletRequest request, boolean secure) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return site != null;
        }
        var host = request.getHeader("Host");
        var begin = origin.indexOf("://");
        if (secure && !origin.startsWith("https:")) {
            return false;
        }
        return host != null && begin > 0 && small(origin.substring(begin + 3)).equals(small(host));
    }

    private static String small(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }
}
