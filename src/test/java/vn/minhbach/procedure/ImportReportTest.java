package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.minhbach.procedure.ImportReport.Outcome;

/** What an import says of itself. */
class ImportReportTest {

    private final ImportReport report = new ImportReport();

    @Test
    void itCountsEveryOutcomeByItself() {
        for (var i = 0; i < 6; i++) {
            report.readLine();
        }
        report.count(Outcome.ADDED);
        report.count(Outcome.CHANGED);
        report.count(Outcome.CHANGED);
        report.count(Outcome.UNCHANGED);
        report.count(Outcome.UNCHANGED);
        report.count(Outcome.UNCHANGED);

        assertThat(report.text().lines())
                .containsExactly("Đã đọc 6 dòng: 1 thủ tục mới, 2 thay đổi, 3 không đổi, 0 dòng bị từ chối.");
    }

    @Test
    void aRefusedLineIsNamedWithItsReason() {
        report.readLine();
        report.refuse(7, "thiếu mã %s \u0111");

        assertThat(report.text()).contains("1 dòng bị từ chối").contains("  dòng 7: thiếu mã %s đ");
    }

    @Test
    void ofVeryManyRefusalsTheFirstAreShownAndTheRestCounted() {
        for (var line = 1; line <= 1_000; line++) {
            report.refuse(line, "hỏng");
        }

        assertThat(report.refused()).isEqualTo(1_000);
        assertThat(report.text())
                .contains("1000 dòng bị từ chối", "  dòng 200: hỏng", "  … và 800 dòng nữa")
                .doesNotContain("dòng 201:");
    }

    @Test
    void theShareOfAPartIsOfThoseThatHaveIt() {
        report.part("ways", true);
        report.part("ways", true);
        report.part("ways", false);
        report.part("steps", true);

        assertThat(report.text().lines().map(String::strip).map(line -> line.replaceAll("\\s+", " ")))
                .contains("ways 2 / 3 66.7 %", "steps 1 / 1 100.0 %");
    }
}
