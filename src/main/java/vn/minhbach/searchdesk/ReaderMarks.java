package vn.minhbach.searchdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import vn.minhbach.shared.Sha256;

/**
 * Tells readers apart for a day without knowing them: a mark of address and browser under a secret that is made anew each day
 * and is never written down, so that nobody can find out later whose mark it was.
 */
@ApplicationScoped
public class ReaderMarks {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Clock clock;

    private Secret secret = new Secret(LocalDate.MIN, "");

    private record Secret(LocalDate day, String value) {}

    String of(HttpServletRequest request) {
        return Sha256.of(today() + " " + address(request) + " " + request.getHeader("User-Agent"), 8);
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

    /** The proxy before the portal, which is on the same machine, says for whom it asks. */
    private static String address(HttpServletRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null) {
            return request.getRemoteAddr();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
