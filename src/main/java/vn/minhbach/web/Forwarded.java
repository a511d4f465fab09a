package vn.minhbach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the proxies before the portal say of a request: over which protocol the reader came, and from which address. Anybody
 * can write these headers; they are believed only of a proxy that is known, which is one on this machine or one of {@code
 * portal.proxies}.
 *
 * <p>Each proxy adds to the end of {@code X-Forwarded-For} whom it talked to. So the list is read from its end, past the known
 * proxies: the first address that is none of them is the reader's, and whatever stands before it was written by the reader. In
 * {@code X-Forwarded-Proto} the first word is what the reader's browser spoke; who lies there harms only themselves.
 */
@ApplicationScoped
public class Forwarded {

    private static final int MOST_HOPS = 20;
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
    private static final Pattern IPV6 =
            Pattern.compile("\\[([0-9a-fA-F:.]{2,45})](?::\\d{1,5})?|([0-9a-fA-F:.]{2,45})");

    /** Networks of known proxies beside this machine: {@code 10.0.0.5}, {@code 10.1.0.0/16}, {@code 2001:db8::/64}. */
    @Inject
    @ConfigProperty(name = "portal.proxies")
    Optional<String> given = Optional.empty();

    private volatile @Nullable List<Network> networks;

    private record Network(byte[] address, int bits) {

        boolean holds(InetAddress other) {
            var bytes = other.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    protected Forwarded() {}

    public Forwarded(String proxies) {
        given = Optional.of(proxies);
        networks();
    }

    /** A list that cannot be read is found at the start, not by the first reader. */
    void onStart(@Observes Startup start) {
        networks();
    }

    /** Whether the reader came over https. */
    public boolean isSecure(HttpServletRequest request) {
        if (request.isSecure()) {
            return true;
        }
        var proto = header(request, "X-Forwarded-Proto");
        return proto != null
                && isProxy(address(request.getRemoteAddr()))
                && proto.split(",", 2)[0].strip().equalsIgnoreCase("https");
    }

    /** The reader's address, in its usual spelling. */
    public String client(HttpServletRequest request) {
        var nearest = request.getRemoteAddr();
        var forwarded = header(request, "X-Forwarded-For");
        var known = address(nearest);
        if (known == null || forwarded == null) {
            return known == null ? nearest : known.getHostAddress();
        }
        var hops = forwarded.split(",");
        for (var i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS) && isProxy(known); i--) {
            var next = address(hops[i].strip());
            if (next == null) {
                break;
            }
            known = next;
        }
        return known.getHostAddress();
    }

    /** Whether a program on this machine asks, for itself and not for somebody else. */
    public boolean isLocal(HttpServletRequest request) {
        var nearest = address(request.getRemoteAddr());
        return nearest != null
                && nearest.isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static @Nullable String header(HttpServletRequest request, String name) {
        var first = request.getHeader(name);
        return first == null ? null : String.join(",", Collections.list(request.getHeaders(name)));
    }

    private boolean isProxy(@Nullable InetAddress address) {
        return address != null
                && (address.isLoopbackAddress() || networks().stream().anyMatch(network -> network.holds(address)));
    }

    private List<Network> networks() {
        var known = networks;
        if (known == null) {
            known = given.stream()
                    .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
                    .filter(each -> !each.isEmpty())
                    .map(Forwarded::network)
                    .toList();
            networks = known;
        }
        return known;
    }

    private static Network network(String given) {
        var parts = new ArrayList<>(List.of(given.split("/", 2)));
        var address = address(parts.getFirst());
        if (address == null) {
            throw wrong(given);
        }
        var most = address.getAddress().length * 8;
        if (parts.size() == 1) {
            return new Network(address.getAddress(), most);
        }
        if (!parts.get(1).matches("\\d{1,3}") || Integer.parseInt(parts.get(1)) > most) {
            throw wrong(given);
        }
        return new Network(address.getAddress(), Integer.parseInt(parts.get(1)));
    }

    private static IllegalStateException wrong(String given) {
        return new IllegalStateException(
                "portal.proxies (PORTAL_PROXIES): \"" + given
                        + "\" không phải là địa chỉ IP hoặc dải địa chỉ (is neither an IP address nor a network such as 10.0.0.0/8)");
    }

    /** Reads an address that is written in numbers; never asks for a name. */
    private static @Nullable InetAddress address(String text) {
        var four = IPV4.matcher(text);
        var six = IPV6.matcher(text);
        try {
            if (four.matches()) {
                return InetAddress.getByName(four.group(1));
            }
            if (text.indexOf(':') >= 0 && six.matches()) {
                return InetAddress.getByName("[" + (six.group(1) == null ? six.group(2) : six.group(1)) + "]");
            }
            return null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
