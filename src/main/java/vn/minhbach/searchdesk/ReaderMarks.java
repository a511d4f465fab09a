package vn.minhbach.searchdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import vn.minhbach.shared.Sha256;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Throttle;

/**
 * Tells readers apart for a day without knowing them: a mark of the network under a secret that is made up each day
 * and is never written down, so that nobody can find out later whose mark it was.
 */
@ApplicationScoped
public class ReaderMarks {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Clock clock;

    @Inject
    Forwarded forwarded;

    private Secret secret = new Secret(LocalDate.MIN, "");

    private record Secret(LocalDate day, String value) {}

    String of(HttpServletRequest request) {
        return of(forwarded.client(request));
    }

    /**
     * Somebody has as many browsers, and with IPv6 as many addresses and networks, as they like; only another site (/48) is another reader. So
     * an office behind one address is one reader here, which costs some counts and lets nobody pass for three.
     */
    String of(String address) {
        return Sha256.of(today() + " " + Throttle.holder(address), 8);
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
