package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Time and fee of one case, as far as the source tells them apart. */
class CaseWaysTest {

    private static final Way FIRST = new Way(Channel.IN_PERSON, "5 ngày", "Lệ phí: 20.000 đồng (Cấp thẻ lần đầu)", "");
    private static final Way AGAIN = new Way(Channel.IN_PERSON, "2 ngày", "", "Đối với cấp lại thẻ bị mất: tại quầy.");

    @Test
    void rowsThatNameTheCaseAreItsOwn() {
        assertThat(of("cấp lại thẻ bị mất")).isEqualTo(new CaseWays(List.of(AGAIN), true));
        assertThat(of("CẤP THẺ, lần đầu")).isEqualTo(new CaseWays(List.of(FIRST), true));
    }

    @Test
    void whereNoneNamesItAllHoldAndThePageSaysSo() {
        assertThat(of("đổi thẻ bị hỏng")).isEqualTo(new CaseWays(List.of(FIRST, AGAIN), false));
        assertThat(of("cấp thẻ")).as("too short to be sure").isEqualTo(new CaseWays(List.of(FIRST, AGAIN), false));
    }

    private static CaseWays of(String core) {
        return CaseWays.of(List.of(FIRST, AGAIN), new CaseChoice.Case("x", core, core, List.of()));
    }
}
