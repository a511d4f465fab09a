package vn.minhbach.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.change.Follower.Phase;

/** Everybody who follows the log is told, in the order of the phases, whatever happens to the others. */
class FollowersTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void valuesComeBeforeTheIndexAndTheIndexBeforePages() {
        var followers = new Followers(List.of(
                follower("page", Phase.PAGES), follower("value", Phase.VALUES), follower("index", Phase.INDEX)));

        followers.advanced();

        assertThat(told).containsExactly("value", "index", "page");
    }

    @Test
    void whoIsUpToDateLaterHasThoseBehindItToldAgain() {
        var followers = new Followers(List.of(
                follower("page", Phase.PAGES), follower("value", Phase.VALUES), follower("index", Phase.INDEX)));

        followers.moved(Phase.INDEX);

        assertThat(told).containsExactly("page");
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void nothingThatOneThrowsKeepsTheOthersFromBeingToldAndItIsToldAgain(Phase failing) {
        var fails = new boolean[] {true};
        var all = new ArrayList<Follower>();
        for (var phase : Phase.values()) {
            if (phase == failing) {
                all.add(follower("bad", phase, () -> {
                    if (fails[0]) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                }));
            }
            all.add(follower(phase.name(), phase));
        }
        var followers = new Followers(all);

        followers.advanced();
        assertThat(told).contains("VALUES", "INDEX", "PAGES").doesNotContain("bad");

        told.clear();
        followers.remind();
        assertThat(told).as("nobody but the one who failed").isEmpty();

        fails[0] = false;
        followers.remind();
        assertThat(told).startsWith("bad");
        assertThat(told.subList(1, told.size()))
                .as("and whoever is made from it")
                .isEqualTo(later(failing));

        told.clear();
        followers.remind();
        assertThat(told).isEmpty();
    }

    private static List<String> later(Phase phase) {
        return java.util.Arrays.stream(Phase.values())
                .filter(each -> each.compareTo(phase) > 0)
                .map(Phase::name)
                .toList();
    }

    private Follower follower(String name, Phase phase) {
        return follower(name, phase, () -> {});
    }

    private Follower follower(String name, Phase phase, Runnable before) {
        return new Follower() {
            @Override
            public Phase phase() {
                return phase;
            }

            @Override
            public void follow() {
                before.run();
                told.add(name);
            }
        };
    }
}
