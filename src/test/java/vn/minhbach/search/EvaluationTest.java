package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The measures of one query. */
class EvaluationTest {

    private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

    @Test
    void aPerfectRankingScoresFully() {
        var score = Evaluation.score(Map.of("a", 2, "b", 1), List.of("a", "b", "c"));

        assertThat(score).containsExactly(new double[] {.5, 1, 1, 1, 1, 1}, EXACTLY);
    }

    @Test
    void laterHitsCountLess() {
        var score = Evaluation.score(Map.of("a", 1), List.of("x", "a"));

        assertThat(score[0]).isZero();
        assertThat(score[1]).isEqualTo(1);
        assertThat(score[3]).isEqualTo(.5, EXACTLY);
        assertThat(score[4]).isEqualTo(Math.log(2) / Math.log(3), EXACTLY);
        assertThat(score[5]).isZero();
    }

    @Test
    void nothingFoundScoresNothing() {
        assertThat(Evaluation.score(Map.of("a", 1), List.of())).containsOnly(0);
    }
}
