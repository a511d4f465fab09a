package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.shared.RuleBrokenException;

/** What was removed is put back once, and by those who keep what it is. */
class HistoryUndoTest {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T ask(Function<History, T> work) {
        return database.ask(em -> work.apply(History.over(em, () -> new Actor("lan", Set.of()), Clock.systemUTC())));
    }

    private long removed(String kind) {
        return ask(history -> history.removed(new History.Row(kind, "7", "Tờ khai"), Map.of("name", "to-khai")))
                .entry();
    }

    @Test
    void aRemovalIsTakenBackOnce() {
        var removal = removed("attachment");

        var before = ask(history -> history.takeBack(removal, "attachment").before());
        assertThat(before).containsEntry("name", "to-khai");
        assertThatThrownBy(() -> ask(history -> history.takeBack(removal, "attachment")))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void whoKeepsAnotherKindTakesNothingBackOfThis() {
        var removal = removed("attachment");

        assertThatThrownBy(() -> ask(history -> history.takeBack(removal, "search-word", "best-bet")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("desk.undo.late");
        var kind = ask(
                history -> history.takeBack(removal, "best-bet", "attachment").getKind());
        assertThat(kind).isEqualTo("attachment");
    }
}
