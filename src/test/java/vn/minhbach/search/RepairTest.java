package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was meant by what was typed, in a small portal. */
class RepairTest {

    private static final Synonyms ROWS = Synonyms.of(List.of(
            new Synonyms.Row(Synonyms.Kind.ABBREVIATION, "CCCD", List.of("căn cước công dân", "căn cước")),
            new Synonyms.Row(Synonyms.Kind.ABBREVIATION, "TW", List.of("trung ương")),
            new Synonyms.Row(Synonyms.Kind.ONE_WAY, "thẻ Đức", List.of("thẻ cư trú")),
            new Synonyms.Row(Synonyms.Kind.ENGLISH, "shotgun wedding", List.of("kết hôn"))));

    private static SyllableModel model = SyllableModel.EMPTY;

    @BeforeAll
    static void read(@TempDir Path folder) throws IOException {
        try (var index = SearchIndex.create(folder)) {
            var titles = List.of(
                    "Thủ tục đăng ký kết hôn",
                    "Thủ tục đăng ký khai sinh cho con",
                    "Cấp lại thẻ căn cước công dân hết hạn",
                    "Cấp giấy phép xây dựng nhà ở riêng lẻ",
                    "Giấy tờ hòa giải ở cơ sở, quy định mới về đất đai",
                    "Nghị định quy định chi tiết về thể dục, thể thao");
            for (var i = 0; i < titles.size(); i++) {
                index.put(new SearchDocument(
                        "procedure",
                        "" + i,
                        titles.get(i),
                        "/" + i,
                        (titles.get(i) + "\n").repeat(5),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        null,
                        false));
            }
            index.refresh();
            var searcher = index.searchers().acquire();
            model = SyllableModel.of(searcher.getIndexReader(), ROWS);
            index.searchers().release(searcher);
        }
    }

    private static Understood understood(String typed) {
        return Understood.of(typed, model, ROWS);
    }

    @ParameterizedTest
    @CsvSource({
        "dang ky ket hon,đăng ký kết hôn",
        "đăng ky kết hon,đăng ký kết hôn",
        "đắng ký kết hôn,đăng ký kết hôn",
        "ddawng kys keets hoon,đăng ký kết hôn",
        "d9a8ng ky1 ke61t ho6n,đăng ký kết hôn",
        "dang ky ket hin,đăng ký kết hôn",
        "xaay d]ng nhaf,xây dựng nhà",
        "Dang ky KET hon,Đăng ký KẾT hôn",
        "giấy phép xây dưng nhà,giấy phép xây dựng nhà",
        "cccd het han,cccd hết hạn",
        "nghi dinh 61/2018 quy dinh,nghị định 61/2018 quy định",
        "ddang kys khai sinhh,đăng ký khai sinh",
        "tw vaans,tư vấn",
        "TW quy dinh,TW quy định",
        "dangkykhaisinh,đăng ký khai sinh",
        "hoagiai o nha,hòa giải ở nhà",
        "thur tujc caapsgiaays phep,thủ tục cấp giấy phép",
        "xây dựngnhà ở,xây dựng nhà ở",
        "xaay dwngj nhaf owr,xây dựng nhà ở",
        "dda(ng ky' ke^'t ho^n,đăng ký kết hôn",
        "giay61 phep1 xay6 dung75,giấy phép xây dựng"
    })
    void slipsAreRepaired(String typed, String meant) {
        assertThat(understood(typed).repaired()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "đăng ký kết hôn",
                "đăng kí kết hôn",
                "hoà giải ở cơ sở",
                "CCCD hết hạn",
                "khai sinh cho con ở đâu",
                "1.001234",
                "52/2024/NĐ-CP",
                "BLDS quy định",
                "HĐ kết hôn",
                "visa",
                "mẹ kết hôn",
                "đăng ký kết hôn ở Hòn Đất",
                "giấy phép marketing nhà ở",
                "…",
                ""
            })
    void whatIsRightStaysAsItWasTyped(String typed) {
        assertThat(understood(typed).repaired()).isNull();
        assertThat(understood(typed).toTell()).isFalse();
    }

    @Test
    void onlyMarkedSyllablesAndOtherLettersAreWorthTelling() {
        assertThat(understood("dang ky ket hon").toTell()).isFalse();
        assertThat(understood("ddawng kys keets hoon").toTell()).isFalse();
        assertThat(understood("đắng ký kết hôn").toTell()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"marketing", "HKDj", "qqqq", "zzzzzzzzzzzz", "dangkyqqqq", "a1b2c3d4"})
    void whatCannotBeCutStaysWhole(String strange) {
        assertThat(understood("xây dựng " + strange + " nhà ở").words())
                .extracting(Word::typed)
                .containsExactly("xây", "dựng", strange, "nhà", "ở");
    }

    /** "thể dục" stands in the content, "thẻ Đức" only among the terms. */
    @Test
    void whatATermNamesIsMeantAndTheRestAskedAbout() {
        assertThat(understood("the duc").repaired()).isEqualTo("thẻ đức");
        assertThat(understood("thể dục").repaired()).isNull();
        assertThat(understood("thể dục").readings()).isEmpty();
        assertThat(understood("dang ky ket hon").readings()).isEmpty();
    }

    @Test
    void aSingleSyllableIsAskedAbout() {
        assertThat(understood("nha").readings()).contains("nhà");
        assertThat(understood("nhà").readings()).isEmpty();
        assertThat(Understood.exactly("nha", model).readings()).isEmpty();
    }

    @Test
    void aQueryInEnglishIsItsTerms() {
        var english = understood("How do I register a shotgun wedding in Vietnam?");
        assertThat(english.words()).extracting(Word::typed).containsExactly("register", "shotgun", "wedding");
        assertThat(english.matches()).extracting(Synonyms.Match::term).containsExactly("shotgun wedding");
        assertThat(english.repaired()).isNull();
        assertThat(understood("dang ky khai sinh shotgun wedding").repaired())
                .isEqualTo("đăng ký khai sinh shotgun wedding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000.00.19.H29-240311-0123", "hồ sơ đăng ký kết hôn H29.7-240311-0123 xong chưa"})
    void aDossierIsNotLookedFor(String query) {
        for (var understood : List.of(understood(query), Understood.exactly(query, model))) {
            assertThat(understood.words()).isEmpty();
            assertThat(understood.matches()).isEmpty();
            assertThat(understood.numbers().codes()).isEmpty();
            assertThat(understood.numbers().dossiers()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "\u00D0ăng ký kết hôn, đăng ký kết hôn",
        "\u202Ahòa\u200B giải\u202C, hòa giải",
        "kết\u00AD hôn, kết hôn"
    })
    void whatLooksAlikeIsAlike(String typed, String meant) {
        assertThat(understood(typed).repaired()).isNull();
        assertThat(understood(typed).words())
                .extracting(Word::canonical)
                .isEqualTo(
                        understood(meant).words().stream().map(Word::canonical).toList());
    }

    @Test
    void aQueryTakenAtItsWordIsNotTouched() {
        assertThat(Understood.exactly("dang ky ket hin", model).repaired()).isNull();
    }

    @Test
    void theModelCountsSyllablesAndNeighbours() {
        assertThat(model.count(Syllable.canonical("hôn"))).isGreaterThanOrEqualTo(6);
        assertThat(model.count(Syllable.canonical("kết"), Syllable.canonical("hôn")))
                .isEqualTo(6);
        assertThat(model.count("61")).isZero();
        assertThat(model.alike("ket")).isNotNull();
        assertThat(model.alike("qqq")).isNull();
    }
}
