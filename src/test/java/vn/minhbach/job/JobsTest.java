package vn.minhbach.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.TestDatabase;

/** Jobs on two nodes over one database: done once, caught up, tried again. */
@Timeout(60)
class JobsTest {

    private static final Instant EVENING = Instant.parse("2026-06-01T12:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDailyJobIsDoneOnceADayOnWhicheverNode() {
        var one = node("one", EVENING);
        var two = node("two", EVENING);

        for (var i = 0; i < 3; i++) {
            for (var node : List.of(one, two)) {
                node.tick(Duration.ofHours(12));
                node.runAnyDueExecutions();
                node.runAnyDueExecutions();
            }
        }

        assertThat(done).containsExactly("one", "one");
    }

    @Test
    void twoNodesAtTheSameTimeDoItOnce() throws Exception {
        var nodes = List.of(node("one", EVENING), node("two", EVENING));
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = nodes.stream()
                    .map(node -> threads.submit(() -> {
                        for (var day = 0; day < 20; day++) {
                            node.tick(Duration.ofDays(1));
                            together.await();
                            node.runAnyDueExecutions();
                            together.await();
                        }
                        return true;
                    }))
                    .toList();
            for (var look : looks) {
                assertThat(look.get()).isTrue();
            }
        }

        assertThat(done).hasSize(20);
    }

    @Test
    void whatWasDueWhileThePortalWasDownIsCaughtUpOnce() {
        node("before", EVENING);

        var after = node("after", EVENING.plus(Duration.ofDays(5)));
        after.runAnyDueExecutions();
        after.runAnyDueExecutions();

        assertThat(done).containsExactly("after");
    }

    @Test
    void whatFailsOfWhateverIsTriedAgain() {
        var fails = new boolean[] {true};
        var plan = Jobs.Plan.of(List.of(daily("test", () -> {
            if (fails[0]) {
                throw new OutOfMemoryError("Java heap space");
            }
            done.add("done");
        })));
        var node = node(plan, EVENING);
        node.tick(Duration.ofDays(1));
        node.runAnyDueExecutions();
        assertThat(done).isEmpty();

        fails[0] = false;
        node.runAnyDueExecutions();
        assertThat(done).isEmpty();
        node.tick(Duration.ofMinutes(11));
        node.runAnyDueExecutions();

        assertThat(done).containsExactly("done");
    }

    @Test
    void whatANodeThatDiedLeftUnfinishedIsDoneByAnother() throws SQLException {
        var node = node("other", EVENING);
        node.tick(Duration.ofDays(1));
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat ="
                    + " timestamp with time zone '2026-06-01 12:00:00Z'");
        }
        node.runAnyDueExecutions();
        assertThat(done).isEmpty();

        node.runDeadExecutionDetection();
        // Such a job is due at once by the real clock.
        node.setTime(Instant.now().plus(Duration.ofDays(1)));
        node.runAnyDueExecutions();

        assertThat(done).containsExactly("other");
    }

    @Test
    void aSingleJobIsDoneOnceForEachThingItIsAbout() {
        var single = new Job.Single() {
            @Override
            public String name() {
                return "single";
            }

            @Override
            public void run(String about) {
                done.add(about);
            }
        };
        var plan = Jobs.Plan.of(List.of(single));
        var one = node(plan, EVENING);
        var two = node(plan, EVENING);
        plan.once(one, single, "first", EVENING);
        plan.once(two, single, "first", EVENING);
        plan.once(two, single, "second", EVENING.plusSeconds(3600));

        for (var node : List.of(two, one)) {
            node.runAnyDueExecutions();
            node.tick(Duration.ofHours(2));
            node.runAnyDueExecutions();
        }

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void twoJobsOfOneNameAreRefused() {
        assertThatThrownBy(() -> Jobs.Plan.of(List.of(daily("same", () -> {}), daily("same", () -> {}))))
                .hasMessageContaining("\"same\"");
    }

    /** So long after it was done last, on whichever node. */
    @Test
    void whatIsDoneOftenIsDoneByOneNodeAtATime() {
        var plans = List.of(Jobs.Plan.of(List.of(often("one"))), Jobs.Plan.of(List.of(often("two"))));
        var nodes = plans.stream().map(plan -> node(plan, EVENING)).toList();
        for (var minute = 0; minute < 10; minute++) {
            for (var node : nodes) {
                node.tick(Duration.ofMinutes(1));
                node.runAnyDueExecutions();
                node.runAnyDueExecutions();
            }
        }

        assertThat(done).hasSizeBetween(2, 3);
    }

    /** Letters to a server that does not answer hold up no other job, and no letter is lost by waiting. */
    @Test
    void ofWhatTakesLongAFewAreDoneAtOnce() throws Exception {
        var begun = new CountDownLatch(2);
        var goOn = new CountDownLatch(1);
        var letter = new LongJob(about -> {
            begun.countDown();
            goOn.await();
            done.add(about);
        });
        var plan = Jobs.Plan.of(List.of(letter, often("quick")));
        assertThat(plan.threads()).as("two for all, two for letters").isEqualTo(4);
        var nodes = List.of(node(plan, EVENING), node(plan, EVENING), node(plan, EVENING));
        for (var about : List.of("one", "two", "three")) {
            plan.once(nodes.getFirst(), letter, about, EVENING.minusSeconds(60));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = nodes.subList(0, 2).stream()
                    .map(node -> threads.submit(node::runAnyDueExecutions))
                    .toList();
            begun.await();

            nodes.getLast().runAnyDueExecutions();
            assertThat(done).containsOnly("quick");

            goOn.countDown();
            for (var each : busy) {
                each.get();
            }
        }
        nodes.getLast().tick(Duration.ofSeconds(5));
        nodes.getLast().runAnyDueExecutions();
        assertThat(done).contains("one", "two", "three");
    }

    /** Something that takes long. */
    private record LongJob(Work work) implements Job.Single {

        private interface Work {
            void about(String about) throws InterruptedException;
        }

        @Override
        public String name() {
            return "letter";
        }

        @Override
        public boolean isLong() {
            return true;
        }

        @Override
        public void run(String about) {
            try {
                work.about(about);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whatFailsIsKnownUntilItIsDoneWell() {
        var fails = new boolean[] {true};
        var plan = Jobs.Plan.of(List.of(
                daily("sick", () -> {
                    if (fails[0]) {
                        throw new IllegalStateException("no such server");
                    }
                }),
                daily("well", () -> done.add("well"))));
        var node = node(plan, EVENING);
        node.tick(Duration.ofDays(1));
        node.runAnyDueExecutions();
        node.tick(Duration.ofMinutes(11));
        node.runAnyDueExecutions();

        assertThat(Jobs.failing(node))
                .extracting(Jobs.Failing::name, Jobs.Failing::times)
                .containsExactly(tuple("sick", 2));
        fails[0] = false;
        node.tick(Duration.ofMinutes(11));
        node.runAnyDueExecutions();
        assertThat(Jobs.failing(node)).isEmpty();
    }

    /** The overview tells by words which job fails. */
    @Test
    void everyJobHasWords() {
        var words = ResourceBundle.getBundle("vn.minhbach.messages", Locale.ROOT);
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("vn.minhbach")
                                .stream()
                                .filter(each -> each.isAssignableTo(Job.class) && !each.isInterface())
                                .map(each -> each.reflect().asSubclass(Job.class)))
                .hasSizeGreaterThan(10)
                .allSatisfy(each -> {
                    var constructor = each.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    assertThat(words.containsKey(
                                    "job." + constructor.newInstance().name()))
                            .as(each.getName())
                            .isTrue();
                });
    }

    private Job.Often often(String node) {
        return new Job.Often() {
            @Override
            public String name() {
                return "often";
            }

            @Override
            public Duration every() {
                return Duration.ofMinutes(5);
            }

            @Override
            public void run() {
                done.add(node);
            }
        };
    }

    private ManualScheduler node(String name, Instant now) {
        return node(Jobs.Plan.of(List.of(daily("test", () -> done.add(name)))), now);
    }

    private ManualScheduler node(Jobs.Plan plan, Instant now) {
        var clock = new SettableClock();
        clock.set(now);
        var builder = TestHelper.createManualScheduler(database.dataSource(), plan.singles())
                .clock(clock);
        plan.on(builder);
        return builder.start();
    }

    private static Job.Daily daily(String name, Runnable work) {
        return new Job.Daily() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public LocalTime at() {
                return LocalTime.of(2, 40);
            }

            @Override
            public void run() {
                work.run();
            }
        };
    }
}
