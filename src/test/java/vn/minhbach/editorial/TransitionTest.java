package vn.minhbach.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.access.Actor;

/** The table of transitions is one: it says everything once, and nothing that leads nowhere. */
class TransitionTest {

    private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");
    private static final Actor LAN = new Actor("lan", Set.of());
    private static final Actor MAI = new Actor("mai", Set.of());

    /** Where an item can stand. */
    private record Stand(ItemState state, ReviewState review) {}

    @Test
    void noDeedHasTwoRowsForOneStand() {
        var rows = new ArrayList<String>();
        for (var row : Transition.values()) {
            for (var state : row.from()) {
                for (var review : row.review()) {
                    rows.add(state + " " + review + " " + row.deed());
                }
            }
        }
        assertThat(rows).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheBeginningComesFromNothing() {
        assertThat(Arrays.stream(Transition.values()).filter(row -> row.from().isEmpty()))
                .containsExactly(Transition.BEGIN);
    }

    @ParameterizedTest
    @EnumSource
    void everyDeedHasARow(Deed deed) {
        assertThat(Arrays.stream(Transition.values()).map(Transition::deed)).contains(deed);
    }

    /** From a draft, by the rows alone, every state of both sides is reached, and nothing that was public becomes a draft again. */
    @Test
    void everyStateIsReachedAndNothingPublicBecomesADraftAgain() {
        var reached = new HashSet<Stand>();
        var open = new ArrayList<>(java.util.List.of(new Stand(ItemState.DRAFT, ReviewState.WRITING)));
        while (!open.isEmpty()) {
            var stand = open.removeLast();
            if (!reached.add(stand)) {
                continue;
            }
            for (var row : Transition.values()) {
                if (row.from().contains(stand.state()) && row.review().contains(stand.review())) {
                    var next = new Stand(
                            row.to() == null ? stand.state() : row.to(),
                            row.toReview() == null ? stand.review() : row.toReview());
                    if (stand.state() != ItemState.DRAFT) {
                        assertThat(next.state()).as(row.name()).isNotEqualTo(ItemState.DRAFT);
                    }
                    open.add(next);
                }
            }
        }
        assertThat(reached.stream().map(Stand::state)).contains(ItemState.values());
        assertThat(reached.stream().map(Stand::review)).contains(ReviewState.values());
        // Wherever an item stands, somebody can go on.
        assertThat(reached)
                .allSatisfy(stand -> assertThat(Arrays.stream(Deed.values())
                                .filter(deed -> deed != Deed.REMARK && deed != Deed.PLAN && deed != Deed.READDRESS)
                                .filter(deed -> Transition.of(stand.state(), stand.review(), deed)
                                        .isPresent()))
                        .as(stand.toString())
                        .isNotEmpty());
    }

    /** A contributor's and an editor's deeds never touch what the public sees. */
    @Test
    void onlyWhoMayPublishMovesWhatThePublicSees() {
        assertThat(Arrays.stream(Transition.values())
                        .filter(row -> row.deed().right() != Deed.Right.PUBLISH && row != Transition.BEGIN))
                .allSatisfy(row -> assertThat(row.to()).as(row.name()).isNull());
    }

    @Test
    void whoTakesSomethingAwayOrPutsItRightSaysWhy() {
        for (var deed : Set.of(Deed.SEND_BACK, Deed.PUBLISH_URGENTLY, Deed.WITHDRAW)) {
            assertThat(Arrays.stream(Transition.values()).filter(row -> row.deed() == deed))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.needs()).contains(Transition.Need.REASON));
        }
        for (var deed : Set.of(Deed.CORRECT, Deed.WITHDRAW)) {
            assertThat(Arrays.stream(Transition.values()).filter(row -> row.deed() == deed))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.needs()).contains(Transition.Need.NOTICE));
        }
    }

    @Test
    void saysWhyADeedIsNotPossible() {
        var item = new Item("article", "khai-truong", NOW, "lan");
        item.begin();
        item.call("Khai trương", "tin-tuc", "", "lan");

        assertThat(reasons(item, Deed.WITHDRAW, 1, MAI)).containsExactly("editorial.error.step");
        assertThat(reasons(item, Deed.PUBLISH, 2, Actor.PORTAL)).containsExactly("editorial.error.version");
        assertThat(reasons(item, Deed.PUBLISH, 1, Actor.PORTAL)).isEmpty();
        assertThat(reasons(item, Deed.PUBLISH, 1, MAI)).containsExactly("editorial.error.notApproved");
        item.move(Deed.PUBLISH, 1, Said.NOTHING, Actor.PORTAL, NOW);
        item.show(1, NOW);
        assertThat(reasons(item, Deed.PUBLISH, 1, Actor.PORTAL)).containsExactly("editorial.error.alreadyPublic");
        assertThat(reasons(item, Deed.PUBLISH, 7, Actor.PORTAL)).containsExactly("editorial.error.version");
    }

    @Test
    void nobodyApprovesTheirOwn() {
        var item = new Item("article", "khai-truong", NOW, "lan");
        item.begin();
        item.call("Khai trương", "tin-tuc", "", "lan");
        item.move(Deed.SUBMIT, 1, Said.NOTHING, LAN, NOW);
        item.submitted("mai");

        assertThat(reasons(item, Deed.APPROVE, 1, LAN)).containsExactly("editorial.error.own");
        assertThat(reasons(item, Deed.APPROVE, 1, MAI)).containsExactly("editorial.error.own");
        assertThat(reasons(item, Deed.APPROVE, 1, new Actor("hoa", Set.of()))).isEmpty();
    }

    private static java.util.List<String> reasons(Item item, Deed deed, int version, Actor actor) {
        return Transition.reasonsAgainst(item, deed, version, actor);
    }
}
