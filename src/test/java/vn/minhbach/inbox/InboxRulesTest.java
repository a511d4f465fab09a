package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.web.Words;

/** The rows by which the office runs the inbox. */
class InboxRulesTest {

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private <T> T rules(Function<InboxRulesService, T> work) {
        return h2.database()
                .ask(em -> work.apply(InboxRulesService.over(
                        em, () -> InboxOnH2.everywhere("moderator"), h2.clock(), h2.new Desk(em).inbox)));
    }

    private KeptRow kind(String key) {
        return rules(InboxRulesService::kindRows).stream()
                .filter(row -> row.get(KindStore.KEY).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> with(KeptRow row, String field, String value) {
        var typed = new HashMap<>(row.values());
        typed.put(field, value);
        return typed;
    }

    private static Map<String, String> bridgeReport() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("name", "Báo cầu hỏng"),
                Map.entry("nameEn", "A broken bridge"),
                Map.entry("form", "FEEDBACK"),
                Map.entry("lead", "Báo một cây cầu không đi được."),
                Map.entry("leadEn", "Report a bridge that cannot be crossed."),
                Map.entry("asked", "noi dung *\nNơi xảy ra *\n\nSố điện thoại\nThư điện tử"),
                Map.entry("secondPerson", "NO"),
                Map.entry("publishable", "NO"),
                Map.entry("taken", "YES"),
                Map.entry("consent", "Tôi đồng ý."),
                Map.entry("consentEn", "I agree.")));
    }

    /** A new kind of submission is data, not code: from the form until the answer, by its own clock. */
    @Test
    void aNewKindWorksFromTheFormUntilTheAnswer() {
        rules(service -> service.addKind(bridgeReport()));
        var key = "bao-cau-hong";
        h2.act(desk -> desk.legal.addRule(Map.of(
                "kind", key,
                "step", "ANSWER",
                "length", "3",
                "unit", "WORKING",
                "basis", "Quy chế của cơ quan",
                "certainty", "UNVERIFIED",
                "applied", "YES",
                "from", "01/01/2026",
                "until", "",
                "note", "")));

        var form = h2.ask(desk -> desk.service.kinds(SubmissionKind.Form.FEEDBACK)).stream()
                .filter(each -> each.getKey().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(form.getSlug()).isEqualTo(key);
        assertThat(form.asked())
                .containsExactly(
                        new SubmissionKind.Asked(AskedField.TEXT, true),
                        new SubmissionKind.Asked(AskedField.PLACE, true),
                        new SubmissionKind.Asked(AskedField.PHONE, false),
                        new SubmissionKind.Asked(AskedField.EMAIL, false));
        var promise = h2.ask(desk -> desk.service.promise(form, Words.VIETNAMESE));
        assertThat(promise).hasValue("Trả lời: chậm nhất ngày 04/06/2026");

        var id = h2.send(key);
        assertThat(h2.open(id).kind()).isEqualTo("Báo cầu hỏng");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.draft(id, "Cầu sẽ sửa xong ngày 10/6.", "", "", "");
        // Its row says that nobody else must look at it.
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));

        var tracked = h2.track(id);
        assertThat(tracked.kind()).isEqualTo("Báo cầu hỏng");
        assertThat(tracked.answer()).isNotNull();
        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.kindPrivate");

        // What its sender was told holds, though answers of the kind become public from now on.
        var before = kind(key);
        rules(service -> service.changeKind(before.id(), before.version(), with(before, KindStore.PUBLISHABLE, "YES")));
        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.kindPrivate");
    }

    /** An answer of a kind that is not published waits for nothing, and is not late either. */
    @Test
    void whetherAnswersOfAKindArePublicDecidesWhatIsDueOfThoseGiven() {
        var id = h2.send("question");
        h2.answer(id);
        assertThat(due(id)).isEqualTo(LocalDate.of(2026, 6, 3));

        var before = kind("question");
        var entry = rules(service ->
                service.changeKind(before.id(), before.version(), with(before, KindStore.PUBLISHABLE, "NO")));
        assertThat(due(id)).isEqualTo(Submission.NEVER);
        rules(service -> service.undoKind(entry));
        assertThat(due(id)).isEqualTo(LocalDate.of(2026, 6, 3));
    }

    private LocalDate due(long id) {
        return h2.ask(desk -> desk.repository.find(id).orElseThrow().getDueDay());
    }

    @Test
    void whoAgreedToAFormerTextIsShownThatText() {
        var id = h2.send("question");
        var before = kind("question");
        assertThat(before.get(KindStore.CONSENT_VERSION)).isEqualTo("2026-01");

        rules(service -> service.changeKind(
                before.id(), before.version(), with(before, KindStore.CONSENT, "Tôi đồng ý với lời mới.")));
        h2.clock().pass(Duration.ofMinutes(1));
        var later = h2.send("question");

        assertThat(kind("question").get(KindStore.CONSENT_VERSION)).isEqualTo("2026-02");
        var first = rules(service -> service.consentOf(id)).orElseThrow();
        assertThat(first.getVersion()).isEqualTo("2026-01");
        assertThat(first.text("vi")).isEqualTo(before.get(KindStore.CONSENT));
        var second = rules(service -> service.consentOf(later)).orElseThrow();
        assertThat(second.text("vi")).isEqualTo("Tôi đồng ý với lời mới.");
    }

    @Test
    void aTextThatComesBackIsTheVersionThatItWas() {
        var before = kind("question");
        var entry = rules(service -> service.changeKind(
                before.id(), before.version(), with(before, KindStore.CONSENT, "Tôi đồng ý với lời mới.")));

        rules(service -> service.undoKind(entry));

        assertThat(kind("question").get(KindStore.CONSENT_VERSION)).isEqualTo("2026-01");
        var got1 = rules(service -> service.consents("question"));
        assertThat(got1).hasSize(2);
        // What has nothing to do with it is no other text.
        var now = kind("question");
        rules(service -> service.changeKind(now.id(), now.version(), with(now, KindStore.NAME_EN, "Query")));
        var got2 = rules(service -> service.consents("question"));
        assertThat(got2).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Nội dung,inbox.error.field.text",
        "Nội dung *,inbox.error.field.contact",
        "Nội dung *|Nội dung|Số điện thoại,inbox.error.field.twice",
        "Nội dung *|Số giày,inbox.error.field",
        "Nội dung *|<script>|Số điện thoại,inbox.error.field"
    })
    void aFormThatCouldNotBeAnsweredIsRefusedAtItsField(String lines, String problem) {
        var typed = bridgeReport();
        typed.put("asked", lines.replace('|', '\n'));

        assertThatThrownBy(() -> rules(service -> service.addKind(typed)))
                .hasMessage(problem)
                .hasFieldOrPropertyWithValue("field", "asked");
    }

    @Test
    void theHelpNamesEveryField() {
        for (var words : List.of(Words.VIETNAMESE, Words.ENGLISH)) {
            for (var field : AskedField.values()) {
                assertThat(words.text("row.inbox-kind.asked.help"))
                        .contains(Words.VIETNAMESE.text("AskedField." + field));
            }
        }
    }

    @Test
    void aKindThatIsUsedStays() {
        h2.send("question");
        var used = kind("question");

        assertThatThrownBy(() -> rules(service -> service.removeKind(used.id())))
                .hasMessage("inbox.error.kind.used");

        rules(service -> service.changeKind(used.id(), used.version(), with(used, KindStore.TAKEN, YesNo.NO)));
        var taken = h2.ask(desk -> desk.service.kinds(SubmissionKind.Form.QUESTION));
        assertThat(taken).isEmpty();
        h2.clock().pass(Duration.ofMinutes(1));
        assertThatThrownBy(() -> h2.send("question")).hasMessage("inbox.error.closed");
    }

    @Test
    void aKindThatWasRemovedComesBackAsItWas() {
        var before = kind("error-report");

        var removal = rules(service -> service.removeKind(before.id())).orElseThrow();
        var got3 = rules(InboxRulesService::kindNames);
        assertThat(got3).doesNotContainKey("error-report");
        rules(service -> service.undoKind(removal.entry()));

        assertThat(kind("error-report")).isEqualTo(before);
    }

    private Map<String, IndexFigures.Family> families() {
        return h2.database().ask(em -> new InboxFiguresRepository(em).families());
    }

    @Test
    void aNewKindOfFeedbackCountsInTheFamilyThatTheOfficeGivesIt() {
        assertThat(families())
                .isEqualTo(Map.of(
                        "rule-feedback", IndexFigures.Family.RULES, "conduct-feedback", IndexFigures.Family.CONDUCT));
        var typed = bridgeReport();
        typed.put("family", "CONDUCT");

        var id = rules(service -> service.addKind(typed));

        assertThat(families()).containsEntry("bao-cau-hong", IndexFigures.Family.CONDUCT);
        var row = kind("bao-cau-hong");
        assertThat(row.get(KindStore.FAMILY)).isEqualTo("CONDUCT");
        // Taken away and put back, it is what it was.
        var removal = rules(service -> service.removeKind(id)).orElseThrow();
        assertThat(families()).doesNotContainKey("bao-cau-hong");
        rules(service -> service.undoKind(removal.entry()));
        assertThat(kind("bao-cau-hong")).isEqualTo(row);

        rules(service -> service.changeKind(row.id(), row.version(), with(row, KindStore.FAMILY, "NONE")));
        assertThat(families()).doesNotContainKey("bao-cau-hong");
        // Whoever says nothing of it changes nothing of it.
        var question = kind("rule-feedback");
        rules(service -> service.changeKind(question.id(), question.version(), with(question, KindStore.FAMILY, "")));
        assertThat(families()).containsEntry("rule-feedback", IndexFigures.Family.RULES);
        assertThatThrownBy(() -> rules(service ->
                        service.changeKind(question.id(), question.version(), with(question, KindStore.FAMILY, "X"))))
                .hasFieldOrPropertyWithValue("field", "family");
    }

    @Test
    void twoKindsOfOneNameWouldNotBeToldApart() {
        var typed = bridgeReport();
        typed.put("name", "  CÂU  HỎI ");

        assertThatThrownBy(() -> rules(service -> service.addKind(typed))).hasMessage("inbox.error.kind.twice");
    }

    @Test
    void aNameThatWasGivenBeforeGetsAnAddressOfItsOwn() {
        var first = rules(service -> service.addKind(bridgeReport()));
        rules(service -> service.removeKind(first));
        rules(service -> service.addKind(bridgeReport()));

        // The first may come back, and what was agreed to under it is its own.
        var got4 = rules(InboxRulesService::kindNames);
        assertThat(got4).containsKey("bao-cau-hong-2");
    }

    @Test
    void twoWhoChangeOneKindAreToldOfEachOther() {
        var row = kind("question");
        rules(service -> service.changeKind(row.id(), row.version(), with(row, KindStore.NAME, "Câu hỏi mới")));

        assertThatThrownBy(() -> rules(
                        service -> service.changeKind(row.id(), row.version(), with(row, KindStore.NAME, "Khác"))))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void kindsAreArranged() {
        var last = kind("personal-data-request");

        var entry = rules(service -> service.moveKind(last.id(), -1));
        var got5 = rules(InboxRulesService::kindNames).keySet();
        assertThat(got5).endsWith("personal-data-request", "information-request");

        rules(service -> service.undoKind(entry));
        var got6 = rules(InboxRulesService::kindNames).keySet();
        assertThat(got6).endsWith("information-request", "personal-data-request");
    }

    @Test
    void aWrongDoorIsRecognisedHoweverItsPhraseWasTyped() {
        rules(service -> service.addDoor(Map.of(
                "title", "Mất nước",
                "titleEn", "No water",
                "text", "Gọi công ty cấp nước.",
                "textEn", "Call the waterworks.",
                "url", "tel:02053812345",
                "phrases", "Mất nước!\nmat nuoc\n  CÚP   NƯỚC ")));

        var row = rules(InboxRulesService::doorRows).getLast();
        assertThat(row.get("phrases")).isEqualTo("mất nước\nmat nuoc\ncúp nước");
        var found = h2.ask(desk -> desk.service.wrongDoors("Nhà tôi bị cúp nước ba ngày nay"));
        assertThat(found).extracting(door -> door.title("vi")).containsExactly("Mất nước");
    }

    @ParameterizedTest
    @CsvSource({
        "url,javascript:alert(1),row.error.link",
        "url,tel:12abc,row.error.link",
        "url,//elsewhere.example,row.error.link",
        "phrases,a,inbox.error.phrase",
        "phrases,'!!! ???',inbox.error.phrase",
        "title,'',row.error.empty"
    })
    void aDoorThatWouldMisleadIsRefusedAtItsField(String field, String value, String problem) {
        var row = rules(InboxRulesService::doorRows).getFirst();

        assertThatThrownBy(() -> rules(service -> service.changeDoor(row.id(), row.version(), with(row, field, value))))
                .hasMessage(problem)
                .hasFieldOrPropertyWithValue("field", field);
    }

    @Test
    void aWrongDoorThatWasRemovedComesBack() {
        var before = rules(InboxRulesService::doorRows).getFirst();

        var removal = rules(service -> service.removeDoor(before.id())).orElseThrow();
        var got7 = rules(InboxRulesService::doorRows);
        assertThat(got7).hasSize(11);
        rules(service -> service.undoDoor(removal.entry()));

        var got8 = rules(InboxRulesService::doorRows).getFirst();
        assertThat(got8).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"months,0,inbox.error.months", "months,601,inbox.error.months", "of,nothing,row.error.choice"})
    void aTermThatCannotBeIsRefused(String field, String value, String problem) {
        var row = rules(InboxRulesService::retentionRows).getFirst();

        assertThatThrownBy(() ->
                        rules(service -> service.changeRetention(row.id(), row.version(), with(row, field, value))))
                .hasMessage(problem);
    }

    @Test
    void twoTermsOfOneDayWouldBeNone() {
        var row = rules(InboxRulesService::retentionRows).getFirst();
        var typed = with(row, RetentionStore.MONTHS, "12");
        typed.put(RetentionStore.FROM, "01/01/2026");

        assertThatThrownBy(() -> rules(service -> service.addRetention(typed)))
                .hasMessage("inbox.error.retention.twice");
    }
}
