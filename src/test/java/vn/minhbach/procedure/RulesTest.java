package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.web.Words;

/** What is said of offices that are gone: with the day, with whoever does it now, and on which basis. */
class RulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nộp tại Phòng Tư pháp.|01/07/2025|Ủy ban nhân dân cấp xã|72/2025/QH15",
                "Gửi Ủy ban nhân dân cấp huyện.|01/07/2025|Ủy ban nhân dân cấp xã|72/2025/QH15",
                "Gửi Công an cấp huyện.|01/03/2025|Công an tỉnh|02/2025/NĐ-CP",
                "Xã, phường, thị trấn|01/07/2025|đặc khu|72/2025/QH15",
                "Nộp cho Bảo hiểm xã hội cấp huyện|01/07/2025|Bảo hiểm xã hội cơ sở|166/2025/NĐ-CP",
                "Bộ Giao thông vận tải kiểm tra|01/03/2025|Bộ Xây dựng|33/2025/NĐ-CP",
                "Sở Giao thông vận tải thẩm định|01/03/2025|Sở Xây dựng|45/2025/NĐ-CP"
            })
    void aFormerOfficeIsNamedWithWhoDoesItToday(String step, String day, String now, String basis) {
        var told = Rules.former(procedure(step), Words.VIETNAMESE);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().origin()).isEqualTo(Origin.ADVICE);
        assertThat(told.getFirst().ground()).contains(basis);
        assertThat(told.getFirst().text()).contains(day, now, basis);
        assertThat(Rules.former(procedure(step), Words.ENGLISH)).hasSize(1);
    }

    @Test
    void whoIsOnlyCitedAsTheMakerOfADocumentIsNoOfficeToGoTo() {
        assertThat(Rules.former(procedure("Theo Thông tư của Bộ trưởng Bộ Giao thông vận tải"), Words.VIETNAMESE))
                .isEmpty();
        assertThat(Rules.former(procedure("Bộ Giao thông vận tải kiểm tra"), Words.VIETNAMESE))
                .hasSize(1);
        assertThat(Rules.former(procedure("Nộp tại xã"), Words.VIETNAMESE)).isEmpty();
    }

    @Test
    void ofABasisThatNobodyComparedThePageSaysSo() {
        assertThat(Rules.former(procedure("Sở Giao thông vận tải thẩm định"), Words.VIETNAMESE)
                        .getFirst()
                        .text())
                .endsWith("45/2025/NĐ-CP (Cổng chưa đối chiếu với văn bản gốc).");
        assertThat(Rules.former(procedure("Gửi Công an cấp huyện."), Words.VIETNAMESE)
                        .getFirst()
                        .text())
                .endsWith("ngày 18/02/2025.");
    }

    private static Procedure procedure(String step) {
        return SummaryTest.procedure(
                new ProcedureContent(
                        "",
                        List.of(new Step("", step)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Agencies.NONE,
                        List.of(),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()),
                ServiceLevel.UNSTATED);
    }
}
