package vn.minhbach.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.TestDatabase;
import vn.minhbach.web.Glossary;

/** Sentences as offices write them, with the rules that come with the portal. */
class HintsTest {

    private static TestDatabase database;
    private static Rules rules;

    @BeforeAll
    static void read() {
        database = TestDatabase.create();
        rules = database.ask(em -> {
            var repository = new WritingRepository();
            repository.em = em;
            return Rules.of(repository.all());
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<Hint> hints(String html) {
        return new Hints(
                        rules,
                        2026,
                        word -> word.equals("CCCD"),
                        code -> code.equals("1.001234") ? Optional.of("/thu-tuc/" + code) : Optional.empty(),
                        number -> Optional.of("/tim-kiem?q=" + number))
                .of(new Hints.Draft("Tiêu đề", "Tóm tắt", Hints.Picture.DESCRIBED, html));
    }

    private static String told(String sentence) {
        return String.join(
                "; ",
                hints("<p>" + sentence + "</p>").stream()
                        .map(hint -> hint.kind() + " " + hint.excerpt()
                                + (hint.instead().isEmpty() ? "" : " → " + hint.instead()))
                        .toList());
    }

    /** What the office's glossary says of an abbreviation holds from its first day to its last. */
    @Test
    void aTermOfTheGlossaryIsKnownWhileItHolds() {
        var known = WritingService.known(
                List.of(
                        new Glossary.Term("SVHTT", "Sở Văn hóa và Thể thao", LocalDate.of(2025, 3, 1), null),
                        new Glossary.Term(
                                "SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", null, LocalDate.of(2025, 3, 1))),
                LocalDate.of(2026, 6, 1),
                word -> !word.equals("XYZ"));

        assertThat(known.test("SVHTT")).isTrue();
        assertThat(known.test("SVHTTDL"))
                .as("not any more, whoever else knows it")
                .isFalse();
        assertThat(known.test("CCCD")).isTrue();
        assertThat(known.test("XYZ")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.          | DOCUMENT 61/2018/NĐ-CP",
                "Theo Nghị định số 61/2018/NQ-CP ngày 23/4/2018 của Chính phủ.          | MISMATCH 61/2018/NQ-CP → 61/2018/NĐ-CP",
                "Thông tư 01/2018/QĐ-VPCP hướng dẫn thi hành.                           | MISMATCH 01/2018/QĐ-VPCP → 01/2018/TT-VPCP",
                "Nghị quyết số 76/NQ-CP và Quyết định số 1085/QĐ-TTg.                   | DOCUMENT 76/NQ-CP; DOCUMENT 1085/QĐ-TTg",
                "Nghị quyết số 202/2025/QH15; Luật số 26/2023/QH15.                     | DOCUMENT 202/2025/QH15; DOCUMENT 26/2023/QH15",
                "Thông tư số 26/2023/QH15.                                              | MISMATCH 26/2023/QH15",
                "Nghị định 61/2018/ND-CP.                                               | MALFORMED 61/2018/ND-CP → 61/2018/NĐ-CP",
                "Nghị định 61/2018/NĐ–CP.                                               | MALFORMED 61/2018/NĐ–CP → 61/2018/NĐ-CP",
                "Nghị định 61/18/NĐ-CP.                                                 | MALFORMED 61/18/NĐ-CP → 61/2018/NĐ-CP",
                "Nghị định 61/2081/NĐ-CP.                                               | MALFORMED 61/2081/NĐ-CP",
                "Nghị định 61/NĐ-CP.                                                    | MALFORMED 61/NĐ-CP",
                "Quyết định số 12/2026/QĐ-UBND của UBND tỉnh.                           | DOCUMENT 12/2026/QĐ-UBND",
                "Kế hoạch số 45/KH-SVHTT; Tờ trình số 9/TTr-SVHTT.                      | DOCUMENT 45/KH-SVHTT; DOCUMENT 9/TTr-SVHTT",
                "Ngày 23/4/2018, lúc 7h30, tỷ lệ 3/4, số nhà 12/5A, 100/2019/abc.       | ''",
                "Thủ tục 1.001234 và 1.009999, giá 1.500.000 đồng.                      | PROCEDURE 1.001234"
            })
    void numbersAreRecognisedOrQuestioned(String sentence, String expected) {
        assertThat(told(sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dịch vụ công trực tuyến mức độ 3, 4 được cung cấp.          | DEAD_TERM mức độ 3, 4 → một phần, toàn trình",
                "Nộp hồ sơ ở cấp huyện, Cấp Huyện.                           | DEAD_TERM cấp huyện → cấp xã hoặc cấp tỉnh",
                "Đoàn công tác đến tỉnh Hà Nam và Tỉnh Bến Tre.              | MERGED_UNIT tỉnh Hà Nam → tỉnh Ninh Bình; MERGED_UNIT Tỉnh Bến Tre → tỉnh Vĩnh Long",
                "Công văn của Bộ Thông tin và Truyền thông.                  | MERGED_UNIT Bộ Thông tin và Truyền thông → Bộ Khoa học và Công nghệ",
                "Mang theo chứng minh nhân dân hoặc Căn cước công dân.       | DEAD_TERM chứng minh nhân dân → thẻ căn cước; DEAD_TERM Căn cước công dân → căn cước",
                "Di tích ở tỉnh Hà Nam cũ.                                   | ''",
                "Huyện đoàn và các trường cấp huyện hóa.                     | DEAD_TERM cấp huyện → cấp xã hoặc cấp tỉnh",
                "Tỉnh Ninh Bình, Bộ Tài chính, cấp xã.                       | ''"
            })
    void termsOfYesterdayAreToldWithThoseOfToday(String sentence, String expected) {
        assertThat(told(sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Triển khai hệ thống LGSP của tỉnh.                          | ABBREVIATION LGSP",
                "Trục liên thông (LGSP) được dùng. LGSP nối các sở.          | ''",
                "UBND, HĐND, TTHC và CCCD thì ai cũng biết.                  | ''",
                "Thế kỷ XIX, Đại hội XIV.                                    | ''",
                "THÔNG BÁO VỀ VIỆC TUYỂN DỤNG                                | ''"
            })
    void abbreviationsThatNobodyKnowsAreToldOnce(String sentence, String expected) {
        assertThat(told(sentence)).isEqualTo(expected);
    }

    @Test
    void aSentenceThatNobodyCanHoldIsTold() {
        var words = "M" + "một hai ba bốn năm ".repeat(10).strip().substring(1);
        assertThat(told("Ngắn. " + words + ". Ngắn.")).isEqualTo("LONG_SENTENCE Một hai ba bốn năm một hai ba");
        assertThat(told("một hai ba bốn năm ".repeat(5) + ". M" + "một hai ba bốn năm ".repeat(5)))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsToldFirst() {
        var hints = new Hints(rules, 2026, word -> true, code -> Optional.empty(), number -> Optional.empty())
                .of(new Hints.Draft(
                        " ",
                        "",
                        Hints.Picture.NONE,
                        "<p>cấp huyện</p><table><tr><td>Tháng</td></tr></table><p><img src='/tep/1/a' alt=''></p>"));
        assertThat(hints)
                .extracting(Hint::kind)
                .containsExactly(
                        Hint.Kind.NO_TITLE,
                        Hint.Kind.NO_LEAD,
                        Hint.Kind.NO_ALT,
                        Hint.Kind.TABLE_WITHOUT_HEADERS,
                        Hint.Kind.TABLE_WITHOUT_CAPTION,
                        Hint.Kind.DEAD_TERM);
        assertThat(hints("<table><caption>Phí</caption><tr><th scope='col'>a</th></tr></table>"))
                .isEmpty();
    }

    /** The picture above an article has its description in the library, not in the text. */
    @Test
    void thePictureAboveTheTextIsToBeDescribedToo() {
        assertThat(kinds(Hints.Picture.UNDESCRIBED)).containsExactly(Hint.Kind.NO_ALT);
        assertThat(kinds(Hints.Picture.DESCRIBED)).isEmpty();
        assertThat(kinds(Hints.Picture.NONE)).containsExactly(Hint.Kind.NO_IMAGE);
        assertThat(kinds(null)).isEmpty();
    }

    private List<Hint.Kind> kinds(Hints.@Nullable Picture picture) {
        return new Hints(rules, 2026, word -> true, code -> Optional.empty(), number -> Optional.empty())
                .of(new Hints.Draft("Tiêu đề", "Tóm tắt", picture, "<p>Nội dung.</p>")).stream()
                        .map(Hint::kind)
                        .toList();
    }

    @Test
    void whatIsALinkAlreadyIsNotOffered() {
        assertThat(
                        hints(
                                "<p>Theo <a href='/tim-kiem'>61/2018/NĐ-CP</a> và <a href='/thu-tuc/1.001234'>1.001234</a></p>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/", "/2018/NĐ-CP", "((((", "1/2/Đ-", "Đ", "&lt;script&gt;"})
    void nothingThatIsTypedFails(String text) {
        assertThat(hints("<p>" + text.repeat(3000) + "</p>")).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void rulesAreKeptByEditors() {
        try (var own = TestDatabase.create()) {
            var clock = Clock.fixed(Instant.parse("2026-11-29T01:00:00Z"), ZoneOffset.UTC);
            var id = own.ask(em -> {
                var service = WritingService.over(em, () -> vn.minhbach.access.Actor.PORTAL, clock);
                service.add(WritingRule.Kind.TERM, "  Phòng  Văn hóa huyện ", "Phòng Văn hóa - Xã hội", "");
                return service.numbers(new vn.minhbach.desk.ListState("phong van hoa huyen", "", false, 1))
                        .getFirst();
            });
            own.inTransaction(em -> {
                var service = WritingService.over(em, () -> vn.minhbach.access.Actor.PORTAL, clock);
                var rule = service.find(id).orElseThrow();
                assertThat(rule.getTerm()).isEqualTo("Phòng Văn hóa huyện");
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> service.add(WritingRule.Kind.TERM, "phòng văn hóa HUYỆN", "x", ""))
                        .hasMessage("writing.error.twice");
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> service.add(WritingRule.Kind.SENTENCE, "câu", "nhiều", ""))
                        .hasMessage("writing.error.sentence");
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> service.change(id, rule.getVersion() + 1, WritingRule.Kind.TERM, "a", "b", ""))
                        .isInstanceOf(vn.minhbach.shared.ChangedMeanwhileException.class);
            });
            var removal = own.ask(em -> WritingService.over(em, () -> vn.minhbach.access.Actor.PORTAL, clock)
                    .remove(id)
                    .orElseThrow());
            own.inTransaction(em -> {
                var service = WritingService.over(em, () -> vn.minhbach.access.Actor.PORTAL, clock);
                assertThat(service.find(id)).isEmpty();
                service.restore(removal.entry());
                assertThat(service.find(id)).isPresent();
            });
        }
    }
}
