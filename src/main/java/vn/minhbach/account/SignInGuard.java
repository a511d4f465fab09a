package vn.minhbach.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Sha256;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Throttle;

/**
 * Slows down whoever tries passwords. Failures are counted for a name from one address, for an address whatever the name, and for a name
 * whatever the address; each makes the next try wait, longer and longer. Nobody is locked out for good:
 *
 * <ul>
 *   <li>who fails on purpose from afar makes only those wait who come from an address from which the account was never signed in to,
 *       and those for a minute at the most;
 *   <li>behind one address there may be a whole office, hence its higher limit;
 *   <li>the owner of an account can always choose a new password by a link.
 * </ul>
 */
@ApplicationScoped
public class SignInGuard {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_OF_NAME = Duration.ofMinutes(1);

    private static final int FREE_OF_NAME_AND_ADDRESS = 5;
    private static final int FREE_OF_NAME = 20;
    private static final int FREE_OF_ADDRESS = 60;
    private static final int MOST_KEYS = 50_000;

    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_KEYS)
            .build();

    /** From where accounts were signed in to. */
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofDays(30))
            .maximumSize(MOST_KEYS)
            .build();

    @Inject
    Clock clock;

    protected SignInGuard() {}

    SignInGuard(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param last when the last of them was
     * @param before when the one before it was: so it stands again if the last was none
     */
    private record Failures(int count, Instant last, Instant before) {

        Failures(Instant first) {
            this(1, first, first);
        }

        Failures again(Instant now) {
            return new Failures(count + 1, now, last);
        }

        @Nullable
        Failures oneLess() {
            return count == 1 ? null : new Failures(count - 1, before, before);
        }
    }

    /** How long the next try must wait; zero if it need not. */
    Duration wait(String name, String address) {
        var network = Throttle.network(address);
        var fromHere = ofNameAndAddress(name, network);
        var waits = Stream.of(
                left(fromHere, FREE_OF_NAME_AND_ADDRESS, 30, LONGEST),
                left(ofAddress(network), FREE_OF_ADDRESS, 5, LONGEST),
                left(ofAddress(Throttle.site(address)), Throttle.NETWORKS_OF_SITE * FREE_OF_ADDRESS, 5, LONGEST),
                known.getIfPresent(fromHere) == null
                        ? left(ofName(name), FREE_OF_NAME, 5, LONGEST_OF_NAME)
                        : Duration.ZERO);
        return waits.max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /**
     * Whether it may be tried now. A try that is let through counts as a failure until {@link #succeeded} says otherwise: else of many that come at
     * the same moment all would be tried before the first one counts.
     */
    synchronized boolean admits(String name, String address) {
        if (wait(name, address).isPositive()) {
            return false;
        }
        var network = Throttle.network(address);
        count(ofNameAndAddress(name, network));
        places(address).forEach(this::count);
        count(ofName(name));
        return true;
    }

    /** A try that was let through. One that never had its turn, because of too many others, is none: it counts no longer. */
    <T> T tried(String name, String address, Supplier<T> proof) {
        try {
            return proof.get();
        } catch (UnavailableException e) {
            withdraw(name, address);
            throw e;
        }
    }

    private synchronized void withdraw(String name, String address) {
        countLess(ofNameAndAddress(name, Throttle.network(address)));
        places(address).forEach(this::countLess);
        countLess(ofName(name));
    }

    /** The try that was let through was none too many: it counts no longer, nor do the failures before it from there. */
    synchronized void succeeded(String name, String address) {
        var fromHere = ofNameAndAddress(name, Throttle.network(address));
        failures.invalidate(fromHere);
        places(address).forEach(this::countLess);
        countLess(ofName(name));
        known.put(fromHere, true);
    }

    /** The network of an address, and its site if it has one. */
    private static List<String> places(String address) {
        return Stream.of(Throttle.network(address), Throttle.site(address))
                .filter(place -> !place.isEmpty())
                .map(SignInGuard::ofAddress)
                .toList();
    }

    private void countLess(String key) {
        failures.asMap().computeIfPresent(key, (unused, counted) -> counted.oneLess());
    }

    private void count(String key) {
        var now = clock.instant();
        failures.asMap().merge(key, new Failures(now), (counted, one) -> counted.again(now));
    }

    /** Twice as long with each failure beyond those that are free. */
    private Duration left(String key, int free, int seconds, Duration longest) {
        var counted = failures.getIfPresent(key);
        if (counted == null || counted.count() < free) {
            return Duration.ZERO;
        }
        var doublings = Math.min(counted.count() - free, 10);
        var whole = Duration.ofSeconds((long) seconds << doublings);
        var until = counted.last().plus(whole.compareTo(longest) < 0 ? whole : longest);
        var left = Duration.between(clock.instant(), until);
        return left.isPositive() ? left : Duration.ZERO;
    }

    /** A digest, so that keys are short whatever is typed. */
    private static String ofNameAndAddress(String name, String network) {
        return Sha256.of("both " + network + " " + name, 12);
    }

    private static String ofName(String name) {
        return Sha256.of("name " + name, 12);
    }

    private static String ofAddress(String network) {
        return Sha256.of("address " + network, 12);
    }
}
