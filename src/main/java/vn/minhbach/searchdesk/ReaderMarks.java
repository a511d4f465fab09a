package vn.minhbach.searchdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import vn.minhbach.shared.Sha256;
import vn.minhbach.web.Forwarded;

/**
 * Tells readers apart for a day without knowing them: a mark of the network under a secret that is made up each day
 * and is never written down, so that nobody can find out later whose mark it was.
 */
@ApplicationScoped
public class ReaderMarks {

    private static final int SITE_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Clock clock;

    @Inject
    Forwarded forwarded;

    private Secret secret = new Secret(LocalDate.MIN, "");

    private record Secret(LocalDate day, String value) {}

    String of(HttpServletRequest request) {
        return Sha256.of(today() + " " + network(forwarded.client(request)), 8);
    }

    /**
     * Somebody has as many browsers, and with IPv6 as many addresses and networks, as they like; only another site (/48) is another reader. So
     * an office behind one address is one reader here, which costs some counts and lets nobody pass for three.
     */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // Digits, so nothing is looked up.
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(SITE_BYTES, bytes.length));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private synchronized String today() {
        var day = LocalDate.now(clock);
        if (!secret.day().equals(day)) {
            var bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            secret = new Secret(day, HexFormat.of().formatHex(bytes));
        }
        return secret.value();
    }
}
