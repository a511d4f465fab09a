package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.ListState;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Words;

/** What the staff does in the inbox beside answering. */
class InboxWorkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private List<Long> queue(InboxQuery.View view) {
        return h2.ask(desk -> desk.desk.numbers(view, "", "", new ListState("", "", false, 1)));
    }

    private Dossier dossier(long id) {
        return h2.ask(desk -> desk.work.dossier(id));
    }

    private static NewSubmission form(String token, Map<AskedField, String> other) {
        var form = InboxOnH2.form("question", token, "Giấy phép tổ chức triển lãm mất bao lâu?");
        var values = new HashMap<>(form.values());
        values.putAll(other);
        return new NewSubmission("question", token, values, "", "", false, false, "vi");
    }

    private long send(String token, Map<AskedField, String> other) {
        var form = form(token, other);
        h2.act(desk -> desk.submit(form));
        return h2.ask(desk -> desk.repository.byForm(form.key()).orElseThrow().number());
    }

    private long send(String token, String phone, String email) {
        return send(token, Map.of(AskedField.PHONE, phone, AskedField.EMAIL, email, AskedField.NAME, "Trần Văn Bình"));
    }

    private void draft(long id, String answer, String publicAnswer, Basis.Source... basis) {
        h2.draft(
                id,
                SaidOfDeed.answer(
                        answer,
                        publicAnswer.isEmpty() ? "" : "Thời hạn cấp giấy phép triển lãm",
                        publicAnswer.isEmpty() ? "" : "Mất bao lâu?",
                        publicAnswer),
                List.of(basis));
    }

    private void assign(long id) {
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
    }

    private void approveAndAnswer(long id) {
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
    }

    // Taking down

    private static final Intake BY_PHONE =
            new Intake(InboxChannel.PHONE, TODAY.minusDays(4), Intake.Consent.SPOKEN, "");

    @Test
    void whatWasTakenDownRunsFromTheDayOnWhichItCame() {
        var taken = h2.ask(desk -> desk.work.takeDown("", form("t1", Map.of()), BY_PHONE));

        // Thursday, 28 May: fifteen working days later.
        var submission = h2.ask(desk -> desk.repository.find(taken.id()).orElseThrow());
        assertThat(submission.getClockFrom()).isEqualTo(TODAY.minusDays(4));
        assertThat(submission.getDueDay()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(submission.getTakenBy()).isEqualTo("moderator");
        var dossier = dossier(taken.id());
        assertThat(dossier.channel()).isEqualTo(InboxChannel.PHONE);
        assertThat(dossier.consent()).isEqualTo(Intake.Consent.SPOKEN);
        assertThat(h2.track(taken.id()).channel()).isEqualTo(InboxChannel.PHONE);
        assertThat(h2.track(taken.id()).due()).isEqualTo("Trả lời: chậm nhất ngày 18/06/2026");
        assertThat(h2.open(taken.id()).steps().getFirst().actor()).isEqualTo("moderator");
        var marks = h2.ask(desk -> desk.work.marks(List.of(taken.id())));
        assertThat(marks.get(taken.id()))
                .extracting(InboxWorkService.Marks::channel)
                .isEqualTo(InboxChannel.PHONE);
    }

    @Test
    void theSlipOfWhatCameDaysAgoIsThereForADay() {
        var taken = h2.ask(desk -> desk.work.takeDown("", form("t1", Map.of()), BY_PHONE));
        var slip = dossier(taken.id()).slip();

        var receipt =
                h2.ask(desk -> desk.service.receipt(slip, Words.VIETNAMESE)).orElseThrow();
        assertThat(receipt.code()).isEqualTo(taken.code());
        assertThat(receipt.channel()).isEqualTo(InboxChannel.PHONE);
        h2.clock().pass(Duration.ofHours(25));
        assertThat(dossier(taken.id()).slip()).isEmpty();
        var late = h2.ask(desk -> desk.service.receipt(slip, Words.VIETNAMESE));
        assertThat(late).isEmpty();
    }

    @Test
    void aDoubleClickTakesItDownOnce() {
        var form = form("t1", Map.of());
        var first = h2.ask(desk -> desk.work.takeDown("", form, BY_PHONE));
        var second = h2.ask(desk -> desk.work.takeDown("", form, BY_PHONE));

        assertThat(second).isEqualTo(first);
        var count = h2.ask(desk -> desk.repository.submissions());
        assertThat(count).isEqualTo(1);
    }

    @Test
    void somebodyOfOneUnitTakesItDownForThatUnit() {
        h2.actAs(InboxOnH2.at("clerk", "van-phong"));
        var taken = h2.ask(desk -> desk.work.takeDown("van-phong", form("t1", Map.of()), BY_PHONE));

        assertThat(h2.open(taken.id()).unit()).isEqualTo("van-phong");
        assertThat(h2.state(taken.id())).isEqualTo(InboxState.ASSIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "WEB, 0, SPOKEN, inbox.intake.error.channel",
        "PHONE, 0, FORM, inbox.intake.error.consent",
        "POST, 1, WRITTEN, inbox.intake.error.future",
        "POST, -91, WRITTEN, inbox.intake.error.past",
    })
    void whatCannotHaveComeSoIsNotTakenDown(InboxChannel channel, int days, Intake.Consent consent, String reason) {
        var intake = new Intake(channel, TODAY.plusDays(days), consent, "");

        assertThatThrownBy(() -> h2.act(desk -> desk.work.takeDown("", form("t1", Map.of()), intake)))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage(reason);
    }

    @Test
    void whoCannotBeReachedOtherwiseIsAnsweredByPost() {
        var form = form("t1", Map.of(AskedField.PHONE, "", AskedField.EMAIL, ""));
        var taken = h2.ask(
                desk -> desk.work.takeDown("", form, new Intake(InboxChannel.POST, TODAY, Intake.Consent.WRITTEN, "")));

        var receipt = h2.ask(desk -> desk.service.receipt(dossierSlip(desk, taken.id()), Words.VIETNAMESE))
                .orElseThrow();
        assertThat(receipt.tracked()).isFalse();
        assertThat(h2.letters()).isEmpty();
    }

    private static String dossierSlip(InboxOnH2.Desk desk, long id) {
        return desk.work.dossier(id).slip();
    }

    // Joining and splitting

    @Test
    void theSameTextAndTheSameSenderAreProposed() {
        var first = send("t1", InboxOnH2.PHONE, "");
        var sameText = send(
                "t2",
                Map.of(
                        AskedField.PHONE, "0987 654 321",
                        AskedField.EMAIL, "",
                        AskedField.TEXT, "giay phep TO CHUC trien lam mat bao lau"));
        var sameSender = send("t3", Map.of(AskedField.TEXT, "Cho tôi hỏi lại việc hôm trước", AskedField.EMAIL, ""));
        send(
                "t4",
                Map.of(
                        AskedField.PHONE, "0911 111 111",
                        AskedField.EMAIL, "",
                        AskedField.TEXT, "Thư viện mở cửa mấy giờ?"));

        assertThat(dossier(first).alike())
                .extracting(Dossier.Other::id, Dossier.Other::alike)
                .containsExactlyInAnyOrder(
                        tuple(sameText, Dossier.Alike.TEXT), tuple(sameSender, Dossier.Alike.SENDER));
    }

    private long ask(String token, String text) {
        return send(
                token,
                Map.of(
                        AskedField.SUBJECT,
                        "",
                        AskedField.TEXT,
                        text,
                        AskedField.PHONE,
                        "09" + (10_000_000 + Math.floorMod(token.hashCode(), 9_000_000)),
                        AskedField.EMAIL,
                        ""));
    }

    @Test
    void whatSharesRareWordsIsProposedThoughItsSenderIsAnother() {
        var background = LikenessTest.background();
        for (var i = 0; i < 60; i++) {
            ask("b" + i, background.get(i));
        }
        var questions =
                LikenessTest.QUESTIONS.stream().map(text -> ask(text, text)).toList();
        var first = ask("l1", LikenessTest.LAMP);
        var second = ask("l2", LikenessTest.SAME_LAMP);

        assertThat(dossier(second).alike())
                .extracting(Dossier.Other::id, Dossier.Other::alike)
                .containsExactly(tuple(first, Dossier.Alike.WORDS));
        assertThat(dossier(first).alike()).extracting(Dossier.Other::id).containsExactly(second);
        questions.forEach(id -> assertThat(dossier(id).alike()).isEmpty());

        // Whoever sees one unit is told of nothing that lies elsewhere, and what is done is proposed to nobody.
        h2.deed(second, (desk, sheet) -> desk.assign(second, sheet.unit(), sheet.version(), "van-phong"));
        h2.actAs(InboxOnH2.at("responder", "van-phong"));
        assertThat(dossier(second).alike()).isEmpty();
        h2.actAs("moderator");
        h2.deed(first, (desk, sheet) -> desk.refuse(first, sheet.unit(), sheet.version(), "Việc của phường"));
        assertThat(dossier(second).alike()).isEmpty();
    }

    private void merge(long id, long main) {
        h2.work(id, (work, sheet) -> work.merge(id, sheet.unit(), sheet.version(), Long.toString(main)));
    }

    private InboxOnH2 twoJoined(long[] ids) {
        ids[0] = h2.send("question");
        ids[1] = send("t2", "0987 654 321", "binh@example.vn");
        merge(ids[1], ids[0]);
        return h2;
    }

    @Test
    void whatIsJoinedIsAnsweredWithTheOther() {
        var ids = new long[2];
        twoJoined(ids);
        assertThat(h2.state(ids[1])).isEqualTo(InboxState.MERGED);
        assertThat(dossier(ids[0]).joined()).extracting(Dossier.Other::id).containsExactly(ids[1]);
        assertThat(queue(InboxQuery.View.OPEN)).containsExactly(ids[0]);
        h2.letters().clear();

        assign(ids[0]);
        h2.actAs("responder");
        draft(ids[0], "Chào bà Nguyễn Thị Lan, thời hạn là 7 ngày.", "Thời hạn là 7 ngày làm việc.");
        approveAndAnswer(ids[0]);

        assertThat(h2.state(ids[1])).isEqualTo(InboxState.KEPT_PRIVATE);
        var code = h2.code(ids[1]);
        var tracked = h2.ask(desk -> desk.service.track(code, "0987654321", Words.VIETNAMESE))
                .orElseThrow();
        // The text of the first is for its sender, and names her.
        assertThat(tracked.answer()).extracting(Tracked.Answer::html).isEqualTo("<p>Thời hạn là 7 ngày làm việc.</p>");
        assertThat(h2.letters()).hasSize(2).anyMatch(letter -> letter.contains("binh@example.vn"));
        assertThat(tracked.steps()).noneMatch(step -> step.target().contains(Long.toString(ids[0])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chào bà Nguyễn Thị Lan, số điện thoại 0912 345 678, thời hạn là 7 ngày.",
                "<p>Chào bà, số điện thoại 0912 <strong>345</strong> <em>678</em>.</p>",
                "<p>Chào bà, chúng tôi đã <a href=\"tel:0912345678\">gọi</a>.</p>"
            })
    void anAnswerThatNamesItsSenderIsNotForTheOthers(String answer) {
        var ids = new long[2];
        twoJoined(ids);
        assign(ids[0]);
        h2.actAs("responder");
        draft(ids[0], answer, "");
        h2.actAs("approver");

        assertThatThrownBy(() ->
                        h2.deed(ids[0], (desk, sheet) -> desk.approve(ids[0], sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.joinedText");
        assertThat(h2.state(ids[1])).isEqualTo(InboxState.MERGED);
    }

    /** With the code of the one the others would open all that it holds. */
    @Test
    void aCodeIsForItsSenderAlone() {
        var ids = new long[2];
        twoJoined(ids);
        assign(ids[0]);
        h2.actAs("responder");
        var code = new TrackingCode(h2.code(ids[0])).grouped();
        draft(ids[0], "Về việc có mã " + code + ": thời hạn là 7 ngày.", "");
        h2.actAs("approver");
        assertThatThrownBy(() ->
                        h2.deed(ids[0], (desk, sheet) -> desk.approve(ids[0], sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.joinedText");

        var alone = send("alone", Map.of());
        h2.actAs("moderator");
        assign(alone);
        h2.actAs("responder");
        var own = new TrackingCode(h2.code(alone)).grouped().toLowerCase(Locale.ROOT);
        draft(alone, "Thời hạn là 7 ngày.", "Mã " + own + ": thời hạn là 7 ngày.");
        h2.actAs("approver");
        assertThatThrownBy(() ->
                        h2.deed(alone, (desk, sheet) -> desk.approve(alone, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.telling");
    }

    @Test
    void whenTheOtherEndsWithoutAnAnswerTheJoinedOneIsLookedAtByItself() {
        var ids = new long[2];
        twoJoined(ids);
        h2.deed(ids[0], (desk, sheet) -> desk.refuse(ids[0], sheet.unit(), sheet.version(), "Theo Luật Khiếu nại"));

        assertThat(h2.state(ids[1])).isEqualTo(InboxState.RECEIVED);
        assertThat(dossier(ids[1]).main()).isNull();
    }

    @Test
    void whatWasJoinedCanBeParted() {
        var ids = new long[2];
        twoJoined(ids);
        h2.work(ids[1], (work, sheet) -> work.unmerge(ids[1], sheet.unit(), sheet.version(), "Hai việc khác nhau"));

        assertThat(h2.state(ids[1])).isEqualTo(InboxState.RECEIVED);
        assertThat(dossier(ids[0]).joined()).isEmpty();
    }

    @Test
    void theLaterJoinsTheEarlierAndNothingJoinsItself() {
        var first = h2.send("question");
        h2.clock().pass(Duration.ofHours(1));
        var second = send("t2", "0987 654 321", "");
        var other = h2.send("conduct-feedback");

        assertThatThrownBy(() -> merge(first, second)).hasMessage("inbox.error.itemLater");
        assertThatThrownBy(() -> merge(first, first)).hasMessage("inbox.error.item");
        assertThatThrownBy(() -> merge(other, first)).hasMessage("inbox.error.itemKind");
        assertThatThrownBy(() -> merge(second, 999_999)).hasMessage("inbox.error.item");
        merge(second, first);
        var third = send("t3", "0955 555 555", "");
        assertThatThrownBy(() -> merge(third, second)).hasMessage("inbox.error.item");
        h2.actAs(InboxOnH2.at("clerk", "van-phong"));
        assertThatThrownBy(() -> h2.open(first)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPartBecomesOneOfItsOwnWithACodeOfItsOwn() {
        var id = h2.send("question");
        h2.clock().pass(Duration.ofDays(2));
        h2.letters().clear();
        var sheet = h2.open(id);
        var made = h2.ask(
                desk -> desk.work.split(id, sheet.unit(), sheet.version(), "", "Xin hỏi thêm: phí là bao nhiêu?"));

        var tracked = h2.track(made);
        assertThat(tracked.code()).isNotEqualTo(h2.track(id).code());
        assertThat(tracked.subject()).isEqualTo("Xin hỏi thêm: phí là bao nhiêu?");
        var whole = h2.ask(desk -> desk.repository.find(id).orElseThrow());
        var part = h2.ask(desk -> desk.repository.find(made).orElseThrow());
        assertThat(part.getReceivedAt()).isEqualTo(whole.getReceivedAt());
        assertThat(part.getDueDay()).isEqualTo(whole.getDueDay());
        assertThat(h2.track(id).steps()).anySatisfy(step -> {
            assertThat(step.deed()).isEqualTo(InboxDeed.SPLIT);
            assertThat(step.text()).contains(tracked.code());
            assertThat(step.target()).isEmpty();
        });
        assertThat(h2.letters()).hasSize(2);
        assertThatThrownBy(() -> h2.act(desk -> desk.work.split(id, sheet.unit(), sheet.version() - 1, "", "Phí?")))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    // Put under another kind

    private void reclassify(long id, String kind, String reason) {
        h2.work(id, (work, sheet) -> work.reclassify(id, sheet.unit(), sheet.version(), kind, reason));
    }

    private Submission submission(long id) {
        return h2.ask(desk -> desk.repository.find(id).orElseThrow());
    }

    @Test
    void aMisfiledOneRunsByTheRulesOfItsKindFromTheDayOfReceipt() {
        var right = h2.send("error-report");
        var id = h2.send("question");
        assertThat(h2.track(id).due()).isNotEqualTo(h2.track(right).due());
        var told = h2.open(id).details();
        assign(id);
        h2.clock().pass(Duration.ofDays(3));
        h2.letters().clear();

        reclassify(id, "error-report", "Bạn báo một lỗi trên trang.");

        var moved = submission(id);
        assertThat(moved.getKind()).isEqualTo("error-report");
        assertThat(moved.getState()).isEqualTo(InboxState.ASSIGNED);
        assertThat(moved.getUnit()).isEqualTo("van-phong");
        assertThat(h2.track(id).due()).isEqualTo(h2.track(right).due());
        assertThat(h2.open(id).details())
                .as("what the former form asked is kept")
                .isEqualTo(told);
        assertThat(h2.open(id).kind()).isEqualTo(h2.open(right).kind());

        // Its sender is told, and so is whoever looks into the history.
        assertThat(h2.letters())
                .singleElement()
                .asString()
                .contains(
                        Words.VIETNAMESE.text("inbox.told.RECLASSIFY"),
                        "“Câu hỏi”",
                        h2.open(right).kind())
                .contains("Bạn báo một lỗi trên trang.");
        assertThat(h2.track(id).steps().getLast()).satisfies(step -> {
            assertThat(step.deed()).isEqualTo(InboxDeed.RECLASSIFY);
            assertThat(step.text()).contains("“Câu hỏi”", "Bạn báo một lỗi trên trang.");
        });
        assertThat(h2.track(id).why())
                .contains(Words.VIETNAMESE.text(
                        "inbox.explain.reclassified",
                        "04/06/2026",
                        h2.open(right).kind()));
        assertThat(h2.open(id).steps().getLast().target())
                .isEqualTo(h2.open(right).kind());
    }

    @Test
    void howFarItWasPutOffUnderTheFormerKindIsForgotten() {
        var id = h2.send("information-request");
        assign(id);
        h2.deed(id, (desk, sheet) -> desk.extend(id, sheet.unit(), sheet.version(), "Phức tạp"));
        assertThat(submission(id).getDueDay()).isEqualTo(LocalDate.of(2026, 7, 13));

        reclassify(id, "question", "Đây là câu hỏi.");

        assertThat(submission(id).getDueDay()).isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(h2.track(id).why()).noneMatch(sentence -> sentence.contains("Phức tạp"));
        // Back again, it may be put off again.
        reclassify(id, "information-request", "Nhầm.");
        h2.deed(id, (desk, sheet) -> desk.extend(id, sheet.unit(), sheet.version(), "Vẫn phức tạp"));
        assertThat(submission(id).getDueDay()).isEqualTo(LocalDate.of(2026, 7, 13));
    }

    @Test
    void whatItsSenderAgreedToStaysWhatTheyRead() {
        var id = h2.send("question");
        var before = h2.database()
                .ask(em -> new InboxRowRepository(em).consentOf(id))
                .orElseThrow();

        reclassify(id, "conduct-feedback", "Phản ánh cán bộ.");

        var after = h2.database()
                .ask(em -> new InboxRowRepository(em).consentOf(id))
                .orElseThrow();
        assertThat(after.getKind()).isEqualTo("question");
        assertThat(after.text("vi")).isEqualTo(before.text("vi"));
    }

    @Test
    void onlyWhatIsOpenAndWasNeverAnsweredIsPutElsewhereAndOnlyWithAReason() {
        var id = h2.send("question");
        assertThatThrownBy(() -> reclassify(id, "question", "Cùng loại")).hasMessage("inbox.error.newKind");
        assertThatThrownBy(() -> reclassify(id, "khong-co", "Không có")).hasMessage("inbox.error.newKind");
        assertThatThrownBy(() -> reclassify(id, "", "Chưa chọn")).hasMessage("inbox.error.newKind");
        assertThatThrownBy(() -> reclassify(id, "error-report", " \u200B ")).hasMessage("inbox.error.text");
        assertThat(submission(id).getKind()).isEqualTo("question");
        assertThat(h2.open(id).may()).contains(InboxDeed.RECLASSIFY);
        h2.actAs(new Actor(
                "responder",
                Set.of(new Actor.Grant(Permission.READ_INBOX, ""), new Actor.Grant(Permission.ANSWER_INBOX, ""))));
        assertThat(h2.open(id).may()).doesNotContain(InboxDeed.RECLASSIFY);

        h2.actAs("moderator");
        h2.answer(id);
        h2.actAs("moderator");
        assertThatThrownBy(() -> reclassify(id, "error-report", "Muộn rồi")).hasMessage("inbox.error.step");
        h2.deed(id, (desk, sheet) -> desk.reopen(id, sheet.unit(), sheet.version(), "Xem lại"));
        assertThatThrownBy(() -> reclassify(id, "error-report", "Đã trả lời")).hasMessage("inbox.error.isAnswered");
        assertThat(h2.open(id).hindrances()).doesNotContain("inbox.error.isAnswered");
    }

    @Test
    void whatOthersWereJoinedToStaysUnderItsKind() {
        var ids = new long[2];
        twoJoined(ids);

        assertThatThrownBy(() -> reclassify(ids[0], "error-report", "Báo lỗi")).hasMessage("inbox.error.hasJoined");
    }

    @Test
    void aPartOfWhatWasMovedKeepsWhatWasAgreedTo() {
        var id = h2.send("question");
        reclassify(id, "error-report", "Báo lỗi");
        var sheet = h2.open(id);

        var made = h2.ask(desk -> desk.work.split(id, sheet.unit(), sheet.version(), "", "Một lỗi khác"));

        assertThat(submission(made).getKind()).isEqualTo("error-report");
        assertThat(h2.database()
                        .ask(em -> new InboxRowRepository(em).consentOf(made))
                        .orElseThrow()
                        .getKind())
                .isEqualTo("question");
    }

    // What answers rest on

    private static final Basis.Source PROCEDURE =
            new Basis.Source("procedure", "1.004794", "/thu-tuc/1.004794", "Cấp giấy phép triển lãm");

    private long published() {
        return published(h2.send("question"));
    }

    private long published(long id) {
        h2.actAs("moderator");
        assign(id);
        h2.actAs("responder");
        draft(id, "Thời hạn là 7 ngày.", "Thời hạn là 7 ngày làm việc.", PROCEDURE, PROCEDURE);
        approveAndAnswer(id);
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        return id;
    }

    private void change(String kind, String id) {
        h2.clock().pass(Duration.ofDays(3));
        h2.database().inTransaction(em -> new ChangeLog(em, h2.clock()).published(kind, id));
    }

    private LocalDate changedOn(long id) {
        var rests = h2.ask(desk -> desk.service.basis(id));
        assertThat(rests).hasSize(1);
        var day = rests.getFirst().changedOn();
        return day == null ? LocalDate.MIN : day;
    }

    @Test
    void anAnswerWhoseBasisChangedIsLookedAtAgain() {
        var id = published();
        change("procedure", "1.000000");
        change("article", "1.004794");
        assertThat(queue(InboxQuery.View.TO_REVIEW)).isEmpty();
        assertThat(changedOn(id)).isEqualTo(LocalDate.MIN);
        assertThatThrownBy(() -> h2.work(id, (work, sheet) -> work.confirm(id, sheet.unit(), sheet.version(), "")))
                .hasMessage("inbox.error.basisHolds");

        change("procedure", "1.004794");

        assertThat(queue(InboxQuery.View.TO_REVIEW)).containsExactly(id);
        assertThat(changedOn(id)).isEqualTo(TODAY.plusDays(9));
        assertThat(dossier(id).changed()).isTrue();

        h2.clock().pass(Duration.ofMinutes(1));
        h2.work(id, (work, sheet) -> work.confirm(id, sheet.unit(), sheet.version(), "Chỉ đổi phòng tiếp nhận"));

        assertThat(queue(InboxQuery.View.TO_REVIEW)).isEmpty();
        assertThat(changedOn(id)).isEqualTo(LocalDate.MIN);
        // Pages that readers have before them are to be rendered anew.
        assertThat(h2.log()).containsExactly("PUBLISHED", "TOUCHED");
        assertThat(h2.track(id).steps()).noneMatch(step -> step.deed() == InboxDeed.CONFIRM);
    }

    @Test
    void anotherVersionRestsOnWhatItsAuthorSays() {
        var id = published();
        change("procedure", "1.004794");
        h2.deed(id, (desk, sheet) -> desk.reopen(id, sheet.unit(), sheet.version(), "Thủ tục đã đổi"));
        assign(id);
        h2.actAs("responder");
        draft(id, "Thời hạn là 5 ngày.", "Thời hạn là 5 ngày làm việc.", PROCEDURE);
        // Until the new one is public, readers read the old one.
        assertThat(changedOn(id)).isNotEqualTo(LocalDate.MIN);
        approveAndAnswer(id);
        assertThat(changedOn(id)).isNotEqualTo(LocalDate.MIN);
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));

        assertThat(changedOn(id)).isEqualTo(LocalDate.MIN);
        assertThat(queue(InboxQuery.View.TO_REVIEW)).isEmpty();
    }

    @Test
    void readersAreToldWhatTheAnswerRestsOnThatTheyRead() {
        var id = published();
        h2.deed(id, (desk, sheet) -> desk.reopen(id, sheet.unit(), sheet.version(), "Sót một ý"));
        assign(id);
        h2.actAs("responder");
        draft(
                id,
                "Thời hạn là 5 ngày.",
                "Thời hạn là 5 ngày làm việc.",
                new Basis.Source("article", "7", "/tin-tuc/7", "Rút ngắn thời hạn"));
        approveAndAnswer(id);
        assertThat(basis(id)).containsExactly("/thu-tuc/1.004794");

        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        assertThat(basis(id)).containsExactly("/tin-tuc/7");
        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Lộ người hỏi"));
        assertThat(basis(id)).isEmpty();
    }

    /** What the migration does with what is there: answers that wait for no publication, and publications without a number. */
    @Test
    void whatWasPublishedBeforeIsKnownToTellItsAnswer() throws IOException {
        var id = published();
        h2.clock().pass(Duration.ofDays(1));
        h2.deed(id, (desk, sheet) -> desk.reopen(id, sheet.unit(), sheet.version(), "Sót một ý"));
        assign(id);
        h2.actAs("responder");
        draft(id, "Thời hạn là 5 ngày.", "Thời hạn là 5 ngày làm việc.");
        approveAndAnswer(id);
        var report = h2.send("error-report");
        h2.answer(report);
        var spoiled = "update inbox_submission set due_step = 'PUBLISH', due_day = date '2026-06-03'";
        h2.database().inTransaction(em -> {
            em.createNativeQuery("update inbox_publication set answer_number = 0")
                    .executeUpdate();
            em.createNativeQuery(spoiled).executeUpdate();
        });
        assertThat(basis(id)).isEmpty();

        var written = Files.readString(Path.of("src/main/resources/db/migration/V045__inbox_publications.sql"));
        for (var statement : written.split(";\n")) {
            if (!statement.contains("alter table")) {
                h2.database()
                        .inTransaction(em -> em.createNativeQuery(statement).executeUpdate());
            }
        }

        assertThat(basis(id)).containsExactly("/thu-tuc/1.004794");
        var still = h2.ask(desk -> desk.repository.find(id).orElseThrow());
        assertThat(still.getDueDay()).isEqualTo(LocalDate.of(2026, 6, 3));
        var none = h2.ask(desk -> desk.repository.find(report).orElseThrow());
        assertThat(none.getDueDay()).isEqualTo(Submission.NEVER);
        assertThat(none.getDueStep()).isNull();
    }

    private List<String> basis(long id) {
        return h2.ask(desk -> desk.service.basis(id).stream()
                .map(each -> each.source().path())
                .toList());
    }

    // Promises

    @Test
    void whatIsPromisedIsShownWhenItIsDueAndUntilItIsDone() {
        var id = published();
        h2.actAs("responder");
        h2.work(
                id,
                (work, sheet) ->
                        work.promise(id, sheet.unit(), sheet.version(), "20/6/2026", "Lắp ram dốc ở cửa chính"));

        assertThat(h2.track(id).promise()).isEqualTo("20/06/2026");
        assertThat(h2.track(id).steps().getLast().target()).isEqualTo("20/06/2026");
        assertThat(queue(InboxQuery.View.PROMISED)).isEmpty();
        h2.clock().pass(Duration.ofDays(20));
        assertThat(queue(InboxQuery.View.PROMISED)).containsExactly(id);
        assertThat(dossier(id).promiseDue()).isTrue();

        h2.work(id, (work, sheet) -> work.fulfil(id, sheet.unit(), sheet.version(), "Đã lắp ngày 19/6"));
        assertThat(queue(InboxQuery.View.PROMISED)).isEmpty();
        assertThat(h2.track(id).promise()).isEmpty();
    }

    /** The sender is told at once: nothing is promised that nobody has approved. */
    @Test
    void nothingIsPromisedBeforeTheAnswerIsSent() {
        var id = h2.send("question");
        h2.work(id, (work, sheet) -> work.assign(id, sheet.unit(), sheet.version(), "van-phong", ""));
        h2.actAs("responder");
        h2.draft(id, "<p>Sẽ lắp ram dốc.</p>", "", "", "");
        assertPromisesNothing(id);
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        assertPromisesNothing(id);

        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        assertThat(h2.open(id).may()).contains(InboxDeed.PROMISE);
        h2.work(id, (work, sheet) -> work.promise(id, sheet.unit(), sheet.version(), "20/6/2026", "Lắp ram dốc"));
        assertThat(h2.track(id).promise()).isEqualTo("20/06/2026");
    }

    private void assertPromisesNothing(long id) {
        assertThat(h2.open(id).may()).doesNotContain(InboxDeed.PROMISE);
        assertThatThrownBy(() -> h2.work(
                        id, (work, sheet) -> work.promise(id, sheet.unit(), sheet.version(), "20/6/2026", "Lắp")))
                .hasMessage(InboxStep.NO_SUCH_STEP);
        assertThat(h2.track(id).promise()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "31/5/2026, inbox.error.dayPast",
        "31/6/2026, inbox.error.day",
        "mai, inbox.error.day",
        "'', inbox.error.day"
    })
    void aPromiseNamesADayToCome(String day, String reason) {
        var id = published();

        assertThatThrownBy(
                        () -> h2.work(id, (work, sheet) -> work.promise(id, sheet.unit(), sheet.version(), day, "Sửa")))
                .hasMessage(reason);
    }

    @Test
    void whoSaysThatAPromiseWasNotKeptHasItTakenUpAgain() {
        var id = published();
        h2.clock().pass(Duration.ofDays(30));
        var code = h2.code(id);
        h2.act(desk -> desk.service.rate(code, InboxOnH2.PHONE, Submission.Rating.PROMISED));
        h2.act(desk -> desk.service.rate(code, InboxOnH2.PHONE, Submission.Rating.PROMISED));

        assertThat(h2.state(id)).isEqualTo(InboxState.IN_WORK);
        var submission = h2.ask(desk -> desk.repository.find(id).orElseThrow());
        assertThat(submission.getClockFrom()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(submission.getRating()).isEqualTo(Submission.Rating.PROMISED);
        assertThat(queue(InboxQuery.View.OBJECTED)).containsExactly(id);
        assertThat(queue(InboxQuery.View.WRITTEN)).containsExactly(id);
        assertThat(h2.open(id).steps()).extracting(InboxDeskService.Step::deed).containsOnlyOnce(InboxDeed.REMIND);
    }

    // Colleagues

    @Test
    void whoIsNamedInANoteFindsItUntilTheyHaveSeenIt() {
        var id = h2.send("question");
        h2.letters().clear();
        h2.work(
                id,
                (work, sheet) -> work.note(
                        id, sheet.unit(), sheet.version(), "Nhờ @Approver xem giúp; thư gửi a@responder không tính"));

        assertThat(queue(InboxQuery.View.NAMED)).isEmpty();
        assertThat(h2.letters())
                .singleElement()
                .asString()
                .contains("inbox.named approver@example.vn")
                .doesNotContain("xem giúp");
        h2.actAs("approver");
        assertThat(queue(InboxQuery.View.NAMED)).containsExactly(id);
        assertThat(dossier(id).named()).isTrue();
        h2.act(desk -> desk.work.see(id, ""));
        assertThat(queue(InboxQuery.View.NAMED)).isEmpty();
    }

    /** An approver is asked in a note, and answers in one. */
    @Test
    void whoeverCanBeNamedInANoteCanNote() throws ReflectiveOperationException {
        var id = h2.send("question");
        h2.actAs(new Actor(
                "approver",
                Set.of(new Actor.Grant(Permission.READ_INBOX, ""), new Actor.Grant(Permission.APPROVE_ANSWERS, ""))));

        assertThat(h2.open(id).may()).contains(InboxDeed.NOTE).doesNotContain(InboxDeed.ASSIGN, InboxDeed.ASK_MORE);
        for (var service : List.of(InboxDeskService.class, InboxWorkService.class)) {
            var note = service.getMethod("note", long.class, String.class, long.class, String.class);
            assertThat(note.getAnnotation(Permit.class).value()).isEqualTo(Permission.READ_INBOX);
        }
    }

    @Test
    void nobodyIsNamedWhoMayNotSeeIt() {
        var id = h2.send("question");

        assertThatThrownBy(() ->
                        h2.work(id, (work, sheet) -> work.note(id, sheet.unit(), sheet.version(), "@thu.ha xem giúp")))
                .hasMessage("inbox.error.named");
    }

    /** Nobody knows by heart how the accounts of all colleagues are written. */
    @Test
    void whoMayBeGivenItIsOfferedByNameAndUnit() {
        var units = new LinkedHashMap<String, String>();
        units.put("van-phong", "Văn phòng Sở");
        units.put("thanh-tra", "Thanh tra");

        List<Dossier.Person> offered = h2.ask(desk -> desk.work.assignable(units, Words.VIETNAMESE));
        assertThat(offered)
                .containsExactly(
                        new Dossier.Person("approver", "approver – mọi đơn vị"),
                        new Dossier.Person("thu.ha", "Lê Thu Hà – Văn phòng Sở"),
                        new Dossier.Person("moderator", "moderator – mọi đơn vị"),
                        new Dossier.Person("responder", "responder – mọi đơn vị"));
    }

    @Test
    void aPersonOfTheUnitIsGivenIt() {
        var id = h2.send("question");
        h2.work(id, (work, sheet) -> work.assign(id, sheet.unit(), sheet.version(), "van-phong", "thu.ha"));

        h2.actAs("thu.ha");
        assertThat(queue(InboxQuery.View.MINE)).containsExactly(id);
        assertThat(h2.track(id).steps()).noneMatch(step -> step.text().contains("thu.ha"));
        assertThatThrownBy(() -> h2.work(
                        id, (work, sheet) -> work.assign(id, sheet.unit(), sheet.version(), "nghe-thuat", "thu.ha")))
                .hasMessage("inbox.error.person");
    }

    // Deeds on many

    @Test
    void aDeedOnManyIsTakenBackWhereNobodyHasGoneOn() {
        var one = h2.send("question");
        var two = h2.send("conduct-feedback");
        long bulk = h2.ask(desk -> desk.work.begin("", InboxDeed.ASSIGN));
        h2.act(desk -> desk.work.one(bulk, one, "", "van-phong", "thu.ha"));
        h2.act(desk -> desk.work.one(bulk, two, "", "van-phong", ""));
        h2.deed(two, (desk, sheet) -> desk.begin(two, sheet.unit(), sheet.version()));

        var lying = h2.ask(desk -> desk.work.lying(bulk));
        assertThat(lying).extracting(InboxWorkService.Lying::unit).containsOnly("van-phong");
        h2.act(desk -> desk.work.takeBack(bulk, one, "van-phong"));
        assertThatThrownBy(() -> h2.act(desk -> desk.work.takeBack(bulk, two, "van-phong")))
                .hasMessage("desk.undo.late");

        assertThat(h2.state(one)).isEqualTo(InboxState.RECEIVED);
        assertThat(h2.open(one))
                .extracting(InboxDeskService.Sheet::unit, InboxDeskService.Sheet::handler)
                .containsExactly("", "");
        assertThat(h2.track(one).steps())
                .as("what was taken back is no news to its sender")
                .extracting(Tracked.Step::deed)
                .containsExactly(InboxDeed.SUBMIT);
        assertThat(h2.track(two).steps())
                .extracting(Tracked.Step::deed)
                .containsExactly(InboxDeed.SUBMIT, InboxDeed.ASSIGN);
        assertThat(h2.state(two)).isEqualTo(InboxState.IN_WORK);
        assertThatThrownBy(() -> h2.act(desk -> desk.work.takeBack(bulk, one, "")))
                .hasMessage("desk.undo.late");
        h2.actAs("approver");
        assertThatThrownBy(() -> h2.ask(desk -> desk.work.lying(bulk))).hasMessage("desk.undo.late");
    }

    /** What is linked elsewhere still leads to it, as long as its title says at least what its address does. */
    @Test
    void anotherAnswerUnderTheSameTitleKeepsItsAddress() {
        var id = published();
        var address = h2.track(id).publicPath();
        h2.deed(id, (desk, sheet) -> desk.reopen(id, sheet.unit(), sheet.version(), "Thủ tục đã đổi"));
        published(id);

        assertThat(h2.track(id).publicPath()).isEqualTo(address);
    }

    private boolean isPublic(long id) {
        boolean isPublic = h2.ask(desk -> desk.repository.publication(id).isPresent());
        return isPublic;
    }

    /** An answer that was public is taken up again: whoever then takes the matter back or marks it private wants nothing of it to be read. */
    @Test
    void whatIsMarkedPrivateOrTakenBackLaterIsPublicNoMore() {
        var marked = published();
        h2.act(desk -> desk.service.object(h2.code(marked), InboxOnH2.PHONE, "o1", "Tôi hỏi về lệ phí."));
        assertThat(isPublic(marked)).isTrue();
        h2.actAs("moderator");
        h2.work(marked, (work, sheet) -> work.markPrivate(marked, sheet.unit(), sheet.version()));
        assertThat(isPublic(marked)).isFalse();

        var withdrawn = published(send("p2", Map.of()));
        h2.act(desk -> desk.service.object(h2.code(withdrawn), InboxOnH2.PHONE, "o2", "Tôi hỏi về lệ phí."));
        h2.act(desk -> desk.service.withdraw(h2.code(withdrawn), InboxOnH2.PHONE));
        assertThat(isPublic(withdrawn)).isFalse();
    }

    /** The page, its address and how many it helped would be gone, and no press brings them back. */
    @Test
    void whatIsPublicIsNotMarkedPrivateAmongMany() {
        var id = published();
        h2.act(desk -> desk.service.object(h2.code(id), InboxOnH2.PHONE, "o1", "Tôi hỏi về lệ phí."));
        h2.actAs("moderator");
        long bulk = h2.ask(desk -> desk.work.begin("", InboxDeed.MARK_PRIVATE));
        assertThatThrownBy(
                        () -> h2.act(desk -> desk.work.one(bulk, id, h2.open(id).unit(), "", "")))
                .hasMessage("inbox.error.onePublic");
        assertThat(isPublic(id)).isTrue();
    }

    /** A mark that was taken back leaves the unit that had it before. */
    @Test
    void takingAMarkBackLeavesTheUnitThatTheSenderWasTold() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        long bulk = h2.ask(desk -> desk.work.begin("van-phong", InboxDeed.MARK_PRIVATE));
        h2.act(desk -> desk.work.one(bulk, id, "van-phong", "", ""));
        h2.act(desk -> desk.work.takeBack(bulk, id, "van-phong"));

        assertThat(h2.track(id).steps())
                .extracting(Tracked.Step::deed)
                .containsExactly(InboxDeed.SUBMIT, InboxDeed.ASSIGN);
    }

    @Test
    void whatIsKeptPrivateByMistakeIsNotSoAnyMore() {
        var id = h2.send("question");
        long bulk = h2.ask(desk -> desk.work.begin("", InboxDeed.MARK_PRIVATE));
        h2.act(desk -> desk.work.one(bulk, id, "", "", ""));
        assertThat(h2.open(id).keepPrivate()).isTrue();

        h2.act(desk -> desk.work.takeBack(bulk, id, ""));
        assertThat(h2.open(id).keepPrivate()).isFalse();
        assertThat(h2.open(id).privateByOffice()).isFalse();
        assertThatThrownBy(() -> {
                    long other = h2.ask(desk -> desk.work.begin("", InboxDeed.MARK_GENUINE));
                    h2.act(desk -> desk.work.one(other, id, "", "", ""));
                })
                .hasMessage("inbox.error.notSuspect");
    }

    /** The sender objected, and what is public tells of somebody: nobody waits until there is another answer. */
    @Test
    void whatIsPublicCanBeTakenDownWhileItIsHandledOnceMore() {
        var id = published();
        assertThat(h2.open(id).may()).contains(InboxDeed.KEEP_PRIVATE).doesNotContain(InboxDeed.UNPUBLISH);
        var code = h2.code(id);
        h2.act(desk -> desk.service.object(code, InboxOnH2.PHONE, "o1", "Tôi hỏi về lệ phí."));
        assertThat(isPublic(id)).isTrue();
        assertThat(h2.open(id).may()).contains(InboxDeed.UNPUBLISH).doesNotContain(InboxDeed.KEEP_PRIVATE);
        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.unpublish(id, sheet.unit(), sheet.version(), " ")))
                .hasMessage("inbox.error.text");
        h2.letters().clear();

        h2.deed(id, (desk, sheet) -> desk.unpublish(id, sheet.unit(), sheet.version(), "Lộ tên người được nêu"));

        assertThat(isPublic(id)).isFalse();
        assertThat(h2.log()).containsExactly("PUBLISHED", "WITHDRAWN");
        assertThat(h2.state(id)).isEqualTo(InboxState.IN_WORK);
        assertThat(h2.open(id).steps().getLast())
                .extracting(InboxDeskService.Step::deed, InboxDeskService.Step::text)
                .containsExactly(InboxDeed.UNPUBLISH, "Lộ tên người được nêu");
        assertThat(h2.track(id).steps()).noneMatch(step -> step.deed() == InboxDeed.UNPUBLISH);
        assertThat(h2.letters()).isEmpty();
        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.unpublish(id, sheet.unit(), sheet.version(), "x")))
                .hasMessage("inbox.error.notPublic");
        published(id);
        assertThat(isPublic(id)).isTrue();
        h2.deed(id, (desk, sheet) -> desk.reopen(id, sheet.unit(), sheet.version(), "Thủ tục đã đổi"));
        h2.deed(id, (desk, sheet) -> desk.unpublish(id, sheet.unit(), sheet.version(), "Không còn đúng"));
        assertThat(isPublic(id)).isFalse();
        assertThat(h2.state(id)).isEqualTo(InboxState.RECEIVED);
    }

    /** What the office decided it may decide anew. */
    @Test
    void whatTheOfficeKeepsPrivateCanBecomePublicAgain() {
        var id = h2.send("question");
        h2.work(id, (work, sheet) -> work.markPrivate(id, sheet.unit(), sheet.version()));
        var part = h2.ask(desk ->
                desk.work.split(id, "", desk.desk.open(id, Words.VIETNAMESE).version(), "", "Phí?"));
        assertThat(h2.open(part).privateByOffice()).isTrue();
        assign(id);
        h2.actAs("responder");
        draft(id, "Thời hạn là 7 ngày.", "Thời hạn là 7 ngày làm việc.");
        approveAndAnswer(id);
        assertThat(h2.open(id).hindrances()).containsExactly("inbox.error.officePrivate");
        assertThatThrownBy(
                        () -> h2.work(id, (work, sheet) -> work.unmarkPrivate(id, sheet.unit(), sheet.version(), "")))
                .hasMessage("inbox.error.text");

        h2.work(id, (work, sheet) -> work.unmarkPrivate(id, sheet.unit(), sheet.version(), "Đánh dấu nhầm"));

        assertThat(h2.open(id).keepPrivate()).isFalse();
        assertThat(h2.track(id).steps()).noneMatch(step -> step.deed() == InboxDeed.UNMARK_PRIVATE);
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        assertThat(isPublic(id)).isTrue();
    }

    @Test
    void whatTheSenderAskedForTheOfficeDoesNotTakeAway() {
        var form = form("own", Map.of());
        h2.act(desk -> desk.submit(
                new NewSubmission(form.kind(), form.token(), form.values(), "", "", true, false, form.language())));
        var id = queue(InboxQuery.View.OPEN).getFirst();

        assertThat(h2.open(id).may()).doesNotContain(InboxDeed.MARK_PRIVATE, InboxDeed.UNMARK_PRIVATE);
        assertThatThrownBy(
                        () -> h2.work(id, (work, sheet) -> work.unmarkPrivate(id, sheet.unit(), sheet.version(), "x")))
                .hasMessage("inbox.error.notKeptByOffice");
        assertThat(h2.open(id).keepPrivate()).isTrue();
    }

    // Views

    @Test
    void whatIsDueThisWeekIsInItsView() {
        var id = h2.send("personal-data-request");
        assertThat(queue(InboxQuery.View.THIS_WEEK)).containsExactly(id);
        assign(id);
        // The answer is due in two weeks.
        assertThat(queue(InboxQuery.View.THIS_WEEK)).isEmpty();
        assertThat(queue(InboxQuery.View.NOBODYS)).containsExactly(id);
        h2.deed(id, (desk, sheet) -> desk.begin(id, sheet.unit(), sheet.version()));
        assertThat(queue(InboxQuery.View.NOBODYS)).isEmpty();
    }
}
