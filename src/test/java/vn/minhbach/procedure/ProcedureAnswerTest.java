package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.search.Answer;
import vn.minhbach.web.Proof;

/** The card above the results tells of the common case, and of nothing by which nobody is to go any more. */
class ProcedureAnswerTest {

    private static final String LONG = "Cấp thẻ hội viên câu lạc bộ thể thao cơ sở đối với người chưa đủ mười tám tuổi "
            + "có người giám hộ cư trú trên địa bàn tỉnh hoặc ở tỉnh khác";

    @Test
    void namesThePapersOfEverybodyAndOfTheFirstCase() {
        var answer = answer(
                "Cấp thẻ",
                ProcedureStatus.PUBLIC,
                "",
                table("Giấy tờ phải nộp", "Tờ khai"),
                table("Giấy tờ phải xuất trình", "Căn cước"),
                table("Trường hợp ủy quyền", "Giấy ủy quyền"),
                table("Trường hợp cấp lần đầu", "Ảnh"),
                table("Trường hợp cấp lại", "Thẻ cũ"));

        assertThat(papers(answer))
                .containsExactly(
                        "Giấy tờ phải nộp",
                        "– Tờ khai",
                        "Giấy tờ phải xuất trình",
                        "– Căn cước",
                        "Trường hợp cấp lần đầu",
                        "– Ảnh");
    }

    @Test
    void ofSpecialCasesAloneItSaysHowManyThereAre() {
        var answer = answer(
                "Cấp thẻ",
                ProcedureStatus.PUBLIC,
                "",
                table("Trường hợp ủy quyền", "Giấy ủy quyền"),
                table("Trường hợp nộp trực tuyến", "Bản chụp"));

        assertThat(papers(answer)).containsExactly("2 trường hợp, mỗi trường hợp 1 mục giấy tờ");
    }

    @Test
    void nobodyIsSentAnywhereByWhatIsAbolished() {
        var inForce = answer("Cấp thẻ", ProcedureStatus.AMENDED, "Nộp tại Phòng Tư pháp", table("", "Tờ khai"));
        var abolished = answer("Cấp thẻ", ProcedureStatus.ABOLISHED, "Nộp tại Phòng Tư pháp", table("", "Tờ khai"));

        assertThat(inForce.deed()).isNotNull();
        assertThat(inForce.ended()).isEmpty();
        assertThat(inForce.note()).contains("nay không còn");
        assertThat(abolished.deed()).isNull();
        assertThat(abolished.facts()).isEmpty();
        assertThat(abolished.ended()).contains("bãi bỏ");
        assertThat(abolished.note()).isEmpty();
    }

    @Test
    void aLongNameIsCutAndStandsInFullBesideThat() {
        var cut = answer(LONG, ProcedureStatus.PUBLIC, "", table("", "Tờ khai"));

        assertThat(cut.title()).hasSizeLessThanOrEqualTo(ShortTitle.LONGEST).endsWith("…");
        assertThat(cut.whole()).isEqualTo(LONG);
        assertThat(answer("Cấp thẻ", ProcedureStatus.PUBLIC, "", table("", "Tờ khai"))
                        .whole())
                .isEmpty();
    }

    private static List<String> papers(Answer answer) {
        return answer.facts().stream()
                .filter(fact -> fact.icon().equals("paper"))
                .flatMap(fact -> fact.lines().stream())
                .toList();
    }

    private static PaperCase table(String label, String paper) {
        return new PaperCase(label, List.of(new Paper(paper, "", "", 1, 0)));
    }

    private static Answer answer(String title, ProcedureStatus status, String place, PaperCase... cases) {
        var content = SummaryTest.content(
                List.of(new Way(Channel.IN_PERSON, "3 Ngày", "Miễn phí", place)), List.of(cases), Agencies.NONE);
        var record = new ProcedureRecord(
                "1.000001",
                title,
                "",
                "",
                List.of(),
                "",
                "",
                ServiceLevel.FULL,
                status,
                null,
                null,
                "https://dichvucong.example/1.000001",
                content);
        return ProcedureAnswer.of(new Procedure(record, Instant.EPOCH), new Proof().visit());
    }
}
