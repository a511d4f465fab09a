package vn.minhbach.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.Effort;
import vn.minhbach.privacy.Samples.Sample;

/** What is proposed for masking, on four sets of texts and one by one. */
class PersonalDataTest {

    private static final double RECALL = 0.97;

    /** Names of others cannot be told from other words by rules alone; they are doubtful proposals. */
    private static final double RECALL_OF_OTHERS = 0.90;

    private static final double PRECISION_WHERE_CERTAIN = 0.95;

    /** Names of others and codes of dossiers are never certain. */
    private static final Map<String, Double> RECALL_WHERE_CERTAIN = Map.of(
            "id", 1.0,
            "tel", 1.0,
            "mail", 1.0,
            "addr", 0.974,
            "plate", 1.0,
            "bank", 1.0,
            "name", 0.953,
            "other", 0.0,
            "dob", 0.892,
            "ma", 0.0);

    private static final KnownPerson LAN =
            new KnownPerson("Trần Thị Lan", "thôn Đông Hòa, xã Tân Lập", "0987654321", "lantran@example.vn");

    @Test
    void thereAreEnoughSamples() {
        var samples = Samples.all();
        assertThat(samples.stream().filter(each -> !each.places().isEmpty())).hasSizeGreaterThanOrEqualTo(300);
        assertThat(samples.stream().filter(each -> each.places().isEmpty())).hasSizeGreaterThanOrEqualTo(60);
        assertThat(samples.stream().map(Sample::text)).doesNotHaveDuplicates();
    }

    @Test
    void nearlyNothingIsMissedOfAnyKind() {
        System.out.println(Measure.of(
                        Samples.all().stream().filter(each -> !each.heldOut()).toList())
                .text("Those by which the rules were made"));
        assertThatNearlyNothingIsMissed("All of the first set", Samples.all());
        assertThatNearlyNothingIsMissed(
                "Those of it held out",
                Samples.all().stream().filter(Sample::heldOut).toList());
    }

    @Test
    void nearlyNothingIsMissedInTheSecondSet() {
        var samples = Samples.second();
        assertThat(samples).hasSizeGreaterThanOrEqualTo(150);
        assertThatNearlyNothingIsMissed("The second set", samples);
    }

    @Test
    void nearlyNothingIsMissedInTheThirdSet() {
        assertThatNearlyNothingIsMissed("The third set", Samples.third());
    }

    /** Not mended after it was measured, so that it tells how it goes with words nobody thought of; it may not get worse. */
    @Test
    void theFourthSetIsReadAsItWasAtFirst() {
        var samples = Samples.fourth();
        assertThat(samples).hasSizeGreaterThanOrEqualTo(40);
        var measure = Measure.of(samples);
        System.out.println(measure.text("The fourth set"));
        assertThat(measure.missed).hasSizeLessThanOrEqualTo(1);
        assertThat(measure.wrong).hasSizeLessThanOrEqualTo(2);
    }

    /**
     * What is masked beforehand, without anybody's doing; all else is offered to a person, and a public text in which it is left is not
     * approved before somebody looked. The figures are those of the day on which they were written down: they may rise, and never fall.
     */
    @Test
    void whatIsMaskedWithoutAnybodysDoingIsNotLess() {
        var all = Measure.of(Stream.of(Samples.all(), Samples.second(), Samples.third(), Samples.fourth())
                .flatMap(List::stream)
                .toList());
        System.out.println(all.text("Certain proposals in all four sets"));
        assertThat(all.byKind.keySet()).isEqualTo(RECALL_WHERE_CERTAIN.keySet());
        assertThat(all.byKind)
                .allSatisfy((kind, figures) -> assertThat(figures.recallWhereCertain())
                        .as("what is certain of %s", kind)
                        .isGreaterThanOrEqualTo(RECALL_WHERE_CERTAIN.getOrDefault(kind, 1.0)));
    }

    private static void assertThatNearlyNothingIsMissed(String title, List<Sample> samples) {
        var all = Measure.of(samples);
        System.out.println(all.text(title));
        assertThat(all.byKind.keySet())
                .containsAll(Set.of("id", "tel", "mail", "addr", "plate", "bank", "name", "dob"));
        assertThat(all.byKind).allSatisfy((kind, figures) -> {
            assertThat(figures.recall())
                    .as("recall of %s; missed %s", kind, all.missed)
                    .isGreaterThanOrEqualTo(kind.equals("other") ? RECALL_OF_OTHERS : RECALL);
            assertThat((double) figures.rightCertainly)
                    .as("right of those ticked beforehand of %s; wrong %s", kind, all.wrong)
                    .isGreaterThanOrEqualTo(PRECISION_WHERE_CERTAIN * figures.proposedCertainly);
        });
    }

    @Test
    void nothingIsProposedWhereNothingIsToBeMasked() {
        assertThat(Stream.of(Samples.all(), Samples.second(), Samples.third())
                        .flatMap(List::stream)
                        .filter(each -> each.places().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(110)
                .allSatisfy(each -> assertThat(PersonalData.find(each.text(), each.form()))
                        .as(each.text())
                        .isEmpty());
    }

    @Test
    void proposalsComeInOrderAndDoNotOverlap() {
        assertThat(Samples.all()).allSatisfy(sample -> {
            var end = 0;
            for (var proposal : PersonalData.find(sample.text(), sample.form())) {
                assertThat(proposal.start()).isGreaterThanOrEqualTo(end);
                assertThat(proposal.end()).isLessThanOrEqualTo(sample.text().length());
                end = proposal.end();
            }
        });
    }

    /** Whether a text came composed or not must not decide what goes public. */
    @Test
    void composedAndDecomposedTextsAreReadAlike() {
        assertThat(Samples.all()).allSatisfy(sample -> {
            var composed = Normalizer.normalize(sample.text(), Normalizer.Form.NFC);
            var decomposed = Normalizer.normalize(sample.text(), Normalizer.Form.NFD);
            assertThat(shown(decomposed, sample.form())).isEqualTo(shown(composed, sample.form()));
        });
    }

    private static List<String> shown(String text, KnownPerson form) {
        return PersonalData.find(text, form).stream()
                .map(each -> each.kind() + " " + each.certain() + " "
                        + Normalizer.normalize(text.substring(each.start(), each.end()), Normalizer.Form.NFC))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nghị định 61/2018/NĐ-CP và Quyết định 1234/QĐ-UBND ngày 15/08/2026",
                "thủ tục 1.004884 và 1.004884.000.00.00.H01",
                "phí 1.200.000 đồng, 350.000đ hoặc 12,5 tỷ",
                "gọi 1022, 113, 19001234 hay 1800 6789",
                "Đường Lê Lợi ngập, UBND phường Minh Khai biết chưa?",
                "Học sinh năm 2026 được giảm vé",
                "Sinh viên và học sinh, tuyển sinh 15/6, phát sinh 12/7",
                "Kỷ niệm 100 năm ngày sinh họa sĩ (1920-2020)",
                "Để ngày 5/3 tôi đến lấy",
                "Thư viện nằm ở số 31 Tràng Thi, Phòng Văn hóa ở số 7 Tây Sơn",
                "Lễ hội làng Lim, xã Nội Duệ",
                "Đền Thượng ở số 5 đường Hùng Vương có vé không",
                "Tầng 2 khu A nhà thi đấu, dãy B ghế 12"
            })
    void whatTheMatterNeedsStaysReadable(String text) {
        assertThat(PersonalData.find(text, KnownPerson.NONE)).isEmpty();
    }

    @Test
    void whatTheDepartmentPublishesStaysReadable() {
        var known = new PublicContacts(Set.of("0299 3822 567"), Set.of("svhtt@anhai.gov.vn"));
        var text = "Tôi gọi (0299) 3822.567 và viết cho SVHTT@anhai.gov.vn, số tôi là 0987654321";
        assertThat(PersonalData.find(text, KnownPerson.NONE, known))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.kind()).isEqualTo(Kind.PHONE);
                    assertThat(text.substring(each.start(), each.end())).isEqualTo("0987654321");
                });
    }

    /** Whoever has the code may look up somebody's dossier elsewhere; whether it must be read here, a person decides. */
    @Test
    void theCodeOfADossierIsProposedWithDoubt() {
        assertThat(PersonalData.find("Hồ sơ 000.00.53.H48-220921-0099 trễ hạn", KnownPerson.NONE))
                .singleElement()
                .isEqualTo(new Proposal(6, 31, Kind.DOSSIER, false));
    }

    @Test
    void theNameOfTheFormIsFoundHoweverItIsWritten() {
        for (var way : List.of(
                "Trần Thị Lan", "TRẦN THỊ LAN", "tran thi lan", "Trần T. Lan", "Trần Lan", "chị Lan", "TranThiLan")) {
            assertThat(PersonalData.find("Theo " + way + " trình bày", LAN))
                    .as(way)
                    .anySatisfy(each -> {
                        assertThat(each.kind()).isEqualTo(Kind.NAME);
                        assertThat(each.certain()).isTrue();
                    });
        }
        assertThat(PersonalData.find("Bác Lân trồng hoa lan", LAN))
                .as("another name, and a flower")
                .noneMatch(Proposal::certain);
    }

    @Test
    void nobodyIsToldByTheForm() {
        assertThat(LAN.toString()).isEqualTo("KnownPerson");
    }

    /** "sn" is "sinh năm" as well as "số nhà"; "de" is "đẻ" and "để". */
    @Test
    void wordsOfTwoMeaningsAreToldByThoseBesideThem() {
        assertThat(kinds("Nhà em ở sn 12, tổ 5")).containsExactly(Kind.ADDRESS);
        assertThat(kinds("SN 45 đường Nguyễn Huệ")).containsExactly(Kind.ADDRESS);
        assertThat(kinds("Ông ấy sn 58, đã nghỉ")).containsExactly(Kind.BIRTH_DATE);
        assertThat(kinds("Con tôi đẻ ngày 5/3/2019")).containsExactly(Kind.BIRTH_DATE);
        assertThat(kinds("Xin để ngày 5/3/2027 hãy xử")).isEmpty();
        assertThat(kinds("con toi de ngay 5/3/2019")).containsExactly(Kind.BIRTH_DATE);
        assertThat(kinds("xin de ngay 5/3/2027 hay xu")).isEmpty();
    }

    /** What lies beside an office is not its address. */
    @Test
    void theHouseBesideAnOfficeIsAHome() {
        assertThat(kinds("Nhà hát ở 12 Lý Thường Kiệt")).isEmpty();
        assertThat(kinds("Nhà tôi đối diện nhà hát, số 12 Lý Thường Kiệt")).containsExactly(Kind.ADDRESS);
    }

    private static List<Kind> kinds(String text) {
        return PersonalData.find(text, KnownPerson.NONE).stream()
                .map(Proposal::kind)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1 ",
                "0",
                "09 ",
                "a@",
                "a.",
                "số 1 ",
                "ngõ 1/1/",
                "ông Lê ",
                "phường Lê, ",
                "sinh ",
                "không ",
                "1.000",
                "STK 1",
                "A-1-",
                "Lê Lợi ",
                "thôn a ",
                "thôn Đông Hòa! ",
                "xom a ",
                "ktx ",
                "tổ 1 ",
                "bản A ",
                "kp1 ",
                "ở S1.01 ",
                "ở Hà, ",
                "đường a ",
                "12 le loi ",
                "thôn 1 Hà ",
                "NHA O TO A ",
                "chợ ở số 1 ",
                "nhà văn hóa ",
                "đẻ ngày ",
                "sinh 1/1 và ",
                "tuổi giáp tý ",
                "a, 1/1/1990, ",
                "+84(",
                "[at] ",
                "12/",
                "P.1",
                "tổ 1, ",
                "\u0301",
                "😀"
            })
    void longTextsAreReadOnce(String piece) {
        Effort.assertGrowsWithTheInput(20_000, size -> PersonalData.find(piece.repeat(size / piece.length()), LAN));
    }
}
