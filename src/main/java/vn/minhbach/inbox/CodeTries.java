package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.stream.Stream;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Throttle;

/** How often somebody may show a tracking code, wherever it is asked for: fifty people behind one address may, who goes through numbers may not. */
@ApplicationScoped
class CodeTries {

    /** Fifty people who each look a few times. */
    private static final Throttle.Limit ALL = new Throttle.Limit("track", 300, Duration.ofHours(1));

    /** Who mistypes a code does so a few times; who goes through numbers does not stop. */
    private static final Throttle.Limit WRONG = new Throttle.Limit("track wrong", 60, Duration.ofHours(1));

    /** The same for one code, from wherever it is tried: whether there is such a code or not. */
    private static final Throttle.Limit WRONG_OF_CODE = new Throttle.Limit("track code", 20, Duration.ofDays(1));

    @Inject
    Throttle throttle;

    @Inject
    Forwarded forwarded;

    CodeTries() {}

    /** Without a server, for tests. */
    CodeTries(Throttle throttle, Forwarded forwarded) {
        this.throttle = throttle;
        this.forwarded = forwarded;
    }

    /** Counts a try as a wrong one. @return zero if it may be made; else how long to wait */
    Duration take(HttpServletRequest request, String code) {
        var client = forwarded.client(request);
        var tried = value(code);
        return Stream.of(
                        throttle.takeFrom(ALL, client),
                        throttle.takeFrom(WRONG, client),
                        // What can be no code is nobody's.
                        tried.isEmpty() ? Duration.ZERO : throttle.take(WRONG_OF_CODE, tried))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** It was the right one. */
    void known(HttpServletRequest request, String code) {
        throttle.giveBackFrom(WRONG, forwarded.client(request));
        throttle.giveBack(WRONG_OF_CODE, value(code));
    }

    private static String value(String code) {
        return TrackingCode.read(code).map(TrackingCode::value).orElse("");
    }
}
