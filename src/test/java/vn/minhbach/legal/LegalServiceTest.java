package vn.minhbach.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.desk.RowField;
import vn.minhbach.shared.RuleBrokenException;

/** The limits and the calendar that come with the portal, and what happens when the office changes them. */
class LegalServiceTest {

    private static final Actor LAN = new Actor("lan", Set.of(new Actor.Grant(Permission.KEEP_LEGAL_RULES, "")));
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private final TestDatabase database = TestDatabase.create();
    private final Values values = new Values();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    private final class Listener implements ClockUser {

        @Override
        public Map<String, String> kinds() {
            return Map.of("question", "Câu hỏi", "error-report", "Báo lỗi nội dung");
        }

        @Override
        public void reckonAgain(Law law, String why) {
            told.add(why + " → "
                    + law.reckoner()
                            .reckon(new Limit(1, Limit.Unit.WORKING, ""), JUNE)
                            .due());
        }
    }

    private <T> T ask(Function<LegalService, T> work) {
        return database.ask(em -> work.apply(LegalService.over(
                em,
                () -> LAN,
                new SetClock(Instant.parse("2026-06-01T01:00:00Z")),
                new Derived<>(values),
                List.of(new Listener()))));
    }

    private static Map<String, String> day(String day) {
        return Map.of(
                "day",
                day,
                "kind",
                "OFF",
                "title",
                "nghỉ đột xuất",
                "basis",
                "Công điện 1/CĐ-TTg",
                "certainty",
                "VERIFIED",
                "counted",
                "YES");
    }

    private static Map<String, String> rule(String kind, String step, String from) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "step",
                step,
                "length",
                "10",
                "unit",
                "WORKING",
                "basis",
                "Quyết định 1/QĐ-TTg",
                "certainty",
                "VERIFIED",
                "applied",
                "YES",
                "from",
                from));
    }

    @Test
    void theLimitsOfEachKindComeWithThePortal() {
        var law = ask(LegalService::law);

        assertThat(law.rule("question", TimeRule.Step.ANSWER, JUNE)
                        .orElseThrow()
                        .limit())
                .isEqualTo(new Limit(15, Limit.Unit.WORKING, "Nghị định 43/2011/NĐ-CP, Điều 17"));
        assertThat(law.rule("conduct-feedback", TimeRule.Step.REFUSE, JUNE)
                        .orElseThrow()
                        .limit()
                        .length())
                .isEqualTo(2);
        assertThat(law.rule("rule-feedback", TimeRule.Step.ANSWER, JUNE)
                        .orElseThrow()
                        .limit()
                        .length())
                .as("of two that are kept, the one that is applied")
                .isEqualTo(15);
        assertThat(law.rule("information-request", TimeRule.Step.TELL, JUNE)
                        .orElseThrow()
                        .limit()
                        .length())
                .isEqualTo(3);
        assertThat(law.rule("personal-data-request", TimeRule.Step.ANSWER, JUNE)
                        .orElseThrow()
                        .limit()
                        .unit())
                .isEqualTo(Limit.Unit.CALENDAR);
        assertThat(law.rule("personal-data-request", TimeRule.Step.ANSWER, LocalDate.of(2025, 12, 31)))
                .as("the law is in force since 2026")
                .isEmpty();
    }

    @Test
    void theCalendarOf2026ComesWithThePortal() {
        var calendar = ask(LegalService::law).calendar();

        assertThat(calendar.plus(LocalDate.of(2026, 2, 13), 1)).isEqualTo(LocalDate.of(2026, 2, 23));
        assertThat(calendar.isWorking(LocalDate.of(2026, 8, 22))).isTrue();
        assertThat(calendar.isWorking(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(calendar.isWorking(LocalDate.of(2026, 11, 24)))
                .as("kept, not counted while nobody has seen the decision")
                .isTrue();
    }

    @Test
    void whoHasDueDaysIsToldOfANewHolidayAndReckonsWithIt() {
        var id = ask(service -> service.addDay(day("02/06/2026")));
        assertThat(told).containsExactly("Lịch làm việc thay đổi: 02/06/2026 (nghỉ đột xuất) → 2026-06-03");

        var removal = ask(service -> service.removeDay(id)).orElseThrow();
        assertThat(told).last().asString().endsWith("→ 2026-06-02");

        ask(service -> service.undoDay(removal.entry()));
        assertThat(told).last().asString().endsWith("→ 2026-06-03");
        assertThat(ask(service -> service.dayRow(id)).orElseThrow().get("day")).isEqualTo("2026-06-02");
    }

    @Test
    void aDayStandsInTheCalendarOnce() {
        assertThatThrownBy(() -> ask(service -> service.addDay(day("02/09/2026"))))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("legal.error.day");
    }

    /** An extension is added to the days of the answer: fifteen days to fifteen working days would be neither. */
    @Test
    void anExtensionIsCountedInTheDaysOfTheAnswer() {
        var extension = rule("error-report", "EXTEND", "01/01/2026");
        assertThatThrownBy(() -> ask(service -> service.addRule(extension)))
                .hasMessage("legal.error.extensionUnit")
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        broken -> assertThat(broken.field()).isEqualTo("unit"));

        extension.put("unit", "CALENDAR");
        ask(service -> service.addRule(extension));
        var answer = ask(LegalService::ruleRows).stream()
                .filter(row -> row.get("kind").equals("error-report")
                        && row.get("step").equals("ANSWER"))
                .findFirst()
                .orElseThrow();
        var changed = new HashMap<>(answer.values());
        changed.put("unit", "WORKING");
        assertThatThrownBy(() -> ask(service -> service.changeRule(answer.id(), answer.version(), changed)))
                .hasMessage("legal.error.extensionUnit");
    }

    @Test
    void twoLimitsForOneStepDoNotApplyAtOnce() {
        assertThatThrownBy(() -> ask(service -> service.addRule(rule("question", "ANSWER", "01/01/2027"))))
                .hasMessage("legal.error.overlap");

        var old = ask(service -> service.ruleRows().stream()
                        .filter(row -> row.get("kind").equals("question")
                                && row.get("step").equals("ANSWER"))
                        .findFirst())
                .orElseThrow();
        var ended = new HashMap<>(old.values());
        ended.put("from", "01/01/2020");
        ended.put("until", "31/12/2026");
        ask(service -> service.changeRule(old.id(), old.version(), ended));
        ask(service -> service.addRule(rule("question", "ANSWER", "01/01/2027")));

        var law = ask(LegalService::law);
        assertThat(law.rule("question", TimeRule.Step.ANSWER, LocalDate.of(2026, 12, 31))
                        .orElseThrow()
                        .limit()
                        .length())
                .isEqualTo(15);
        assertThat(law.rule("question", TimeRule.Step.ANSWER, LocalDate.of(2027, 1, 1))
                        .orElseThrow()
                        .limit()
                        .length())
                .isEqualTo(10);
    }

    @Test
    void whatIsTypedWrongIsRefusedAtItsField() {
        var kind = rule("complaint", "ANSWER", "01/01/2027");
        assertThatThrownBy(() -> ask(service -> service.addRule(kind))).hasMessage("row.error.choice");
        var length = rule("error-report", "REFUSE", "01/01/2027");
        length.put("length", "0");
        assertThatThrownBy(() -> ask(service -> service.addRule(length))).hasMessage("legal.error.length");
        var until = rule("error-report", "REFUSE", "01/01/2027");
        until.put("until", "31/12/2026");
        assertThatThrownBy(() -> ask(service -> service.addRule(until))).hasMessage("legal.error.until");
    }

    @Test
    void everythingThatTheScreensSayHasWords() {
        var wanted = new ArrayList<String>();
        for (var screen : Map.of(
                        CalendarDayStore.KIND, CalendarDayStore.FIELDS, TimeRuleStore.KIND, TimeRuleStore.FIELDS)
                .entrySet()) {
            var own = "row." + screen.getKey() + ".";
            wanted.addAll(List.of(own + "title", own + "add", own + "change", own + "text", own + "name"));
            for (RowField field : screen.getValue()) {
                wanted.add("history." + screen.getKey() + "." + field.name());
                if (field.helped()) {
                    wanted.add(own + field.name() + ".help");
                }
                field.choices().forEach(choice -> wanted.add(own + field.name() + "." + choice));
            }
        }
        assertThat(ResourceBundle.getBundle("vn.minhbach.messages", Locale.of("vi"))
                        .keySet())
                .containsAll(wanted);
    }
}
