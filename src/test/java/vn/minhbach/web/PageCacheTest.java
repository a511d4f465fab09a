package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Follower;
import vn.minhbach.change.Followers;
import vn.minhbach.change.LogView;
import vn.minhbach.change.Values;

/** Which pages are kept, and for how long. */
class PageCacheTest {

    private static final String KEY = "/tin-tuc";

    /**
     * A page in the making beside a publication, step by step: the page reads a value, a value derived from that value, and the
     * index; the publication is committed, then values, index and pages follow. The steps are taken in turn in every order
     * that there is.
     */
    @ParameterizedTest
    @MethodSource("orders")
    void noPageIsKeptThatWasMadeOfAnythingOlderThanWhatIsPublished(String order) {
        assertThat(new Scene(true).play(order)).matches(page -> page.isEmpty() || page.equals("new new new"));
    }

    /** What no search finds, such as the name of the department, is told once and not again by the index. */
    @ParameterizedTest
    @MethodSource("ordersWithoutIndex")
    void noPageIsKeptThatWasMadeOfOlderValuesIfTheIndexHasNothingToFollow(String order) {
        assertThat(new Scene(false).play(order)).matches(page -> page.isEmpty() || page.startsWith("new new "));
    }

    /** All words of five "r" (reader) and six "w" (world). */
    static List<String> orders() {
        var orders = new ArrayList<String>();
        extend("", 5, 6, orders);
        return orders;
    }

    /** The same without the two steps in which the index has followed. */
    static List<String> ordersWithoutIndex() {
        var orders = new ArrayList<String>();
        extend("", 5, 4, orders);
        return orders;
    }

    private static void extend(String begun, int reader, int world, List<String> orders) {
        if (reader + world == 0) {
            orders.add(begun);
            return;
        }
        if (reader > 0) {
            extend(begun + "r", reader - 1, world, orders);
        }
        if (world > 0) {
            extend(begun + "w", reader, world - 1, orders);
        }
    }

    /** A portal of one value, one derived from it, one index, and one page of them all. */
    private static final class Scene {

        private String committed = "old";
        private String indexed = "old";
        private String first = "";
        private String second = "";
        private PageCache.Generation generation = new PageCache.Generation(-1, Instant.EPOCH);

        private final Values values = new Values();
        private final Derived<String> value = new Derived<>(values);
        private final Derived<String> derived = new Derived<>(values);
        private final PageCache cache = cache(64);
        private final List<Runnable> reader = new ArrayList<>();
        private final List<Runnable> world = new ArrayList<>();

        Scene(boolean withIndex) {
            // What a former page has left behind.
            derived.get(() -> value.get(() -> committed));

            reader.add(() -> generation = cache.generation());
            reader.add(() -> first = value.get(() -> committed));
            reader.add(() -> second = derived.get(() -> value.get(() -> committed)));
            reader.add(() -> first += " " + second + " " + indexed);
            reader.add(() -> cache.put(KEY, page(generation, first)));

            // Each telling is a step of its own, in the order in which the followers are really told.
            var followers = new Followers(List.of(recorded(cache), recorded(values), recorded(index())));
            world.add(() -> committed = "new");
            followers.advanced();
            if (withIndex) {
                world.add(() -> indexed = committed);
                followers.moved(Follower.Phase.INDEX);
            }
        }

        /** Takes the steps in this order, and says what is kept at the end; nothing if no page is. */
        String play(String order) {
            for (var step : order.toCharArray()) {
                (step == 'r' ? reader : world).removeFirst().run();
            }
            assertThat(reader).isEmpty();
            assertThat(world).isEmpty();
            return cache.get(KEY)
                    .map(page -> new String(page.plain(), StandardCharsets.UTF_8))
                    .orElse("");
        }

        private Follower recorded(Follower real) {
            return new Follower() {
                @Override
                public Phase phase() {
                    return real.phase();
                }

                @Override
                public void follow() {
                    world.add(real::follow);
                }
            };
        }

        /** Begins to follow and is done later, as the real one. */
        private static Follower index() {
            return new Follower() {
                @Override
                public Phase phase() {
                    return Phase.INDEX;
                }

                @Override
                public void follow() {}
            };
        }
    }

    @Test
    void eachGenerationIsLaterThanTheOneBeforeInFullSeconds() {
        var cache = cache(64);
        var before = cache.generation();
        for (var i = 0; i < 5; i++) {
            cache.follow();
            var now = cache.generation();
            assertThat(now.number()).isEqualTo(before.number() + 1);
            assertThat(now.since()).isAfterOrEqualTo(before.since().plusSeconds(1));
            before = now;
        }
    }

    @Test
    void noPageSaysThatItWasModifiedInTheFuture() {
        var page = page(new PageCache.Generation(0, Instant.now().plusSeconds(3600)), "text");

        assertThat(java.time.ZonedDateTime.parse(
                                page.modifiedHeader(), java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isBefore(page.modified());
    }

    @Test
    void aPageIsServedForFiveMinutesAndForHoursWhileTheDatabaseIsAway() {
        var now = new long[1];
        var lost = new boolean[1];
        var cache = new PageCache() {
            @Override
            long nanoTime() {
                return now[0];
            }
        };
        cache.megabytes = 1;
        cache.log = new LogView(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)) {
            @Override
            public boolean isLost() {
                return lost[0];
            }
        };
        cache.open();
        cache.put(KEY, page(cache.generation(), "text"));

        now[0] = Duration.ofMinutes(4).toNanos();
        assertThat(cache.get(KEY)).isPresent();
        now[0] = Duration.ofMinutes(6).toNanos();
        assertThat(cache.get(KEY)).isEmpty();
        lost[0] = true;
        assertThat(cache.get(KEY)).isPresent();
        now[0] = Duration.ofHours(11).toNanos();
        assertThat(cache.get(KEY)).isPresent();
        now[0] = Duration.ofHours(13).toNanos();
        assertThat(cache.get(KEY)).isEmpty();
    }

    private static PageCache cache(long megabytes) {
        var cache = new PageCache();
        cache.megabytes = megabytes;
        cache.open();
        return cache;
    }

    private static PageCache.Page page(PageCache.Generation generation, String text) {
        return new PageCache.Page(
                generation.number(),
                text.getBytes(StandardCharsets.UTF_8),
                null,
                "text/html",
                "mark",
                generation.since());
    }
}
