package vn.minhbach.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import vn.minhbach.shared.Sha256;

/**
 * How often something that anybody may ask for is done for one of them: a bucket for each, which fills again evenly (Bucket4j), so that whoever
 * is refused waits for the next drop and not for an hour. Behind one address there may be a whole office, so whoever sets a limit sets it for
 * fifty people. Whose bucket it is stands there as a digest, in the memory of this node, for at most a day; there are never more than so many.
 */
@ApplicationScoped
public class Throttle {

    private static final int MOST_KEYS = 100_000;
    private static final int GROUPS = 4;
    private static final int GROUPS_OF_SITE = 3;

    /** So many networks of one site at most are counted as if each were somebody else's. */
    public static final int NETWORKS_OF_SITE = 16;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofDays(1))
            .maximumSize(MOST_KEYS)
            .build();

    @Inject
    Clock clock = Clock.systemUTC();

    public Throttle() {}

    /** Without a server, for tests. */
    public Throttle(Clock clock) {
        this.clock = clock;
    }

    /**
     * So many at once, and so many more while that time goes by.
     *
     * @param what whose buckets these are among all others
     * @param within at most a day
     */
    public record Limit(String what, long most, Duration within) {}

    private final class Meter implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** Takes one, if one is left. @return zero if so; else how long to wait for the next */
    public Duration take(Limit limit, String whose) {
        var probe = bucket(limit, whose).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** The same without taking it. */
    public Duration look(Limit limit, String whose) {
        var probe = bucket(limit, whose).estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Gives one back that turned out not to count. */
    public void giveBack(Limit limit, String whose) {
        bucket(limit, whose).addTokens(1);
    }

    /**
     * Takes one for whoever comes from an address: of their network, and of the whole site to which that belongs. Anybody may have a site of IPv6 (/48)
     * with 65,536 networks, and would have as many buckets.
     */
    public Duration takeFrom(Limit limit, String address) {
        var wait = take(limit, network(address));
        // Who is refused takes nothing, of their own nor of what their neighbours have.
        if (wait.isPositive() || site(address).isEmpty()) {
            return wait;
        }
        var waitOfSite = take(ofSite(limit), site(address));
        if (waitOfSite.isPositive()) {
            giveBack(limit, network(address));
        }
        return waitOfSite;
    }

    /** The same without taking it. */
    public Duration lookFrom(Limit limit, String address) {
        var wait = look(limit, network(address));
        return wait.isPositive() || site(address).isEmpty() ? wait : look(ofSite(limit), site(address));
    }

    /** Gives one back that turned out not to count. */
    public void giveBackFrom(Limit limit, String address) {
        giveBack(limit, network(address));
        if (!site(address).isEmpty()) {
            giveBack(ofSite(limit), site(address));
        }
    }

    private static Limit ofSite(Limit limit) {
        return new Limit(limit.what() + " site", NETWORKS_OF_SITE * limit.most(), limit.within());
    }

    /** Whether it was more often than so from one place within an hour; this time counts. */
    public boolean tooOften(String what, String address, int most) {
        return takeFrom(new Limit(what, most, Duration.ofHours(1)), address).isPositive();
    }

    /**
     * Whom limits count as one: a household or an office has a whole network of IPv6 (/64), and one address of IPv4.
     *
     * @param address with every group of IPv6 written out, as {@link Forwarded#client} gives it
     */
    public static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        return beginning(address, GROUPS);
    }

    /**
     * Whom it is counted for what they hold: whose whole site of IPv6 (/48) it may be, of which anybody may have one, and one address of IPv4. To be
     * preferred to {@link #network} where a place in a queue or on the disk is given, since 65,536 networks would have as many.
     */
    public static String holder(String address) {
        return site(address).isEmpty() ? address : site(address);
    }

    /** As how many of {@link #holder} an address counts: a whole site as so many networks. */
    public static int networks(String address) {
        return site(address).isEmpty() ? 1 : NETWORKS_OF_SITE;
    }

    /** The site to which a network of IPv6 belongs (/48); empty for an address of IPv4. */
    public static String site(String address) {
        return address.indexOf(':') < 0 ? "" : beginning(address, GROUPS_OF_SITE);
    }

    private static String beginning(String address, int count) {
        var groups = address.split(":", -1);
        var beginning = new StringBuilder();
        for (var i = 0; i < Math.min(count, groups.length); i++) {
            beginning.append(groups[i]).append(':');
        }
        return beginning.toString();
    }

    /** "5" for four and a half minutes: how long to wait, as it is told. */
    public static long minutes(Duration wait) {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }

    private Bucket bucket(Limit limit, String whose) {
        return buckets.get(
                Sha256.of(limit.what() + " " + whose, 12),
                unused -> Bucket.builder()
                        .addLimit(each -> each.capacity(limit.most()).refillGreedy(limit.most(), limit.within()))
                        .withCustomTimePrecision(new Meter())
                        .build());
    }
}
