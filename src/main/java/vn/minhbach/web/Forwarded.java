package vn.minhbach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the proxy before the portal says of a request. It is believed only when it stands on this machine, which is how the portal is
 * set up: a stranger who reaches the portal directly cannot pass for somebody else.
 */
@ApplicationScoped
public class Forwarded {

    /** Whether the reader came over TLS. Of several proxies the first one met the reader. */
    public boolean isSecure(HttpServletRequest request) {
        if (request.isSecure()) {
            return true;
        }
        var proto = fromLoopback(request) ? request.getHeader("X-Forwarded-Proto") : null;
        return proto != null && first(proto).toLowerCase(Locale.ROOT).equals("https");
    }

    /** The reader's address: the last that the nearest proxy added, since what stands before it was sent to the proxy. */
    public String clientAddress(HttpServletRequest request) {
        var forwarded = fromLoopback(request) ? request.getHeader("X-Forwarded-For") : null;
        if (forwarded == null || forwarded.isBlank()) {
            return request.getRemoteAddr();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /** Whether a program on this machine asks, for itself and not for somebody else. */
    public boolean isLocal(HttpServletRequest request) {
        return fromLoopback(request)
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static String first(String list) {
        var end = list.indexOf(',');
        return (end < 0 ? list : list.substring(0, end)).strip();
    }

    private static boolean fromLoopback(HttpServletRequest request) {
        @Nullable String address = request.getRemoteAddr();
        try {
            // Always digits here, so nothing is looked up.
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
