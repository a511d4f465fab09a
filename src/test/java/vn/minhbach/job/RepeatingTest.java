package vn.minhbach.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhbach.SetClock;

/** Work that is repeated goes on whatever is thrown, and tells how it fares. */
@Timeout(60)
class RepeatingTest {

    private static final Instant NOON = Instant.parse("2026-06-01T05:00:00Z");

    private final SetClock clock = new SetClock(NOON);

    static List<Throwable> whateverIsThrown() {
        return List.of(
                new IllegalStateException("the database is away"),
                new java.io.IOException("the disk is full"),
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new AssertionError("Lucene expected something else"),
                new NoClassDefFoundError("gone"),
                new ThreadDeath());
    }

    @ParameterizedTest
    @MethodSource("whateverIsThrown")
    void nothingThatIsThrownEndsTheWork(Throwable thrown) {
        var rounds = new ArrayList<Integer>();
        var itself = new Repeating[1];
        var work = new Repeating(
                "test",
                Duration.ZERO,
                () -> {
                    rounds.add(rounds.size());
                    if (rounds.size() == 3) {
                        itself[0].stop();
                    }
                    throw thrown;
                },
                clock);
        itself[0] = work;

        work.loop();

        assertThat(rounds).containsExactly(0, 1, 2);
    }

    @Test
    void itTellsSinceWhenItFailsAndWhenItSucceededLast() {
        var fails = new boolean[1];
        var work = new Repeating(
                "test",
                Duration.ZERO,
                () -> {
                    if (fails[0]) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                },
                clock);
        work.once();
        assertThat(work.state()).isEqualTo(new Repeating.State("test", NOON, null, null, ""));

        fails[0] = true;
        clock.pass(Duration.ofMinutes(1));
        work.once();
        clock.pass(Duration.ofMinutes(1));
        work.once();

        assertThat(work.state())
                .isEqualTo(new Repeating.State(
                        "test", NOON, NOON.plusSeconds(60), null, "java.lang.OutOfMemoryError: Java heap space"));
        assertThat(work.isLate(Duration.ofMinutes(1))).isTrue();
        assertThat(work.isLate(Duration.ofMinutes(2))).isFalse();

        fails[0] = false;
        work.once();
        assertThat(work.state()).isEqualTo(new Repeating.State("test", NOON.plusSeconds(120), null, null, ""));
    }

    @Test
    void oneThatHangsIsLateAndSaysSinceWhen() {
        var seen = new ArrayList<Repeating.State>();
        var itself = new Repeating[1];
        var work = new Repeating(
                "test",
                Duration.ZERO,
                () -> {
                    clock.pass(Duration.ofMinutes(5));
                    seen.add(itself[0].state());
                    assertThat(itself[0].isLate(Duration.ofMinutes(1))).isTrue();
                },
                clock);
        itself[0] = work;

        work.once();

        assertThat(seen).containsExactly(new Repeating.State("test", NOON, null, NOON, ""));
    }

    @Test
    void itCanBeWokenAndStopsWithItsOwner() throws InterruptedException {
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(2);
        var repeater = new Repeater(clock);
        var work = repeater.every("test", Duration.ofDays(1), () -> {
            first.countDown();
            second.countDown();
        });
        assertThat(first.getCount()).as("nothing begins before the portal").isEqualTo(1);

        repeater.begin(Thread::new);
        first.await();
        work.wake();
        second.await();
        var late = new CountDownLatch(1);
        repeater.every("late", Duration.ofDays(1), late::countDown);
        late.await();
        repeater.stop();

        assertThat(repeater.states()).extracting(Repeating.State::name).containsExactly("test", "late");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("portal-test", "portal-late", "portal-repeater");
    }
}
