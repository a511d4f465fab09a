package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts and lists of the source are built and spelled on the page. */
class OutlineTest {

    @Test
    void bulletsBecomeListsAndOtherBulletsStandBelow() {
        assertThat(Outline.of("Hồ sơ gồm:\n- Đơn\n+ hai bản\n+ có ảnh\n- Thẻ cũ\nNộp tại quầy."))
                .containsExactly(
                        new Outline.Block("Hồ sơ gồm:", List.of()),
                        new Outline.Block(
                                "",
                                List.of(
                                        new Outline.Item("Đơn", List.of("hai bản", "có ảnh")),
                                        new Outline.Item("Thẻ cũ", List.of()))),
                        new Outline.Block("Nộp tại quầy.", List.of()));
        assertThat(Outline.of("")).isEmpty();
    }

    @Test
    void stepsAreCountedByThePageOnlyWhereTheSourceCounts() {
        var alone = List.of(new Step("", "Người nộp gửi hồ sơ."));
        var plain = List.of(new Step("Nộp", "a"), new Step("", "b"));
        assertThat(StepRun.of(alone)).containsExactly(new StepRun(false, alone));
        assertThat(StepRun.of(plain)).containsExactly(new StepRun(true, plain));
        assertThat(StepRun.of(List.of(
                        new Step("Trường hợp cấp mới", ""),
                        new Step("Bước 1: Nộp", "a"),
                        new Step("Bước 2", "b"),
                        new Step("Bước 1", "c"),
                        new Step("Bước 4", "d"))))
                .containsExactly(
                        new StepRun(false, List.of(new Step("Trường hợp cấp mới", ""))),
                        new StepRun(true, List.of(new Step("Nộp", "a"), new Step("", "b"))),
                        new StepRun(true, List.of(new Step("", "c"))),
                        new StepRun(false, List.of(new Step("Bước 4", "d"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c) Ba;a) Một;b) Hai|a) Một;b) Hai;c) Ba",
                "(ii) Hai;(i) Một|(i) Một;(ii) Hai",
                "2. Hai;1. Một|1. Một;2. Hai",
                "b) Hai;Không dấu;a) Một|b) Hai;Không dấu;a) Một",
                "Đầu;b) Hai;a) Một;Cuối|Đầu;a) Một;b) Hai;Cuối",
                "c) Ba;a) Một|c) Ba;a) Một"
            })
    void papersStandInTheOrderOfTheirMarks(String given, String shown) {
        var papers = List.of(given.split(";")).stream()
                .map(name -> new Paper(name, "", "", 1, 0))
                .toList();
        assertThat(new PaperCase("", papers).inOrder()).extracting(Paper::name).containsExactly(shown.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quyết định số 77/QĐ-BVL|77/QĐ-BVL",
                "SỐ 77/QĐ-BVL|77/QĐ-BVL",
                "77 /QĐ-BVL|77/QĐ-BVL",
                "77./QĐ-BVL|77/QĐ-BVL",
                "QĐ/0002-BVL|QĐ/0002-BVL"
            })
    void aNumberHasItsWordOnce(String given, String shown) {
        assertThat(Spelling.number(given)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12/2031/NĐ-CP|Nghị định 12/2031/NĐ-CP|Nghị định số 12/2031/NĐ-CP|''",
                "12/2031/QH16|LUẬT LỄ HỘI DÂN GIAN VIỆT NAM|Luật số 12/2031/QH16|Luật lễ hội dân gian Việt Nam",
                "12/2031/TT-BVL|Quy định về vé|Thông tư số 12/2031/TT-BVL|Quy định về vé",
                "12/2031/PL-UBTVQH16|12/2031/PL-UBTVQH16 - Vé vào cửa|Pháp lệnh số 12/2031/PL-UBTVQH16|Vé vào cửa",
                "12/2031/NĐ-CP|Nghị định số 12/2031/NĐ-CP ngày 05/6/2031 về vé|''|Nghị định số 12/2031/NĐ-CP ngày 05/6/2031 về vé",
                "|Hiệp định về vé|''|Hiệp định về vé"
            })
    void aLegalBasisIsCitedByKindAndNumber(
            @org.jspecify.annotations.Nullable String number, String title, String cited, String about) {
        var basis = new LegalBasis(number == null ? "" : number, title, "", "");
        assertThat(basis.cited()).isEqualTo(cited);
        assertThat(basis.about()).isEqualTo(about);
    }
}
