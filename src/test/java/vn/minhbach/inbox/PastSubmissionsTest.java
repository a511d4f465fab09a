package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.inbox.PastSubmissions.Done;
import vn.minhbach.shared.Time;

/** What was sent and answered before the portal was there stands under its own days. */
class PastSubmissionsTest {

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    @Test
    void eachDeedStandsUnderItsMomentAndNobodyGetsALetter() {
        var received = InboxOnH2.NOW.minus(Duration.ofDays(40));
        var answered = InboxOnH2.NOW.minus(Duration.ofDays(30));
        var id = h2.ask(desk -> desk.past.take(
                InboxOnH2.form("question", "past", "Giấy phép tổ chức triển lãm mất bao lâu?"),
                received,
                List.of(
                        Done.by("bich.ngoc", InboxDeed.ASSIGN, received.plusSeconds(60), SaidOfDeed.unit("van-phong")),
                        Done.by(
                                "thu.ha",
                                InboxDeed.DRAFT,
                                answered,
                                SaidOfDeed.answer("Bảy ngày.", "Bao lâu?", "Mất bao lâu?", "Bảy ngày.")),
                        Done.by("quang.vinh", InboxDeed.APPROVE, answered, SaidOfDeed.NOTHING),
                        Done.by("thu.ha", InboxDeed.ANSWER, answered, SaidOfDeed.NOTHING),
                        Done.by("quang.vinh", InboxDeed.PUBLISH, answered, SaidOfDeed.NOTHING),
                        Done.rated(Submission.Rating.ANSWERED, answered.plusSeconds(60)))));

        var sheet = h2.open(id);
        assertThat(sheet.receivedAt()).isEqualTo(received);
        assertThat(sheet.state()).isEqualTo(InboxState.PUBLISHED);
        assertThat(sheet.rating()).isEqualTo(Submission.Rating.ANSWERED);
        assertThat(sheet.steps()).extracting(InboxDeskService.Step::at).contains(received, answered);
        assertThat(sheet.steps()).extracting(InboxDeskService.Step::actor).contains("", "bich.ngoc", "quang.vinh");
        assertThat(h2.letters()).isEmpty();
    }

    @Test
    void whatWasLeftLyingIsLate() {
        var received = InboxOnH2.NOW.minus(Duration.ofDays(40));
        var id = h2.ask(
                desk -> desk.past.take(InboxOnH2.form("question", "late", "Bao giờ có kết quả?"), received, List.of()));

        var due = h2.ask(desk -> desk.repository.find(id).orElseThrow().getDueDay());
        assertThat(due).isBefore(Time.day(InboxOnH2.NOW));
    }
}
