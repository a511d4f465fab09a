package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.To;
import vn.minhbach.shared.Faults;
import vn.minhbach.shared.Time;
import vn.minhbach.web.PortalUrl;

/** Who is told of due days, when, and that it is told once. What is assigned on Monday 1 June 2026 is to be answered by Monday the 22nd. */
class InboxRemindersTest {

    private final InboxOnH2 h2 = new InboxOnH2();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Sent> news = new ArrayList<>();
    private boolean mailOn = true;
    private boolean mailTaken = true;
    private List<To> staff = List.of(To.of("hai@example.gov.vn", "Trần Văn Hải"));

    /** A letter that was taken. */
    private record Sent(String kind, To to, Map<String, String> gaps) {}

    @AfterEach
    void close() {
        h2.close();
    }

    private final class Mail extends Outbox {

        @Override
        public boolean isOn() {
            return mailOn;
        }

        @Override
        public boolean send(To to, String kind, Map<String, String> given) {
            if (mailOn && mailTaken) {
                (kind.equals(InboxLetters.WORK) ? news : sent).add(new Sent(kind, to, new HashMap<>(given)));
            }
            return mailOn && mailTaken;
        }
    }

    private void with(Consumer<InboxReminderService> work) {
        h2.database().ask(em -> {
            var desk = h2.new Desk(em);
            work.accept(new InboxReminderService(
                    new InboxReminderRepository(em),
                    desk.repository,
                    desk.inbox,
                    InboxOnH2.staff(staff),
                    new InboxUnits() {
                        @Override
                        LinkedHashMap<String, String> names() {
                            return new LinkedHashMap<>(Map.of("van-phong", "Văn phòng Sở"));
                        }
                    },
                    desk.legal,
                    new Mail(),
                    new PortalUrl("https://cong.example.gov.vn")));
            return true;
        });
    }

    /** What the job does on a morning. */
    private void morning(String day) {
        h2.morning(day);
        with(InboxReminderService::remindStaff);
        with(InboxReminderService::tellNews);
        var late = new ArrayList<Long>();
        with(service -> late.addAll(service.late()));
        late.forEach(id -> with(service -> service.tellSender(id)));
    }

    private long assigned() {
        return assigned("question");
    }

    private long assigned(String kind) {
        var id = h2.send(kind);
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        sent.clear();
        return id;
    }

    private List<String> kinds() {
        return sent.stream().map(Sent::kind).toList();
    }

    @Test
    void whoeverHasItIsRemindedThreeWorkingDaysBeforeAndOnTheDay() {
        var id = assigned();

        morning("06-16");
        assertThat(sent).isEmpty();
        morning("06-17");
        assertThat(kinds()).containsExactly(InboxLetters.REMINDER);
        assertThat(sent.getFirst().to().address()).isEqualTo("hai@example.gov.vn");
        assertThat(sent.getFirst().gaps().get(InboxLetters.MATTERS))
                .isEqualTo("Số " + id + " – Câu hỏi – Trả lời: còn 5 ngày (22/06/2026)"
                        + " https://cong.example.gov.vn/quan-tri/hop-thu/xem?ma=" + id);
        morning("06-17");
        morning("06-19");
        assertThat(sent).hasSize(1);
        morning("06-22");
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().gaps().get(InboxLetters.MATTERS)).contains("Trả lời: hôm nay (22/06/2026)");
        morning("06-23");
        morning("06-26");
        assertThat(sent).hasSize(2);
        assertThat(h2.open(id).steps())
                .extracting(InboxDeskService.Step::deed)
                .containsExactly(InboxDeed.SUBMIT, InboxDeed.ASSIGN, InboxDeed.REMIND_STAFF, InboxDeed.REMIND_STAFF);
        assertThat(h2.track(id).steps())
                .extracting(Tracked.Step::deed)
                .as("reminders are the office's own")
                .containsExactly(InboxDeed.SUBMIT, InboxDeed.ASSIGN);
    }

    @Test
    void theDayOfAPromiseIsRemindedOfLikeADueDay() {
        var id = h2.send("question");
        h2.answer(id);
        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Không ai cần"));
        h2.work(id, (work, sheet) -> work.promise(id, sheet.unit(), sheet.version(), "22/6/2026", "Lắp ram dốc"));
        sent.clear();

        morning("06-16");
        assertThat(sent).isEmpty();
        morning("06-17");
        assertThat(kinds()).containsExactly(InboxLetters.REMINDER);
        assertThat(sent.getFirst().gaps().get(InboxLetters.MATTERS))
                .isEqualTo("Số " + id + " – Câu hỏi – Hẹn thực hiện: còn 5 ngày (22/06/2026)"
                        + " https://cong.example.gov.vn/quan-tri/hop-thu/xem?ma=" + id);
        morning("06-19");
        assertThat(sent).hasSize(1);
        morning("06-22");
        morning("06-23");
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().gaps().get(InboxLetters.MATTERS)).contains("Hẹn thực hiện: hôm nay (22/06/2026)");
        assertThat(h2.open(id).steps())
                .filteredOn(step -> step.deed() == InboxDeed.REMIND_STAFF)
                .extracting(InboxDeskService.Step::text)
                .containsExactly("Hẹn thực hiện: còn 5 ngày (22/06/2026)", "Hẹn thực hiện: hôm nay (22/06/2026)");
    }

    @Test
    void ofWhatIsKeptNobodyIsReminded() {
        var id = h2.send("question");
        h2.answer(id);
        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Không ai cần"));
        h2.work(id, (work, sheet) -> work.promise(id, sheet.unit(), sheet.version(), "22/6/2026", "Lắp ram dốc"));
        h2.work(id, (work, sheet) -> work.fulfil(id, sheet.unit(), sheet.version(), "Đã lắp"));
        sent.clear();

        morning("06-22");
        assertThat(sent).isEmpty();
    }

    @Test
    void howLongBeforeIsARule() {
        assigned();
        h2.act(desk -> {
            var rule = desk.legal.ruleRows().stream()
                    .filter(row -> row.get("kind").equals("question")
                            && row.get("step").equals("REMIND"))
                    .findFirst()
                    .orElseThrow();
            var changed = new HashMap<>(rule.values());
            changed.put("length", "5");
            desk.legal.changeRule(rule.id(), rule.version(), changed);
        });

        morning("06-12");
        assertThat(sent).isEmpty();
        morning("06-15");
        assertThat(sent).hasSize(1);
    }

    @Test
    void whoHasManyGetsOneLetterThatNamesNobody() {
        var ids = new ArrayList<Long>();
        for (var i = 0; i < 25; i++) {
            ids.add(assigned());
            h2.clock().pass(Duration.ofSeconds(1));
        }

        morning("06-22");
        assertThat(sent).hasSize(1);
        var told = sent.getFirst().gaps().get(InboxLetters.MATTERS);
        assertThat(told).contains("Số " + ids.getFirst() + " ", "… và 15 việc khác.");
        assertThat(told).hasSizeLessThanOrEqualTo(2_000);
        assertThat(sent.toString())
                .doesNotContain("Lan", "Hàng Bè", "0912", InboxOnH2.EMAIL, "triển lãm", h2.code(ids.getFirst()));
        morning("06-22");
        assertThat(sent).hasSize(1);
    }

    @Test
    void whenNobodyCanBeToldItIsToldOnceSomebodyCan() {
        assigned();
        staff = List.of();
        morning("06-22");
        mailOn = false;
        staff = List.of(To.of("hai@example.gov.vn", "Hải"), To.of("mai@example.gov.vn", "Mai"));
        morning("06-23");
        mailOn = true;
        mailTaken = false;
        morning("06-24");
        assertThat(sent).isEmpty();

        mailTaken = true;
        morning("06-25");
        assertThat(sent).extracting(letter -> letter.to().name()).containsExactly("Hải", "Mai");
        assertThat(sent.getFirst().gaps().get(InboxLetters.MATTERS)).contains("quá hạn 3 ngày");
    }

    @Test
    void anotherDueDayIsRemindedOfAgain() {
        var id = assigned("information-request");
        morning("06-22");
        assertThat(kinds()).containsExactly(InboxLetters.REMINDER);
        h2.deed(id, (desk, sheet) -> desk.extend(id, sheet.unit(), sheet.version(), "Phải tìm trong kho"));
        morning("06-23");
        assertThat(sent).hasSize(1);

        // Two working days before Monday 13 July.
        morning("07-09");
        assertThat(kinds()).containsExactly(InboxLetters.REMINDER, InboxLetters.REMINDER);
    }

    @Test
    void theSenderIsToldEverySevenDaysWhileItIsLate() {
        var id = assigned();
        staff = List.of();

        morning("06-28");
        assertThat(sent).isEmpty();
        morning("06-29");
        assertThat(kinds()).containsExactly(InboxLetters.LATE);
        var letter = sent.getFirst();
        assertThat(letter.to().address()).isEqualTo(InboxOnH2.EMAIL);
        assertThat(letter.gaps())
                .containsEntry(InboxLetters.DAYS_LATE, "7")
                .containsEntry(InboxLetters.DUE, "22/06/2026")
                .containsEntry(InboxLetters.CODE, new TrackingCode(h2.code(id)).grouped());
        assertThat(letter.gaps().get(InboxLetters.TEXT))
                .contains("Văn phòng Sở", "7 ngày một lần", "Thông tư 02/2017/TT-VPCP");
        morning("06-29");
        morning("07-05");
        assertThat(sent).hasSize(1);
        morning("07-06");
        assertThat(sent).hasSize(2);
        assertThat(h2.track(id).steps().getLast().deed()).isEqualTo(InboxDeed.TELL_LATE);
        assertThat(h2.track(id).steps().getLast().text()).startsWith("Quá hạn 14 ngày (hạn trả lời: 22/06/2026).");
        assertThat(h2.open(id).steps().getLast().actor()).isEqualTo("minhbach");
    }

    /** Nobody waits in silence, of whatever kind it is; where the law says nothing of that, by the office's own rule. */
    @ParameterizedTest
    @ValueSource(strings = {"error-report", "information-request", "personal-data-request"})
    void theSenderIsToldOfWhateverKindItIs(String kind) {
        assigned(kind);
        staff = List.of();

        morning("06-30");
        assertThat(kinds()).containsExactly(InboxLetters.LATE);
        assertThat(sent.getFirst().gaps().get(InboxLetters.TEXT))
                .contains("Văn phòng Sở", "7 ngày một lần", "Quy định nội bộ của cơ quan");
        morning("07-07");
        assertThat(sent).hasSize(2);
    }

    @Test
    void afterFiveWeeksInWhichThePortalWasDownOneNoticeIsSent() {
        assigned();
        staff = List.of();

        morning("07-29");
        assertThat(kinds()).containsExactly(InboxLetters.LATE);
        assertThat(sent.getFirst().gaps()).containsEntry(InboxLetters.DAYS_LATE, "37");
        morning("08-02");
        assertThat(sent).hasSize(1);
        morning("08-03");
        assertThat(sent)
                .as("the next stands in the row of those that were missed")
                .hasSize(2);
    }

    @Test
    void whoGaveNoAddressReadsItWhereTheyFollowIt() {
        var form = new NewSubmission(
                "question",
                "t",
                Map.of(AskedField.TEXT, "Hỏi", AskedField.NAME, "Lan", AskedField.PHONE, InboxOnH2.PHONE),
                "",
                "",
                false,
                false,
                "en");
        var key = h2.ask(desk -> desk.submit(form));
        var id = h2.ask(desk -> desk.repository.byForm(key).orElseThrow().number());
        staff = List.of();

        morning("06-29");
        assertThat(sent).isEmpty();
        assertThat(h2.track(id).steps().getLast().text())
                .as("in the language in which it was sent")
                .startsWith("7 days late (due 22/06/2026).")
                .contains("The reception desk");
        morning("06-30");
        assertThat(h2.track(id).steps()).hasSize(2);
    }

    @Test
    void nobodyIsToldOfWhatWaitsForTheSenderOrIsAnswered() {
        var asked = assigned();
        h2.deed(asked, (desk, sheet) -> desk.askMore(asked, sheet.unit(), sheet.version(), "Địa điểm?"));
        h2.clock().pass(Duration.ofSeconds(1));
        var answered = h2.send("question");
        h2.answer(answered);
        staff = List.of();
        sent.clear();

        morning("07-29");
        assertThat(sent).isEmpty();
    }

    @Test
    void whatTheOutboxDoesNotTakeIsOwed() {
        assigned();
        staff = List.of();
        mailTaken = false;
        morning("06-29");
        mailTaken = true;
        morning("06-30");

        assertThat(kinds()).containsExactly(InboxLetters.LATE);
        assertThat(sent.getFirst().gaps()).containsEntry(InboxLetters.DAYS_LATE, "8");
    }

    private void add(long id, String text) {
        var code = h2.code(id);
        h2.act(desk ->
                desk.service.add(code, InboxOnH2.PHONE, "token" + h2.clock().instant(), text));
    }

    private List<String> newspapers() {
        return news.stream()
                .map(letter -> letter.gaps().get(InboxLetters.MATTERS))
                .toList();
    }

    @Test
    void whatIsGivenAndWhatASenderWritesIsToldOnceOnTheNextMorning() {
        var given = assigned();
        h2.clock().pass(Duration.ofSeconds(1));
        var begun = assigned();
        h2.actAs("responder");
        h2.deed(begun, (desk, sheet) -> desk.begin(begun, sheet.unit(), sheet.version()));
        morning("06-02");
        morning("06-02");
        morning("06-03");
        assertThat(newspapers()).containsExactly("Số " + given + " – Câu hỏi – mới giao");
        assertThat(news.getFirst().to().address()).isEqualTo("hai@example.gov.vn");

        // After the letters of that day; what was told before is not told again.
        add(begun, "Nguyễn Thị Lan gửi thêm ảnh.");
        morning("06-03");
        assertThat(news).hasSize(1);
        morning("06-04");
        morning("06-05");
        assertThat(newspapers()).hasSize(2);
        assertThat(newspapers().getLast()).isEqualTo("Số " + begun + " – Câu hỏi – người gửi vừa viết");
        assertThat(news.toString()).doesNotContain("Lan", "0912", InboxOnH2.EMAIL, h2.code(begun));

        add(begun, "Và một ảnh nữa.");
        add(given, "Tôi cũng gửi ảnh.");
        h2.deed(given, (desk, sheet) -> desk.assign(given, sheet.unit(), sheet.version(), "van-phong"));
        morning("06-06");
        assertThat(newspapers().getLast())
                .isEqualTo("Số " + given + " – Câu hỏi – mới giao, người gửi vừa viết\nSố " + begun
                        + " – Câu hỏi – người gửi vừa viết");
        assertThat(h2.open(given).steps())
                .as("letters of the morning are no steps")
                .extracting(InboxDeskService.Step::deed)
                .doesNotContain(InboxDeed.REMIND_STAFF);
    }

    /** Whoever answered by it looks at it again, without looking for it. */
    @Test
    void whereWhatAnAnswerRestsOnChangedIsToldOnceUntilItIsConfirmed() {
        var id = assigned();
        h2.actAs("responder");
        h2.draft(
                id,
                SaidOfDeed.answer("Bảy ngày.", "Thời hạn", "Mất bao lâu?", "Bảy ngày."),
                List.of(Basis.Source.procedure("1.004794")));
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        changed("1.004794");
        morning("06-02");
        assertThat(news).as("no answer was sent yet").isEmpty();
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        var line = "Số " + id + " – Câu hỏi – căn cứ của câu trả lời đã thay đổi";

        morning("06-03");
        assertThat(newspapers()).as("it changed before the answer was sent").containsExactly(line);
        changed("1.004794");
        changed("1.004794");
        changed("1.000000");
        morning("06-04");
        morning("06-05");
        assertThat(newspapers()).containsExactly(line, line);

        changed("1.004794");
        h2.clock().pass(Duration.ofMinutes(1));
        h2.work(id, (work, sheet) -> work.confirm(id, sheet.unit(), sheet.version(), ""));
        morning("06-06");
        assertThat(news).hasSize(2);
        changed("1.004794");
        morning("06-07");
        assertThat(newspapers()).containsExactly(line, line, line);
    }

    private void changed(String procedure) {
        h2.clock().pass(Duration.ofMinutes(1));
        h2.database().inTransaction(em -> new ChangeLog(em, h2.clock()).published("procedure", procedure));
    }

    @Test
    void whoeverTakesItThemselvesOrWasFasterIsToldNothing() {
        var own = h2.send("question");
        h2.work(own, (work, sheet) -> work.assign(own, sheet.unit(), sheet.version(), "van-phong", "moderator"));
        h2.clock().pass(Duration.ofSeconds(1));
        var done = assigned();
        add(done, "Thêm ảnh.");
        h2.deed(done, (desk, sheet) -> desk.begin(done, sheet.unit(), sheet.version()));

        morning("06-02");
        assertThat(news).isEmpty();
    }

    @Test
    void newsThatCouldNotBeToldAreToldLaterButNotAfterAWeek() {
        mailOn = false;
        assigned();
        morning("06-02");
        mailOn = true;
        mailTaken = false;
        morning("06-03");
        staff = List.of();
        mailTaken = true;
        morning("06-04");
        assertThat(news).isEmpty();
        staff = List.of(To.of("hai@example.gov.vn", "Hải"), To.of("mai@example.gov.vn", "Mai"));
        morning("06-05");
        assertThat(news).extracting(letter -> letter.to().name()).containsExactly("Hải", "Mai");

        mailOn = false;
        var old = assigned();
        morning("06-13");
        mailOn = true;
        morning("06-14");
        assertThat(newspapers())
                .filteredOn(text -> text.contains("Số " + old + " "))
                .isEmpty();
    }

    /** A job that was missed is caught up when the portal runs again, which may be in the night. */
    @Test
    void whatComesBetweenANightlyRunAndTheMorningIsNotForgotten() {
        var id = assigned();
        var night = LocalDate.parse("2026-06-02").atTime(3, 0).atZone(Time.ZONE).toInstant();
        h2.clock().pass(Duration.between(h2.clock().instant(), night));
        with(InboxReminderService::tellNews);
        assertThat(news)
                .as("what came after the last morning is for the next one")
                .isEmpty();
        add(id, "Thêm ảnh.");
        morning("06-02");
        assertThat(newspapers()).containsExactly("Số " + id + " – Câu hỏi – mới giao, người gửi vừa viết");
    }

    @Test
    void whoHasMuchThatIsNewIsToldHowMuch() {
        for (var i = 0; i < 12; i++) {
            assigned();
            h2.clock().pass(Duration.ofSeconds(1));
        }
        morning("06-02");
        assertThat(newspapers()).hasSize(1);
        assertThat(newspapers().getFirst()).endsWith("… và 2 việc khác.");
    }

    @Test
    void ofTwoNodesOneIsFaster() {
        var id = assigned();
        var day = LocalDate.of(2026, 6, 29);
        Consumer<InboxReminder.Occasion> add = occasion -> h2.database().ask(em -> {
            new InboxReminderRepository(em).add(new InboxReminder(id, occasion, day, Instant.EPOCH));
            return true;
        });
        add.accept(InboxReminder.Occasion.LATE);
        assertThatCode(() -> add.accept(InboxReminder.Occasion.DUE)).doesNotThrowAnyException();

        assertThatThrownBy(() -> add.accept(InboxReminder.Occasion.LATE))
                .satisfies(thrown -> assertThat(Faults.isCollision(thrown)).isTrue());
    }

    @Test
    void whatFailsForOneSenderKeepsNobodyElseFromHearing() {
        var told = new ArrayList<Long>();
        var job = new InboxReminders();
        job.service = new InboxReminderService() {
            @Override
            public void remindStaff() {
                throw new IllegalStateException("Hỏng");
            }

            @Override
            public void tellNews() {
                told.add(0L);
            }

            @Override
            public List<Long> late() {
                return List.of(1L, 2L, 3L);
            }

            @Override
            public void tellSender(long id) {
                if (id == 2) {
                    throw new IllegalStateException("Hỏng");
                }
                told.add(id);
            }
        };

        assertThatThrownBy(job::run).hasMessage("Hỏng");
        assertThat(told).containsExactly(0L, 1L, 3L);
    }
}
