package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Words;

/** Texts that answers begin with: what may stand in braces, and what becomes of it. */
class TemplateTest {

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private static Map<String, String> typed(String kind, InboxTemplate.Use use, String text) {
        return Map.of("name", "Mẫu thử", "kind", kind, "use", use.name(), "text", text);
    }

    @Test
    void gapsAreFilledAndWhatIsNotKnownStays() {
        var text = TemplateGap.fill(
                "Mã {mã}, nhận {Ngày  nhận}, {tên thủ tục}, {gì đó}, $1 \\",
                Map.of(TemplateGap.CODE, "AB-$1", TemplateGap.RECEIVED, "01/06/2026"));

        assertThat(text).isEqualTo("Mã AB-$1, nhận 01/06/2026, {tên thủ tục}, {gì đó}, $1 \\");
        assertThat(TemplateGap.left(text)).containsExactly("{tên thủ tục}");
    }

    @Test
    void aGapIsKnownHoweverItsMarksAreTyped() {
        var typed = Normalizer.normalize("{tên thủ tục}", Normalizer.Form.NFD);

        assertThat(TemplateGap.wrong(typed, InboxTemplate.Use.PUBLIC_ANSWER)).isEmpty();
        assertThat(TemplateGap.fill(typed, Map.of(TemplateGap.PROCEDURE, "A"))).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{họ tên}", "{điện thoại}", "{}", "{ma}", "{địa chỉ}", "{email}"})
    void whatThePortalCannotFillIsRefused(String gap) {
        assertThatThrownBy(
                        () -> h2.act(desk -> desk.templates.add(typed("ALL", InboxTemplate.Use.ANSWER, "Chào " + gap))))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class, e -> assertThat(e.field()).isEqualTo("text"))
                .hasMessage("inbox.template.error.gap");
    }

    @ParameterizedTest
    @CsvSource({"{mã}", "{số}", "{hạn trả lời}"})
    void aPublicTextTellsNothingByWhichASenderIsKnown(String gap) {
        assertThatThrownBy(() ->
                        h2.act(desk -> desk.templates.add(typed("ALL", InboxTemplate.Use.PUBLIC_ANSWER, "Về " + gap))))
                .hasMessage("inbox.template.error.publicGap");
        h2.act(desk -> desk.templates.add(typed("ALL", InboxTemplate.Use.ANSWER, "Về " + gap)));
    }

    @Test
    void whatIsKeptIsOfferedForItsKindAndCanBeTakenBack() {
        long id = h2.ask(desk -> desk.templates.add(typed("question", InboxTemplate.Use.ANSWER, "Kính gửi {đơn vị}")));
        long everywhere = h2.ask(desk -> desk.templates.add(typed("ALL", InboxTemplate.Use.ANSWER, "Trân trọng")));

        var forQuestions = h2.ask(desk -> desk.templates.choices("question"));
        assertThat(forQuestions).extracting(InboxTemplateService.Choice::id).contains(id, everywhere);
        var forReports = h2.ask(desk -> desk.templates.choices("error-report"));
        assertThat(forReports)
                .extracting(InboxTemplateService.Choice::id)
                .contains(everywhere)
                .doesNotContain(id);
        assertThatThrownBy(() -> h2.act(desk -> desk.templates.add(typed("no-kind", InboxTemplate.Use.ANSWER, "Chào"))))
                .hasMessage("row.error.choice");

        var removal = h2.ask(desk -> desk.templates.remove(id)).orElseThrow();
        assertThatThrownBy(() -> h2.ask(desk -> desk.templates.text(id))).hasMessage("row.error.gone");
        h2.act(desk -> desk.templates.undo(removal.entry()));
        var text = h2.ask(desk -> desk.templates.text(id));
        assertThat(text.text()).isEqualTo("Kính gửi {đơn vị}");
    }

    @Test
    void theFirstTemplatesHaveOnlyGapsThatCanBeFilled() {
        var kept = h2.ask(desk -> desk.repository.templates());

        assertThat(kept)
                .hasSizeGreaterThan(3)
                .allSatisfy(template -> assertThat(TemplateGap.wrong(template.getText(), template.getUse()))
                        .isEmpty());
    }

    @Test
    void aSubmissionFillsTheGapsButNeverWithItsSender() {
        var id = h2.send("question");
        var gaps = h2.ask(desk -> desk.work.gaps(id, Words.VIETNAMESE, "Văn phòng"));

        assertThat(gaps)
                .containsEntry(TemplateGap.UNIT, "Văn phòng")
                .containsEntry(TemplateGap.RECEIVED, "01/06/2026")
                .containsEntry(TemplateGap.NUMBER, Long.toString(id))
                .containsEntry(TemplateGap.CODE, h2.track(id).code());
        assertThat(String.join(" ", gaps.values())).doesNotContain("Lan", "0912", "example.vn", "Hàng Bè");
    }

    @Test
    void anAnswerWithAGapLeftIsNotKept() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));

        for (var text : List.of("Về {tên thủ tục}", "Về {TÊN thủ tục}", "<p>Về {<strong>tên</strong> thủ tục}</p>")) {
            assertThatThrownBy(() -> h2.draft(id, "Được.", "T", "Q", text))
                    .isInstanceOfSatisfying(
                            RuleBrokenException.class,
                            e -> assertThat(e.field()).isEqualTo("publicAnswer"))
                    .hasMessage("inbox.error.gap");
        }
    }
}
