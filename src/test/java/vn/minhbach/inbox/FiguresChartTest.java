package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.inbox.FiguresChart.Look;

/** What the bars above the table of figures show. */
class FiguresChartTest {

    private static FiguresPage.Row row(UnitFigures figures) {
        return new FiguresPage.Row("Phòng A", figures, -1, false);
    }

    private static UnitFigures figures(
            long received, long answered, long inTime, long late, long open, long elsewhere, long resolved) {
        return new UnitFigures("a", received, answered, inTime, late, open, elsewhere, resolved, resolved);
    }

    @Test
    void whatWasReceivedIsOneBarOfPartsAndTheLongestFillsTheRoom() {
        var lines = FiguresChart.of(List.of(row(figures(8, 5, 4, 2, 1, 1, 2)), row(figures(2, 0, 0, 2, 0, 0, 0))))
                .lines();

        assertThat(lines.getFirst().received())
                .containsExactly(
                        new FiguresChart.Part(Look.IN_TIME, "0.00%", "50.00%"),
                        new FiguresChart.Part(Look.LATE, "50.00%", "25.00%"),
                        new FiguresChart.Part(Look.OPEN, "75.00%", "12.50%"),
                        new FiguresChart.Part(Look.ELSEWHERE, "87.50%", "12.50%"));
        assertThat(lines.getFirst().answered())
                .containsExactly(
                        new FiguresChart.Part(Look.ANSWERED, "0.00%", "62.50%"),
                        new FiguresChart.Part(Look.RESOLVED, "0.00%", "25.00%"));
        assertThat(lines.getLast().received()).containsExactly(new FiguresChart.Part(Look.LATE, "0.00%", "25.00%"));
        assertThat(lines.getLast().answered()).isEmpty();
    }

    /** Its sender called it settled, and it was taken up again. */
    @Test
    void moreMayBeCalledSettledThanIsAnsweredNow() {
        var answered = FiguresChart.of(List.of(row(figures(4, 1, 1, 0, 3, 0, 2))))
                .lines()
                .getFirst()
                .answered();

        assertThat(answered)
                .containsExactly(
                        new FiguresChart.Part(Look.ANSWERED, "0.00%", "25.00%"),
                        new FiguresChart.Part(Look.RESOLVED, "0.00%", "50.00%"));
    }

    @Test
    void nothingReceivedIsNoChart() {
        assertThat(FiguresChart.of(List.of()).lines()).isEmpty();
        assertThat(FiguresChart.of(List.of(row(figures(0, 0, 0, 0, 0, 0, 0)))).lines())
                .isEmpty();
    }

    /** Printed in black, or seen without colours, they are still told apart. */
    @Test
    void noTwoPartsDifferByColourAlone() {
        assertThat(Arrays.stream(Look.values())
                        .map(look -> (look.fill("x").matches("var.*|currentColor") ? "full" : look.fill("x"))
                                + look.dashes()
                                + look.isThin()))
                .doesNotHaveDuplicates();
    }
}
