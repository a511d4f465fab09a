package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.SealedColumns;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/** How long it is known who sent something, and what is left afterwards. */
class RetentionTest {

    private final SendersOnH2 senders = new SendersOnH2();
    private final InboxOnH2 h2 = senders.h2;

    @AfterEach
    void close() {
        senders.close();
    }

    /** Answered, made public, and spoken of by the sender and by colleagues. */
    private long published() {
        var id = h2.send("question");
        var code = h2.code(id);
        h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t1", "Gọi tôi số 0912345678."));
        h2.deed(id, (desk, sheet) -> desk.note(id, sheet.unit(), sheet.version(), "Bà Lan gọi hai lần."));
        h2.answer(id);
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        h2.act(desk -> desk.service.rate(code, InboxOnH2.PHONE, Submission.Rating.ANSWERED));
        return id;
    }

    private void run() {
        senders.job().run();
    }

    /** At noon in Vietnam. */
    private void goTo(String day) {
        var noon = Instant.parse(day + "T05:00:00Z");
        h2.clock().pass(Duration.between(h2.clock().instant(), noon));
    }

    private Submission submission(long id) {
        return h2.ask(desk -> desk.repository.find(id)).orElseThrow();
    }

    @Test
    void itIsKeptForTheWholeTermAndNotADayLonger() {
        var id = published();

        goTo("2031-06-01");
        run();
        assertThat(submission(id).isAnonymous()).isFalse();

        goTo("2031-06-02");
        run();
        assertThat(submission(id).isAnonymous()).isTrue();
    }

    @Test
    void nothingIsLeftOfWhoSentItAndWhatTheyWrote() {
        var id = published();
        var code = h2.code(id);
        goTo("2031-06-02");
        run();

        for (var column : SealedColumns.all()) {
            var left = h2.database()
                    .ask(em -> ((Number) em.createNativeQuery("select count(*) from " + column.table()
                                            + " where " + column.column() + " <> ''"
                                            + (column.table().equals("inbox_event") ? " and deed <> 'ANONYMISE'" : ""))
                                    .getSingleResult())
                            .longValue());
            assertThat(left).as(column.toString()).isZero();
        }
        var left = submission(id);
        assertThat(left.getPhoneKey()).isEmpty();
        assertThat(left.getEmailKey()).isEmpty();
        var got1 = h2.ask(desk -> desk.service.track(code, InboxOnH2.PHONE, Words.VIETNAMESE));
        assertThat(got1).isEmpty();
        var got2 = h2.ask(desk -> desk.repository.events(id));
        assertThat(got2).allMatch(event -> event.getFormKey() == null);
        assertThat(senders.told).containsExactly(id);
        assertThat(senders.forgotten).containsExactly(InboxOnH2.EMAIL);
    }

    @Test
    void theStepsTheFiguresAndWhatIsPublicStay() {
        var id = published();
        var before = submission(id);
        var steps = h2.open(id).steps().stream()
                .map(step -> step.at() + " " + step.deed() + " " + step.to())
                .toList();
        var publication = h2.ask(desk -> desk.service.publication(id)).orElseThrow();

        goTo("2031-06-02");
        run();

        var after = submission(id);
        assertThat(after.getKind()).isEqualTo(before.getKind());
        assertThat(after.getState()).isEqualTo(InboxState.PUBLISHED);
        assertThat(after.getUnit()).isEqualTo(before.getUnit());
        assertThat(after.getReceivedAt()).isEqualTo(before.getReceivedAt());
        assertThat(after.getAnsweredAt()).isEqualTo(before.getAnsweredAt());
        assertThat(after.getRating()).isEqualTo(Submission.Rating.ANSWERED);
        assertThat(after.getConsentVersion()).isEqualTo("2026-01");
        assertThat(after.getUpdatedAt()).isEqualTo(before.getUpdatedAt());
        var sheet = h2.open(id);
        assertThat(sheet.subject()).isEqualTo("[đã ẩn danh]");
        assertThat(sheet.steps().stream().map(step -> step.at() + " " + step.deed() + " " + step.to()))
                .startsWith(steps.toArray(String[]::new))
                .hasSize(steps.size() + 1);
        assertThat(sheet.steps().getLast().deed()).isEqualTo(InboxDeed.ANONYMISE);
        assertThat(sheet.steps().getLast().text()).startsWith("Đã lưu đủ 60 tháng sau bước cuối cùng.");
        var now = h2.ask(desk -> desk.service.publication(id)).orElseThrow();
        assertThat(now.getQuestion()).isEqualTo(publication.getQuestion());
        assertThat(now.getAnswerHtml()).isEqualTo(publication.getAnswerHtml());
        var got3 = h2.ask(desk -> desk.repository.submissions());
        assertThat(got3).isEqualTo(1);
    }

    @Test
    void whatIsPublicMayStillBeTakenBackAndNothingElseBeDone() {
        var id = published();
        goTo("2031-06-02");
        run();

        assertThatThrownBy(
                        () -> h2.deed(id, (desk, sheet) -> desk.reopen(id, sheet.unit(), sheet.version(), "Xem lại")))
                .hasMessage("inbox.error.anonymous");
        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Sai"));
        var got4 = h2.ask(desk -> desk.service.publication(id));
        assertThat(got4).isEmpty();
    }

    @Test
    void whatIsInWorkIsKeptHoweverOld() {
        var id = h2.send("question");

        goTo("2040-01-01");
        run();

        assertThat(submission(id).isAnonymous()).isFalse();
        assertThat(senders.told).isEmpty();
    }

    @Test
    void anAnswerThatNobodyDecidedAboutStaysWithTheOffice() {
        var id = h2.send("question");
        h2.answer(id);

        goTo("2031-06-02");
        run();
        h2.act(desk -> new InboxClocks(desk.repository, desk.inbox).reckonAgain(desk.legal.law(), "x"));

        assertThat(submission(id).getState()).isEqualTo(InboxState.KEPT_PRIVATE);
        assertThat(submission(id).getDueDay()).isEqualTo(Submission.NEVER);
    }

    @Test
    void eachStandsInTheAuditAndASecondRunFindsNothing() {
        var id = published();
        goTo("2031-06-02");
        run();
        run();

        assertThat(senders.audit()).containsExactly("minhbach RetentionService.anonymise " + id);
        assertThat(senders.told).hasSize(1);
    }

    @Test
    void withoutAKeyNothingIsLetGoOf() {
        var id = published();
        goTo("2040-01-01");

        var due = senders.retention(DataKeys.of(KeyRing.EMPTY), service -> service.due(0));
        senders.retention(DataKeys.of(KeyRing.EMPTY), service -> {
            service.anonymise(id);
            return true;
        });

        assertThat(due).isEmpty();
        assertThat(submission(id).isAnonymous()).isFalse();
        assertThat(h2.open(id).text()).isEqualTo("Giấy phép tổ chức triển lãm mất bao lâu?");
    }

    @Test
    void theOfficeIsToldThirtyDaysBefore() {
        published();

        goTo("2031-05-02");
        var got5 = senders.retention(RetentionService::soon);
        assertThat(got5).isZero();
        goTo("2031-05-03");
        var got6 = senders.retention(RetentionService::soon);
        assertThat(got6).isEqualTo(1);
        var got7 = senders.retention(RetentionService::outlook);
        assertThat(got7)
                .filteredOn(each -> each.soon() > 0)
                .containsExactly(new RetentionService.Outlook("Câu hỏi", 60, 1));

        goTo("2031-06-02");
        run();
        var got8 = senders.retention(RetentionService::soon);
        assertThat(got8).isZero();
        var got9 = senders.retention(RetentionService::anonymous);
        assertThat(got9).isEqualTo(1);
    }

    @Test
    void theNewestTermThatIsInForceCounts() {
        var id = published();
        var row = rows().stream()
                .filter(each -> each.get(RetentionStore.OF).equals("question"))
                .findFirst()
                .orElseThrow();
        var typed = new HashMap<>(row.values());
        typed.put(RetentionStore.MONTHS, "2");
        typed.put(RetentionStore.FROM, "01/09/2026");
        h2.database()
                .inTransaction(em -> InboxRulesService.over(
                                em, () -> InboxOnH2.everywhere("m"), h2.clock(), h2.new Desk(em).inbox)
                        .addRetention(typed));

        goTo("2026-08-20");
        run();
        assertThat(submission(id).isAnonymous()).isFalse();
        goTo("2026-09-01");
        run();
        assertThat(submission(id).isAnonymous()).isTrue();
    }

    private static final String SOON = "inbox.error.retention.soon";

    private <T> T rules(Function<InboxRulesService, T> work) {
        return h2.database()
                .ask(em -> work.apply(InboxRulesService.over(
                        em, () -> InboxOnH2.everywhere("m"), h2.clock(), h2.new Desk(em).inbox)));
    }

    /** The term of questions that comes with the portal, with other words. */
    private Map<String, String> term(String months, String from, String applied) {
        var typed = new HashMap<>(ofQuestions().values());
        typed.put(RetentionStore.MONTHS, months);
        typed.put(RetentionStore.FROM, from);
        typed.put(RetentionStore.APPLIED, applied);
        return typed;
    }

    private vn.minhbach.desk.KeptRow ofQuestions() {
        return rows().stream()
                .filter(each -> each.get(RetentionStore.OF).equals("question"))
                .findFirst()
                .orElseThrow();
    }

    /** What is let go of is gone: nobody shortens a term to let go of something at once, by whatever way. */
    @Test
    void aShorterTermBeginsNoSoonerThanInAWeek() {
        var row = ofQuestions();

        for (var from : List.of("01/06/2026", "07/06/2026")) {
            assertThatThrownBy(() -> rules(service -> service.addRetention(term("59", from, YesNo.YES))))
                    .as(from)
                    .hasMessage(SOON);
        }
        assertThatThrownBy(() -> rules(service ->
                        service.changeRetention(row.id(), row.version(), term("1", "01/01/2026", YesNo.YES))))
                .hasMessage(SOON);

        rules(service -> service.addRetention(term("59", "08/06/2026", YesNo.YES)));
        rules(service -> service.addRetention(term("61", "02/06/2026", YesNo.YES)));
        rules(service -> service.addRetention(term("1", "02/01/2020", YesNo.NO)));
        assertThat(rows())
                .filteredOn(each -> each.get(RetentionStore.OF).equals("question"))
                .hasSize(4);
    }

    @Test
    void noWayRoundLeadsToAShorterTermAtOnce() {
        // Of before; whatever stands behind it is longer.
        rules(service -> service.addRetention(term("1", "02/01/2020", YesNo.YES)));
        var row = rows().stream()
                .filter(each -> each.get(RetentionStore.OF).equals("question")
                        && each.get(RetentionStore.MONTHS).equals("60"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> rules(service -> service.removeRetention(row.id())))
                .hasMessage(SOON);
        assertThatThrownBy(() -> rules(service ->
                        service.changeRetention(row.id(), row.version(), term("60", "01/01/2026", YesNo.NO))))
                .hasMessage(SOON);
        assertThatThrownBy(() -> rules(service ->
                        service.changeRetention(row.id(), row.version(), term("60", "01/01/2027", YesNo.YES))))
                .hasMessage(SOON);
        var other = new HashMap<>(row.values());
        other.put(RetentionStore.OF, "error-report");
        other.put(RetentionStore.FROM, "02/01/2026");
        assertThatThrownBy(() -> rules(service -> service.changeRetention(row.id(), row.version(), other)))
                .hasMessage(SOON);
    }

    @Test
    void theScreenSaysHowManyATermWillReach() {
        published();
        goTo("2026-06-20");
        rules(service -> service.addRetention(term("1", "01/08/2026", YesNo.YES)));

        var coming = senders.retention(RetentionService::coming);

        assertThat(coming).containsExactly(new RetentionService.Coming("Câu hỏi", LocalDate.parse("2026-08-01"), 1, 1));
        goTo("2026-08-01");
        var none = senders.retention(RetentionService::coming);
        assertThat(none).isEmpty();
    }

    @Test
    void aKindWithoutATermIsKeptForGood() {
        var id = published();
        rows().forEach(row -> h2.database()
                .inTransaction(em -> InboxRulesService.over(
                                em, () -> InboxOnH2.everywhere("m"), h2.clock(), h2.new Desk(em).inbox)
                        .removeRetention(row.id())));

        goTo("2090-01-01");
        run();

        assertThat(submission(id).isAnonymous()).isFalse();
    }

    private List<vn.minhbach.desk.KeptRow> rows() {
        return h2.database()
                .ask(em -> InboxRulesService.over(
                                em, () -> InboxOnH2.everywhere("m"), h2.clock(), h2.new Desk(em).inbox)
                        .retentionRows());
    }

    @Test
    void moreThanOneLookFindsAreAllDone() {
        for (var i = 0; i < 51; i++) {
            var id = h2.send("question");
            h2.deed(id, (desk, sheet) -> desk.refuse(id, sheet.unit(), sheet.version(), "Quảng cáo"));
            h2.clock().pass(Duration.ofSeconds(1));
        }
        goTo("2031-06-03");

        run();

        assertThat(senders.told).hasSize(51);
    }

    /** One that cannot be let go of would else be the first again every night. */
    @Test
    void oneThatFailsHoldsUpNoOtherAndIsTold() {
        var ids = new ArrayList<Long>();
        for (var i = 0; i < 53; i++) {
            var id = h2.send("question");
            h2.deed(id, (desk, sheet) -> desk.refuse(id, sheet.unit(), sheet.version(), "Quảng cáo"));
            h2.clock().pass(Duration.ofSeconds(1));
            ids.add(id);
        }
        goTo("2031-06-03");

        senders.job(id -> id == ids.getFirst() || id == ids.get(2)).run();

        assertThat(submission(ids.getFirst()).isAnonymous()).isFalse();
        assertThat(submission(ids.get(1)).isAnonymous()).isTrue();
        assertThat(submission(ids.getLast()).isAnonymous()).isTrue();
        assertThat(senders.troubles)
                .containsExactly(
                        "inbox-retention job.trouble.retention [2, " + ids.getFirst() + ", " + ids.get(2) + "]");
        run();
        assertThat(submission(ids.getFirst()).isAnonymous()).isTrue();
        assertThat(senders.troubles).isEmpty();
    }

    @Test
    void whatWasTakenUpAgainMeanwhileStays() {
        var id = published();
        goTo("2031-06-02");
        var due = senders.retention(service -> service.due(0));
        assertThat(due).containsExactly(id);
        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Sai"));

        senders.retention(service -> {
            service.anonymise(id);
            return true;
        });

        assertThat(submission(id).isAnonymous()).isFalse();
    }

    /** Whoever came from the search may have typed their own number there; where they came from goes with them. */
    @Test
    void thePageItIsAboutIsKeptWithoutItsQueryAndGoesWithTheSender() {
        var form = InboxOnH2.form("question", "t", "Hỏi");
        var key = h2.ask(desk -> desk.submit(new NewSubmission(
                "question", form.token(), form.values(), "/tim-kiem?q=001085012345", "", false, false, "vi")));
        var id = h2.ask(desk -> desk.repository.byForm(key).orElseThrow().number());
        assertThat(submission(id).getPage()).isEqualTo("/tim-kiem");
        h2.deed(id, (desk, sheet) -> desk.refuse(id, sheet.unit(), sheet.version(), "Quảng cáo"));

        goTo("2031-06-03");
        run();

        assertThat(submission(id).getPage()).isEmpty();
    }

    /** Whoever adds a day to the term must come to the same day: the first on which it may go. */
    @Test
    void theDayInTheReasonIsTheDayOfTheJob() {
        var rule =
                h2.database().ask(em -> new InboxRowRepository(em).retentions().getFirst());
        var last = Instant.parse("2026-08-31T16:59:00Z");
        var until = rule.until(last);

        assertThat(last).isBefore(rule.before(until));
        assertThat(last).isAfterOrEqualTo(rule.before(until.minusDays(1)));
        assertThat(Time.date(until)).isEqualTo("31/08/2031");
    }
}
