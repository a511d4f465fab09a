package vn.minhbach.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Slows down whoever tries passwords: after five failures a name is refused for a quarter of an hour. */
@ApplicationScoped
public class SignInGuard {

    private static final int FAILURES = 5;

    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(15))
            .maximumSize(10_000)
            .build();

    boolean blocked(String name) {
        var count = failures.getIfPresent(name);
        return count != null && count >= FAILURES;
    }

    void failed(String name) {
        failures.asMap().merge(name, 1, Integer::sum);
    }

    void succeeded(String name) {
        failures.invalidate(name);
    }
}
