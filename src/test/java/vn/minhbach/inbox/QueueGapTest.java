package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.desk.ListState;

/** Whoever works through a list of the inbox goes on where they were, whatever became of the list. */
class QueueGapTest {

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private List<Long> send(int many) {
        var sent = new ArrayList<Long>();
        for (var i = 0; i < many; i++) {
            sent.add(h2.send("question"));
            h2.clock().pass(Duration.ofSeconds(1));
        }
        return sent;
    }

    private InboxDeskService.Around around(long id, InboxQuery.View view, ListState state, QueueGap gap) {
        return h2.ask(desk -> desk.desk.around(id, view, "", "", state, gap));
    }

    private InboxDeskService.Around around(long id, InboxQuery.View view, QueueGap gap) {
        return around(id, view, new ListState("", "", false, 1), gap);
    }

    private static long number(InboxDeskService.@Nullable Neighbour neighbour) {
        return neighbour == null ? 0 : neighbour.id();
    }

    private static QueueGap gap(InboxDeskService.Around around) {
        return new QueueGap(number(around.before()), number(around.after()));
    }

    private void assign(long id) {
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
    }

    @Test
    void eachHasItsNeighboursInTheOrderOfTheList() {
        var sent = send(3);
        var first = around(sent.get(0), InboxQuery.View.NEW, QueueGap.NONE);
        assertThat(gap(first)).isEqualTo(new QueueGap(0, sent.get(1)));
        assertThat(first.place()).isEqualTo(1);
        assertThat(first.total()).isEqualTo(3);

        var second = around(sent.get(1), InboxQuery.View.NEW, QueueGap.NONE);
        assertThat(gap(second)).isEqualTo(new QueueGap(sent.get(0), sent.get(2)));
        assertThat(second.after())
                .extracting(InboxDeskService.Neighbour::subject)
                .isEqualTo("Hỏi thời hạn cấp giấy phép");
        var last = around(sent.get(2), InboxQuery.View.NEW, QueueGap.NONE);
        assertThat(gap(last)).isEqualTo(new QueueGap(sent.get(1), 0));

        var turned = around(
                sent.get(0), InboxQuery.View.NEW, new ListState("", InboxQuery.BY_RECEIPT, true, 1), QueueGap.NONE);
        assertThat(gap(turned)).isEqualTo(new QueueGap(sent.get(1), 0));
    }

    @Test
    void whatADeedTookOutOfTheListIsFollowedByTheSameAsBefore() {
        var sent = send(4);
        var stood = gap(around(sent.get(1), InboxQuery.View.NEW, QueueGap.NONE));
        assign(sent.get(1));

        var now = around(sent.get(1), InboxQuery.View.NEW, stood);
        assertThat(gap(now)).isEqualTo(new QueueGap(sent.get(0), sent.get(2)));
        assertThat(now.place()).isZero();
        assertThat(now.total()).isEqualTo(3);
        assertThat(gap(around(sent.get(1), InboxQuery.View.NEW, QueueGap.NONE))).isEqualTo(QueueGap.NONE);
    }

    @Test
    void whatADeedMovedToTheEndOfTheListIsFollowedByTheSameAsBefore() {
        var sent = send(3);
        var stood = gap(around(sent.get(0), InboxQuery.View.OPEN, QueueGap.NONE));
        // The answer is due later than the decision who has it.
        assign(sent.get(0));
        assertThat(gap(around(sent.get(0), InboxQuery.View.OPEN, QueueGap.NONE)))
                .isEqualTo(new QueueGap(sent.get(2), 0));

        assertThat(gap(around(sent.get(0), InboxQuery.View.OPEN, stood))).isEqualTo(new QueueGap(0, sent.get(1)));
    }

    @Test
    void whatColleaguesDidMeanwhileIsPassedOver() {
        var sent = send(5);
        var stood = gap(around(sent.get(1), InboxQuery.View.NEW, QueueGap.NONE));
        assign(sent.get(1));
        assign(sent.get(2));
        assertThat(gap(around(sent.get(1), InboxQuery.View.NEW, stood)))
                .isEqualTo(new QueueGap(sent.get(0), sent.get(3)));

        assign(sent.get(0));
        assertThat(gap(around(sent.get(1), InboxQuery.View.NEW, stood)))
                .as("both are gone")
                .isEqualTo(new QueueGap(0, sent.get(3)));
    }

    @Test
    void whatCameMeanwhileBehindTheLastIsNext() {
        var sent = send(2);
        var stood = gap(around(sent.get(1), InboxQuery.View.NEW, QueueGap.NONE));
        assertThat(stood.after()).isZero();
        var fresh = h2.send("question");

        assertThat(gap(around(sent.get(1), InboxQuery.View.NEW, stood))).isEqualTo(new QueueGap(sent.get(0), fresh));
    }

    @Test
    void whatOneDoesNotSeeIsNoNeighbour() {
        var sent = send(3);
        assign(sent.get(0));
        assign(sent.get(2));
        h2.actAs(InboxOnH2.at("clerk", "van-phong"));

        var stood = around(sent.get(0), InboxQuery.View.OPEN, QueueGap.NONE);
        assertThat(gap(stood)).isEqualTo(new QueueGap(0, sent.get(2)));
        assertThat(stood.total()).isEqualTo(2);
        assertThat(gap(around(sent.get(0), InboxQuery.View.OPEN, new QueueGap(0, sent.get(1)))))
                .as("a number that somebody wrote into the address")
                .isEqualTo(new QueueGap(0, sent.get(2)));
    }

    @Test
    void theListIsTheOneThatWasFiltered() {
        var sent = send(2);
        var other = h2.send("conduct-feedback");
        h2.clock().pass(Duration.ofSeconds(1));
        var third = h2.send("question");

        var found = h2.ask(desk -> desk.desk.around(
                sent.get(1),
                InboxQuery.View.OPEN,
                "question",
                "",
                new ListState("", "received", false, 1),
                QueueGap.NONE));
        assertThat(gap(found)).isEqualTo(new QueueGap(sent.get(0), third));
        var words = around(
                sent.get(1), InboxQuery.View.OPEN, new ListState("trien lam", "received", false, 1), QueueGap.NONE);
        assertThat(gap(words)).isEqualTo(new QueueGap(sent.get(0), other));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ''", "17, 0, '&truoc=17'", "0, 21, '&sau=21'", "17, 21, '&truoc=17&sau=21'"})
    void itStandsInTheAddress(long before, long after, String query) {
        assertThat(new QueueGap(before, after).query()).isEqualTo(query);
    }
}
