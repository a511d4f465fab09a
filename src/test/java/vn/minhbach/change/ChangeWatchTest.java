package vn.minhbach.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;

/** What the watch notices at the head of the log, and what it tells of it. */
class ChangeWatchTest {

    private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final EntityManager em = database.factory().createEntityManager();
    private int told;
    private Instant now = NOW;

    private final ChangeWatch watch = new ChangeWatch();

    ChangeWatchTest() {
        watch.log = new ChangeLog(em, Clock.fixed(NOW, ZoneOffset.UTC));
        watch.view = new LogView(new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
        watch.followers = new Followers(List.of(new Follower() {
            @Override
            public Phase phase() {
                return Phase.PAGES;
            }

            @Override
            public void follow() {
                told++;
            }
        }));
    }

    @AfterEach
    void close() {
        em.close();
        database.close();
    }

    private void look() {
        em.clear();
        watch.look();
    }

    @Test
    void followersAreToldAtFirstAndThenOnlyWhenTheLogMoves() {
        look();
        look();
        assertThat(told).isEqualTo(1);

        publish("a");
        look();
        look();

        assertThat(told).isEqualTo(2);
        assertThat(watch.view.position()).isEqualTo(1);
    }

    @Test
    void aLogThatFellBackIsAMove() {
        publish("a");
        publish("b");
        look();

        fallBackTo(1);
        look();

        assertThat(told).isEqualTo(2);
        assertThat(watch.view.position()).isEqualTo(1);
    }

    @Test
    void aLogThatFellBackAndGrewToTheSameLengthBetweenTwoLooksIsAMove() {
        publish("a");
        publish("b");
        look();

        fallBackTo(1);
        publish("another");
        look();

        assertThat(told).isEqualTo(2);
        assertThat(watch.view.position()).isEqualTo(2);
    }

    @Test
    void teachingTheSearchTellsFollowersButIsNoPublication() {
        database.inTransaction(each -> new ChangeLog(each, Clock.fixed(NOW, ZoneOffset.UTC)).published("article", "a"));
        look();
        database.inTransaction(each ->
                new ChangeLog(each, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC)).touched("search-desk", "words"));
        look();

        assertThat(told).isEqualTo(2);
        assertThat(watch.log.lastPublication()).contains(NOW);

        database.inTransaction(each ->
                new ChangeLog(each, Clock.fixed(NOW.plusSeconds(120), ZoneOffset.UTC)).withdrawn("article", "a"));
        assertThat(watch.log.lastPublication()).contains(NOW.plusSeconds(120));
    }

    @Test
    void aDatabaseThatCannotBeReadIsLostAfterSomeSecondsAndFoundAgain() {
        look();
        assertThat(watch.view.isLost()).isFalse();

        var readable = watch.log;
        watch.log = new ChangeLog(em, Clock.fixed(NOW, ZoneOffset.UTC)) {
            @Override
            public Head head() {
                throw new IllegalStateException("The database is away");
            }
        };
        now = now.plus(LogView.LOST_AFTER).plusMillis(1);
        assertThatThrownBy(this::look).hasMessage("The database is away");
        assertThat(watch.view.isLost()).isTrue();

        watch.log = readable;
        look();
        assertThat(watch.view.isLost()).isFalse();
        assertThat(Duration.between(NOW, now)).isGreaterThan(LogView.LOST_AFTER);
    }

    private void publish(String id) {
        database.inTransaction(each -> new ChangeLog(each, Clock.fixed(NOW, ZoneOffset.UTC)).published("article", id));
    }

    private void fallBackTo(long position) {
        database.inTransaction(each -> {
            each.createNativeQuery("delete from content_change where position > " + position)
                    .executeUpdate();
            each.createNativeQuery("update content_change_head set position = " + position)
                    .executeUpdate();
        });
    }
}
