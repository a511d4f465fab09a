package vn.minhbach.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.TestDatabase;

/** Positions in the change log have no gaps and become visible in their order, whoever else writes. */
@Timeout(60)
class ChangeLogTest {

    private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

    @Test
    void positionsAscendWithoutGaps() {
        try (var database = TestDatabase.create()) {
            database.inTransaction(em -> log(em).published("article", "a"));
            database.inTransaction(em -> {
                log(em).withdrawn("article", "a");
                log(em).published("procedure", "1.001234");
            });

            var changes = after(database, 0, 10);

            assertThat(changes).extracting(ContentChange::getPosition).containsExactly(1L, 2L, 3L);
            assertThat(changes).extracting(ContentChange::getContentId).containsExactly("a", "a", "1.001234");
            assertThat(changes)
                    .extracting(ContentChange::getAction)
                    .containsExactly(
                            ContentChange.Action.PUBLISHED,
                            ContentChange.Action.WITHDRAWN,
                            ContentChange.Action.PUBLISHED);
            assertThat(changes).extracting(ContentChange::getChangedAt).containsOnly(NOW);
            assertThat(position(database)).isEqualTo(3);
        }
    }

    @Test
    void aFollowerReadsOnWhereItStood() {
        try (var database = TestDatabase.create()) {
            database.inTransaction(em -> log(em).published("article", List.of("a", "b", "c", "d")));

            assertThat(after(database, 1, 2))
                    .extracting(ContentChange::getContentId)
                    .containsExactly("b", "c");
            assertThat(after(database, 4, 2)).isEmpty();
        }
    }

    @Test
    void manyAtOnceKeepTheirOrderAndNoneIsNoChange() {
        var ids =
                IntStream.range(0, 1_000).mapToObj(i -> "id-" + (i * 7 % 1_000)).toList();
        try (var database = TestDatabase.create()) {
            database.inTransaction(em -> log(em).published("procedure", ids));
            database.inTransaction(em -> log(em).published("procedure", List.of()));

            assertThat(after(database, 0, 2_000))
                    .extracting(ContentChange::getContentId)
                    .containsExactlyElementsOf(ids);
            assertThat(position(database)).isEqualTo(1_000);
        }
    }

    @Test
    void whatIsRolledBackLeavesNoGap() {
        try (var database = TestDatabase.create()) {
            database.inTransaction(em -> log(em).published("article", "a"));
            assertThatThrownBy(() -> database.inTransaction(em -> {
                        log(em).published("article", List.of("lost", "lost too"));
                        throw new IllegalStateException("the publication fails");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            database.inTransaction(em -> log(em).published("article", "b"));

            assertThat(after(database, 0, 10))
                    .extracting(ContentChange::getPosition, ContentChange::getContentId)
                    .containsExactly(tuple(1L, "a"), tuple(2L, "b"));
        }
    }

    @Test
    void nobodyGetsAPositionWhileAnEarlierOneIsUndecided() {
        try (var database = TestDatabase.impatient()) {
            database.inTransaction(first -> {
                log(first).published("article", "first");

                assertThatThrownBy(() ->
                                database.inTransaction(second -> log(second).published("article", "second")))
                        .hasStackTraceContaining("Timeout trying to lock table");
                assertThat(position(database)).isZero();
                assertThat(after(database, 0, 10)).isEmpty();
            });

            assertThat(after(database, 0, 10))
                    .extracting(ContentChange::getContentId)
                    .containsExactly("first");
        }
    }

    @Test
    void aSecondPublicationWaitsForTheFirstAndComesAfterIt() throws Exception {
        var taken = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var database = TestDatabase.create();
                var threads = Executors.newCachedThreadPool()) {
            var first = CompletableFuture.runAsync(
                    () -> database.inTransaction(em -> {
                        log(em).published("article", "first");
                        taken.countDown();
                        await(finish);
                    }),
                    threads);
            await(taken);
            var second = CompletableFuture.runAsync(
                    () -> database.inTransaction(em -> log(em).published("article", "second")), threads);
            while (!waiting(database)) {
                assertThat(second).isNotDone();
                Thread.onSpinWait();
            }

            finish.countDown();
            CompletableFuture.allOf(first, second).get(10, TimeUnit.SECONDS);

            assertThat(after(database, 0, 10))
                    .extracting(ContentChange::getContentId)
                    .containsExactly("first", "second");
        }
    }

    @Test
    void aReaderNeverSeesAPositionBeforeTheOneBelowIt() throws Exception {
        try (var database = TestDatabase.create();
                var threads = Executors.newCachedThreadPool()) {
            var writers = IntStream.range(0, 3)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> write(database, writer), threads))
                    .toArray(CompletableFuture<?>[]::new);
            var all = CompletableFuture.allOf(writers);

            var seen = 0L;
            while (!all.isDone() || seen < position(database)) {
                var next = after(database, seen, 1_000).stream()
                        .map(ContentChange::getPosition)
                        .toList();
                assertThat(next)
                        .containsExactlyElementsOf(LongStream.rangeClosed(seen + 1, seen + next.size())
                                .boxed()
                                .toList());
                seen += next.size();
            }

            all.get(10, TimeUnit.SECONDS);
            assertThat(seen).isEqualTo(3 * 20 * 2);
        }
    }

    /** Twenty publications of two items, and a failing one after each. */
    private static void write(TestDatabase database, int writer) {
        for (var i = 0; i < 20; i++) {
            var id = writer + "-" + i;
            database.inTransaction(em -> log(em).published("article", List.of(id, id + "-too")));
            try (var em = database.factory().createEntityManager()) {
                em.getTransaction().begin();
                log(em).published("article", "lost");
                em.getTransaction().rollback();
            }
        }
    }

    /** Asks over a connection of its own, since H2 answers a question asked again on the same one from memory. */
    private static boolean waiting(TestDatabase database) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var blocked = statement.executeQuery(
                        "select session_id from information_schema.sessions where blocker_id is not null")) {
            return blocked.next();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<ContentChange> after(TestDatabase database, long position, int limit) {
        return database.ask(em -> log(em).after(position, limit));
    }

    private static long position(TestDatabase database) {
        return database.ask(em -> log(em).position());
    }

    private static ChangeLog log(EntityManager em) {
        return new ChangeLog(em, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
