package vn.minhbach.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import vn.minhbach.shared.Sha256;

/**
 * Slows down whoever tries passwords. Failures are counted for a name from one address, and for an address whatever the name: so
 * a stranger who fails on purpose shuts out nobody but themselves, and the owner of the account signs in from elsewhere as ever.
 * Behind one address there may be a whole office, hence its higher limit.
 */
@ApplicationScoped
public class SignInGuard {

    private static final int FAILURES_OF_NAME = 5;
    private static final int FAILURES_OF_ADDRESS = 60;

    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(15))
            .maximumSize(20_000)
            .build();

    boolean blocked(String name, String address) {
        return count(ofName(name, address)) >= FAILURES_OF_NAME || count(ofAddress(address)) >= FAILURES_OF_ADDRESS;
    }

    void failed(String name, String address) {
        failures.asMap().merge(ofName(name, address), 1, Integer::sum);
        failures.asMap().merge(ofAddress(address), 1, Integer::sum);
    }

    void succeeded(String name, String address) {
        failures.invalidate(ofName(name, address));
    }

    private int count(String key) {
        var count = failures.getIfPresent(key);
        return count == null ? 0 : count;
    }

    /** A digest, so that keys are short whatever is typed. */
    private static String ofName(String name, String address) {
        return Sha256.of(address + " " + name, 12);
    }

    private static String ofAddress(String address) {
        return Sha256.of(address, 12);
    }
}
