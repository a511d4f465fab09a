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

/**
 * Tells readers apart for a day without knowing them: a mark of address and browser under a secret that is made up each day
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
        return Sha256.of(today() + " " + forwarded.client(request) + " " + request.getHeader("User-Agent"), 8);
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
