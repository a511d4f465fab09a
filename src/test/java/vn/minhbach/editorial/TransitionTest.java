package vn.minhbach.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of transitions is one: it says everything once, and nothing that leads nowhere. */
class TransitionTest {

    private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

    @Test
    void noDeedHasTwoRowsForOneState() {
        assertThat(Arrays.stream(Transition.values()).map(row -> row.from() + " " + row.deed()))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyTheBeginningComesFromNothing() {
        assertThat(Arrays.stream(Transition.values()).filter(row -> row.from() == null))
                .containsExactly(Transition.BEGIN);
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsReachedAndCanBeLeftOrWorkedOn(ItemState state) {
        assertThat(Arrays.stream(Transition.values()).map(Transition::to)).contains(state);
        assertThat(Arrays.stream(Transition.values()).map(Transition::from)).contains(state);
    }

    @Test
    void nothingThatWasPublicBecomesADraftAgain() {
        assertThat(Arrays.stream(Transition.values())
                        .filter(row -> row.from() == ItemState.PUBLISHED || row.from() == ItemState.WITHDRAWN)
                        .map(Transition::to))
                .doesNotContain(ItemState.DRAFT);
    }

    @Test
    void saysWhyADeedIsNotPossible() {
        var item = new Item("article", "khai-truong", NOW);
        item.begin();

        assertThat(Transition.reasonsAgainst(item, Deed.WITHDRAW, 1)).containsExactly("editorial.error.step");
        assertThat(Transition.reasonsAgainst(item, Deed.PUBLISH, 2)).containsExactly("editorial.error.version");
        assertThat(Transition.reasonsAgainst(item, Deed.PUBLISH, 1)).isEmpty();
        item.publish(1, NOW);
        assertThat(Transition.reasonsAgainst(item, Deed.PUBLISH, 1)).containsExactly("editorial.error.alreadyPublic");
        assertThat(Transition.reasonsAgainst(item, Deed.PUBLISH, 7)).isEqualTo(List.of("editorial.error.version"));
    }
}
