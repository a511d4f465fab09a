package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.privacy.Kind;
import vn.minhbach.shared.RuleBrokenException;

/** What of a public text may tell of somebody, and may not, is decided by a person; of what is certain nobody has to think. */
class DoubtsTest {

    private static final String QUESTION = "Theo ông Phạm Văn Tuấn thì sân bóng mở cửa đến mấy giờ?";
    private static final String ANSWER = "<p>Theo ông <strong>Phạm</strong> Văn Tuấn, sân mở cửa đến 21 giờ.</p>";
    private static final Basis.Source PROCEDURE =
            new Basis.Source("procedure", "1.004794", "/thu-tuc/1.004794", "Cho thuê sân");

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private long send(String kind, String token, Map<AskedField, String> other) {
        var form = InboxOnH2.form(kind, token, "Sân bóng mở cửa đến mấy giờ?");
        var values = new HashMap<>(form.values());
        values.putAll(other);
        var key = h2.ask(desk -> desk.submit(new NewSubmission(kind, token, values, "", "", false, false, "vi")));
        return h2.ask(desk -> desk.repository.byForm(key).orElseThrow().number());
    }

    private void draft(long id, String answer, String question, String publicAnswer) {
        h2.actAs("moderator");
        if (h2.state(id) == InboxState.RECEIVED) {
            h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        }
        h2.actAs("responder");
        h2.draft(id, SaidOfDeed.answer(answer, "Giờ mở cửa sân bóng", question, publicAnswer), List.of(PROCEDURE));
        h2.actAs("approver");
    }

    private long drafted() {
        var id = send("question", "t", Map.of());
        draft(id, "Chào bà Lan, sân mở cửa đến 21 giờ.", QUESTION, ANSWER);
        return id;
    }

    private void approve(long id, boolean looked) {
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), looked));
    }

    private void mask(long id, int place) {
        h2.deed(
                id,
                (desk, sheet) -> desk.mask(
                        id, sheet.unit(), sheet.version(), sheet.doubts().get(place)));
    }

    private void answerAndPublish(long id) {
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
    }

    private Publication publication(long id) {
        return h2.ask(desk -> desk.repository.publication(id)).orElseThrow();
    }

    @Test
    void whatMayTellOfOthersIsNamedWhereItStands() {
        var id = drafted();

        assertThat(h2.open(id).doubts())
                .extracting(Doubt::part, Doubt::kind, Doubt::before, Doubt::words)
                .containsExactly(
                        tuple(Doubt.Part.QUESTION, Kind.NAME, "Theo ông ", "Phạm Văn Tuấn"),
                        tuple(Doubt.Part.ANSWER, Kind.NAME, "Theo ông ", "Phạm Văn Tuấn"));
        assertThat(h2.open(id).telling()).isEmpty();
        assertThat(h2.open(id).doubts().getFirst()).hasToString("Doubt QUESTION NAME");
    }

    @Test
    void nothingIsApprovedBeforeSomebodyLooked() {
        var id = drafted();
        assertThatThrownBy(() -> approve(id, false))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("inbox.error.doubts");
        assertThat(h2.open(id).lookedAt()).isFalse();

        approve(id, true);

        assertThat(h2.state(id)).isEqualTo(InboxState.APPROVED);
        assertThat(h2.open(id).lookedAt()).isTrue();
        assertThat(h2.open(id).steps())
                .extracting(
                        InboxDeskService.Step::deed,
                        InboxDeskService.Step::actor,
                        InboxDeskService.Step::text,
                        InboxDeskService.Step::target)
                .contains(tuple(InboxDeed.LOOK, "approver", "họ tên: Phạm Văn Tuấn", ""));
        assertThat(h2.track(id).steps()).noneMatch(step -> step.deed() == InboxDeed.LOOK);
        // Whoever publishes reads the same version.
        answerAndPublish(id);
        assertThat(h2.state(id)).isEqualTo(InboxState.PUBLISHED);
    }

    @Test
    void anotherVersionIsLookedAtAnew() {
        var id = drafted();
        approve(id, true);
        h2.deed(id, (desk, sheet) -> desk.sendBack(id, sheet.unit(), sheet.version(), "Viết lại câu đầu"));
        draft(id, "Sân mở cửa đến 21 giờ.", QUESTION, ANSWER);

        assertThatThrownBy(() -> approve(id, false)).hasMessage("inbox.error.doubts");
    }

    @Test
    void whereNothingIsDoubtfulNobodyIsAsked() {
        var id = send("question", "t", Map.of());
        draft(id, "Đến 21 giờ.", "Sân bóng mở cửa đến mấy giờ?", "Sân mở cửa đến 21 giờ.");

        approve(id, false);

        answerAndPublish(id);
        assertThat(h2.open(id).steps()).noneMatch(step -> step.deed() == InboxDeed.LOOK);
    }

    /** What was approved before anybody was asked is looked at before it is public. */
    @Test
    void whatIsPublishedIsLookedAtAsWell() {
        var id = drafted();
        approve(id, true);
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        h2.database()
                .inTransaction(em -> em.createQuery("delete from InboxEvent e where e.deed = :look")
                        .setParameter("look", InboxDeed.LOOK)
                        .executeUpdate());

        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.doubts");
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), true));
        assertThat(h2.open(id).steps()).anyMatch(step -> step.deed() == InboxDeed.LOOK);
        assertThat(h2.track(id).steps()).noneMatch(step -> step.text().contains("Tuấn"));
    }

    @Test
    void aPressMasksAPlaceAndLeavesTheRest() {
        var id = drafted();
        mask(id, 1);
        assertThat(h2.open(id).doubts()).extracting(Doubt::part).containsExactly(Doubt.Part.QUESTION);
        mask(id, 0);

        assertThat(h2.open(id).doubts()).isEmpty();
        var newest = h2.open(id).answers().getFirst();
        assertThat(newest.number()).isEqualTo(3);
        assertThat(newest.author()).isEqualTo("approver");
        assertThat(newest.full()).isEqualTo("<p>Chào bà Lan, sân mở cửa đến 21 giờ.</p>");
        assertThat(newest.question()).isEqualTo("Theo ông [đã che: họ tên] thì sân bóng mở cửa đến mấy giờ?");
        assertThat(newest.publicText())
                .isEqualTo("<p>Theo ông <strong>[đã che: họ tên]</strong>, sân mở cửa đến 21 giờ.</p>");
        assertThat(h2.open(id).state()).isEqualTo(InboxState.DRAFTED);
        // Who masks has not written the answer, and may approve it.
        approve(id, false);
        answerAndPublish(id);
        assertThat(publication(id).getQuestion() + publication(id).getAnswerHtml())
                .doesNotContain("Tuấn");
        var rests = h2.ask(desk -> desk.service.basis(id));
        assertThat(rests).extracting(rest -> rest.source().path()).containsExactly(PROCEDURE.path());
    }

    /** The sender has their answer, and the office looks at the public text once more. */
    @Test
    void whatWasAnsweredIsMaskedBeforeItIsPublic() {
        var id = drafted();
        approve(id, true);
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        mask(id, 1);
        mask(id, 0);

        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));

        assertThat(publication(id).getAnswerHtml()).contains("[đã che: họ tên]").doesNotContain("Tuấn");
        assertThat(h2.track(id).answer())
                .extracting(Tracked.Answer::html)
                .isEqualTo("<p>Chào bà Lan, sân mở cửa đến 21 giờ.</p>");
        assertThat(h2.track(id).steps()).noneMatch(step -> step.deed() == InboxDeed.MASK);
    }

    @Test
    void whatIsNotThereAnyMoreIsNotMasked() {
        var id = drafted();
        var doubt = h2.open(id).doubts().getFirst();
        mask(id, 0);

        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.mask(id, sheet.unit(), sheet.version(), doubt)))
                .hasMessage("inbox.error.doubtGone");
    }

    /** Of two places that say the same the one is masked that was pressed, and what is typed elsewhere stays. */
    @Test
    void whileSomebodyTypesAPlaceIsMaskedAndAllElseStaysAsItIs() {
        var id = send("question", "t", Map.of());
        var typed = new PublicText(
                "Sân bóng",
                "Có ông Phạm Văn Tuấn hỏi.\r\nCó ông Phạm Văn Tuấn nói thêm.",
                "<p>Mở đến 21 giờ & hơn.</p>");
        var doubts = h2.ask(desk -> desk.desk.doubts(id, typed));
        assertThat(doubts).extracting(Doubt::number).containsExactly(0, 1);

        var masked =
                h2.ask(desk -> desk.desk.masked(id, typed, doubts.getLast())).orElseThrow();

        assertThat(masked.question()).isEqualTo("Có ông Phạm Văn Tuấn hỏi.\nCó ông [đã che: họ tên] nói thêm.");
        assertThat(masked.title()).isEqualTo(typed.title());
        assertThat(masked.answer()).isEqualTo(typed.answer());
        var elsewhere = new PublicText("Sân bóng", "Hỏi giờ mở cửa.", typed.answer());
        var gone = h2.ask(desk -> desk.desk.masked(id, elsewhere, doubts.getFirst()));
        assertThat(gone).isEmpty();
    }

    /** No press masks it, since it lies in the markup; somebody is told of it all the same. */
    @Test
    void whatAPictureSaysOfItselfIsDoubtfulToo() {
        var id = send("question", "t", Map.of());
        var typed = new PublicText(
                "Sân bóng", "Hỏi giờ.", "<p>Xem <img src=\"/tep/1/a.jpg\" alt=\"Ông Phạm Văn Tuấn bên sân\"></p>");

        var doubts = h2.ask(desk -> desk.desk.doubts(id, typed));

        assertThat(doubts).singleElement().satisfies(doubt -> {
            assertThat(doubt.part()).isEqualTo(Doubt.Part.DESCRIPTION);
            assertThat(doubt.isMaskable()).isFalse();
        });
    }

    // Whom it is about

    @ParameterizedTest
    @ValueSource(strings = {"Lê Văn Hùng", "LÊ VĂN HÙNG", "le van hung", "ông Hùng", "Lê V. Hùng"})
    void whoFeedbackIsAboutIsMaskedBeyondDoubt(String way) {
        var id = send(
                "conduct-feedback",
                "t",
                Map.of(
                        AskedField.CONCERNED,
                        "Trưởng phòng Lê Văn Hùng, Bộ phận một cửa",
                        AskedField.TEXT,
                        "Sáng nay " + way + " không nhận hồ sơ."));
        assertThat(h2.open(id).proposal()).contains("[đã che: họ tên]").doesNotContainIgnoringCase("hùng", "hung");
        draft(id, "Đã nhắc nhở.", "Cán bộ " + way + " không nhận hồ sơ?", "Đã nhắc nhở.");

        assertThat(h2.open(id).telling()).hasSize(1).first().asString().startsWith("họ tên: ");
        assertThatThrownBy(() -> approve(id, true)).hasMessage("inbox.error.telling");
    }

    @Test
    void theOfficeConcernedIsNamedFreely() {
        var id = send("conduct-feedback", "t", Map.of(AskedField.CONCERNED, "Nhà hát Cao Văn Lầu, Hà Nội"));
        draft(id, "Đã nhắc nhở.", "Nhà hát Cao Văn Lầu ở Hà Nội đóng cửa sớm?", "Đã nhắc nhở.");

        assertThat(h2.open(id).telling()).isEmpty();
    }

    // Of what was joined

    private static final Map<AskedField, String> BINH = Map.of(
            AskedField.NAME, "Trần Văn Bình",
            AskedField.PHONE, "0987 654 321",
            AskedField.EMAIL, "binh@example.vn",
            AskedField.ADDRESS, "thôn Đông Hòa, xã Tân Lập");

    private void merge(long id, long main) {
        h2.actAs("moderator");
        h2.work(id, (work, sheet) -> work.merge(id, sheet.unit(), sheet.version(), Long.toString(main)));
    }

    @Test
    void whatIsPublicTellsNothingOfWhoseSubmissionsWereJoined() {
        var main = send("question", "t1", Map.of());
        var joined = send("question", "t2", BINH);
        merge(joined, main);
        draft(main, "Đến 21 giờ.", "Anh 0987.654.321 hỏi giờ mở cửa?", "Đến 21 giờ.");

        assertThat(h2.open(main).telling()).containsExactly("số điện thoại: 0987.654.321");
        assertThatThrownBy(() -> approve(main, true)).hasMessage("inbox.error.telling");
    }

    /** Between approval and answer another one may be joined, whose sender nobody thought of. */
    @Test
    void whatIsJoinedAfterApprovalIsLookedThroughBeforeTheAnswerIsSent() {
        var main = send("question", "t1", Map.of());
        var joined = send("question", "t2", BINH);
        draft(main, "Đến 21 giờ.", "Anh Trần Văn Bình hỏi giờ mở cửa?", "Đến 21 giờ.");
        approve(main, true);
        merge(joined, main);

        assertThatThrownBy(() -> h2.deed(main, (desk, sheet) -> desk.answer(main, sheet.unit(), sheet.version())))
                .hasMessage("inbox.error.telling");
        assertThat(h2.state(joined)).isEqualTo(InboxState.MERGED);
    }

    @Test
    void theAnswerForOneSenderTellsNothingOfTheOthers() {
        var main = send("question", "t1", Map.of());
        var joined = send("question", "t2", BINH);
        merge(joined, main);
        draft(main, "Chào bà Nguyễn Thị Lan, ông Trần Văn Bình cũng hỏi việc này.", "Mở đến mấy giờ?", "Đến 21 giờ.");

        assertThat(h2.open(main).tellingReader()).containsExactly("họ tên: Trần Văn Bình");
        assertThatThrownBy(() -> approve(main, true)).hasMessage("inbox.error.tellingReader");

        draft(
                main,
                "Chào bà Nguyễn Thị Lan, số điện thoại 0912 345 678: đến 21 giờ.",
                "Mở đến mấy giờ?",
                "Đến 21 giờ.");
        assertThat(h2.open(main).tellingReader()).isEmpty();
        approve(main, false);
        h2.deed(main, (desk, sheet) -> desk.answer(main, sheet.unit(), sheet.version()));
        assertThat(h2.state(joined)).isEqualTo(InboxState.KEPT_PRIVATE);
        // Who was answered with it is not forgotten when it becomes public.
        var told = h2.ask(desk ->
                desk.inbox.tellingOf(desk.repository.find(main).orElseThrow(), "Gọi 0987 654 321 để hỏi thêm."));
        assertThat(told).containsExactly("số điện thoại: 0987 654 321");
    }
}
