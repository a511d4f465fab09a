package vn.minhbach.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import vn.minhbach.desk.ListState;
import vn.minhbach.procedure.Agencies;
import vn.minhbach.procedure.Channel;
import vn.minhbach.procedure.Procedure;
import vn.minhbach.procedure.ProcedureContent;
import vn.minhbach.procedure.ProcedureRecord;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.procedure.ProcedureStatus;
import vn.minhbach.procedure.ServiceLevel;
import vn.minhbach.procedure.SourceText;
import vn.minhbach.procedure.Way;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Words;

/** The desk of the quality of data in the server: a page is checked against its source, and what is accepted stays so until that changes. */
@ArquillianTest
class QualityServiceIT {

    @Inject
    QualityService quality;

    @Inject
    ProcedureService procedures;

    @Inject
    Clock clock;

    /** The page says one day, its source four. */
    @Test
    void aFindingIsListedUntilItIsAcceptedAndAgainWhenItsSourceChanges() {
        procedures.add(new Procedure(record("9.000071", "Đăng ký thả đèn trời"), clock.instant()));
        source("9.000071", "44 Ngày làm việc");
        checkAll();
        var row = row("thả đèn trời");
        assertEquals(Fault.INVENTED_WORDS, row.fault());
        assertTrue(row.shown().contains("33 ngày"));
        assertTrue(quality.counts().containsKey(Fault.INVENTED_WORDS));

        assertThrows(RuleBrokenException.class, () -> quality.accept(row.id(), "  "));
        quality.accept(row.id(), "Nguồn ghi nhầm, đã báo cơ quan công bố");
        assertThrows(RuleBrokenException.class, () -> quality.accept(row.id(), "Lần nữa"));
        assertTrue(numbers("thả đèn trời").isEmpty());

        var accepted = quality.accepted().stream()
                .filter(one -> one.getCode().equals("9.000071"))
                .findFirst()
                .orElseThrow();
        var withdrawn = quality.withdraw(accepted.getId()).orElseThrow();
        assertFalse(numbers("thả đèn trời").isEmpty());
        assertEquals("Đăng ký thả đèn trời", quality.restore(withdrawn.entry()));
        assertThrows(RuleBrokenException.class, () -> quality.restore(withdrawn.entry()));
        assertTrue(numbers("thả đèn trời").isEmpty());

        source("9.000071", "55 Ngày làm việc");
        checkAll();
        assertFalse(numbers("thả đèn trời").isEmpty(), "what was accepted is not what is there now");

        source("9.000071", "33 Ngày làm việc");
        checkAll();
        assertTrue(numbers("thả đèn trời").isEmpty(), "nothing is wrong any more");
        assertFalse(quality.isDue());
    }

    private void source(String code, String time) {
        procedures.keepSource(
                code,
                new SourceText(Map.of(
                        "title",
                        "Đăng ký thả đèn trời",
                        "methods",
                        "Hình thức nộp\nThời gian\nPhí, lệ phí\nMô tả\nTrực tiếp\n" + time + "\nMiễn phí",
                        "agency",
                        "Sở Lễ hội")));
    }

    private void checkAll() {
        while (quality.check() > 0) {
            // Until nothing is due any more.
        }
    }

    private QualityRow row(String title) {
        return quality.row(numbers(title).getFirst()).orElseThrow();
    }

    private List<Long> numbers(String filter) {
        return quality.numbers(new ListState(filter, "", false, 1), Words.VIETNAMESE);
    }

    private static ProcedureRecord record(String code, String title) {
        return new ProcedureRecord(
                code,
                title,
                "",
                "",
                List.of(),
                "",
                "Lễ hội",
                ServiceLevel.UNSTATED,
                ProcedureStatus.PUBLIC,
                null,
                null,
                "",
                new ProcedureContent(
                        "",
                        List.of(),
                        List.of(new Way(Channel.IN_PERSON, "33 Ngày làm việc", "Miễn phí", "")),
                        List.of(),
                        List.of(),
                        new Agencies("Sở Lễ hội", "", "", "", ""),
                        List.of(),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()));
    }
}
