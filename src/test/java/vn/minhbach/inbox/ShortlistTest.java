package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.desk.ListState;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/** What somebody has put on a list of their own. */
class ShortlistTest {

    private final SendersOnH2 senders = new SendersOnH2();
    private final InboxOnH2 h2 = senders.h2;

    @AfterEach
    void close() {
        senders.close();
    }

    private List<Long> list() {
        return h2.ask(desk -> desk.desk.numbers(InboxQuery.View.SHORTLIST, "", "", new ListState("", "", false, 1)));
    }

    private long count() {
        return h2.ask(desk -> desk.desk.count(InboxQuery.View.SHORTLIST));
    }

    private void put(long id) {
        var unit = h2.open(id).unit();
        h2.act(desk -> desk.shortlist.put(id, unit));
    }

    private long rows() {
        return h2.database()
                .ask(em -> ((Number) em.createNativeQuery("select count(*) from inbox_shortlist")
                                .getSingleResult())
                        .longValue());
    }

    private void assign(long id) {
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
    }

    private Set<Long> among(Long... ids) {
        return h2.ask(desk -> desk.shortlist.among(List.of(ids)));
    }

    @Test
    void whatOneHasPutThereOneFindsAndNobodyElse() {
        var one = h2.send("question");
        var other = h2.send("conduct-feedback");
        put(one);

        assertThat(list()).containsExactly(one);
        assertThat(count()).isEqualTo(1);
        assertThat(among(one, other)).containsExactly(one);
        h2.actAs("responder");
        assertThat(list()).isEmpty();
        assertThat(among(one, other)).isEmpty();
        put(other);
        assertThat(list()).containsExactly(other);
        h2.actAs("moderator");
        assertThat(list()).containsExactly(one);
    }

    @Test
    void pressedTwiceItIsThereOnceAndOffOnce() {
        var id = h2.send("question");
        put(id);
        put(id);
        assertThat(rows()).isEqualTo(1);

        h2.act(desk -> desk.shortlist.takeOff(id, ""));
        h2.act(desk -> desk.shortlist.takeOff(id, ""));
        assertThat(rows()).isZero();
        assertThat(list()).isEmpty();
    }

    @Test
    void whoTakesItOffLeavesItOnTheListsOfOthers() {
        var id = h2.send("question");
        put(id);
        h2.actAs("responder");
        put(id);
        h2.act(desk -> desk.shortlist.takeOff(id, ""));

        assertThat(list()).isEmpty();
        h2.actAs("moderator");
        assertThat(list()).containsExactly(id);
    }

    @Test
    void nothingIsWrittenDownOfItAndNothingMoves() {
        var id = h2.send("question");
        var before = h2.open(id);
        put(id);

        var after = h2.open(id);
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.steps()).isEqualTo(before.steps());
    }

    @Test
    void whatOneMayReadNoMoreIsGoneAndBackWithTheRight() {
        var id = h2.send("question");
        assign(id);
        h2.actAs(InboxOnH2.at("clerk", "van-phong"));
        put(id);
        assertThat(list()).containsExactly(id);

        h2.actAs("moderator");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "nghe-thuat"));
        h2.actAs(InboxOnH2.at("clerk", "van-phong"));
        assertThat(list()).isEmpty();
        assertThat(count()).isZero();
        assertThatThrownBy(() -> h2.act(desk -> desk.shortlist.put(id, "nghe-thuat")))
                .isInstanceOf(NotFoundException.class);
        var unit = h2.ask(desk -> desk.desk.unitOf(id));
        assertThat(unit).isEmpty();

        h2.actAs("moderator");
        assign(id);
        h2.actAs(InboxOnH2.at("clerk", "van-phong"));
        assertThat(list()).containsExactly(id);
    }

    @Test
    void thePlaceThatIsNamedIsTheOneWhereItLies() {
        var id = h2.send("question");
        assign(id);

        assertThatThrownBy(() -> h2.act(desk -> desk.shortlist.put(id, "")))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> h2.act(desk -> desk.shortlist.takeOff(id, "")))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void whatIsDoneLeavesTheListAndIsBackWhenItsSenderObjects() {
        var id = h2.send("question");
        put(id);
        h2.answer(id);
        h2.actAs("moderator");
        assertThat(list()).as("it may still become public").containsExactly(id);

        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        assertThat(list()).isEmpty();
        assertThat(count()).isZero();
        assertThat(among(id)).containsExactly(id);

        var code = h2.code(id);
        h2.act(desk -> desk.service.object(code, InboxOnH2.PHONE, "o1", "Tôi hỏi về lệ phí."));
        assertThat(list()).containsExactly(id);
    }

    @Test
    void whatIsDoneIsNotPutThereButCanBeTakenOff() {
        var id = h2.send("question");
        put(id);
        h2.deed(id, (desk, sheet) -> desk.refuse(id, sheet.unit(), sheet.version(), "Quảng cáo"));

        h2.act(desk -> desk.shortlist.takeOff(id, ""));
        assertThat(rows()).isZero();
        assertThatThrownBy(() -> put(id))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("inbox.error.shortlist");
    }

    @Test
    void whatWasJoinedToAnotherStaysOnTheListOfWhoChoseIt() {
        var main = h2.send("question");
        h2.clock().pass(Duration.ofSeconds(1));
        var later = h2.send("question");
        put(later);
        h2.work(later, (work, sheet) -> work.merge(later, sheet.unit(), sheet.version(), Long.toString(main)));

        assertThat(list()).containsExactly(later);
    }

    @Test
    void itGoesWhenNobodyIsToKnowWhoSentIt() {
        var id = h2.send("question");
        var other = h2.send("conduct-feedback");
        put(id);
        put(other);
        h2.actAs("responder");
        put(id);
        h2.deed(id, (desk, sheet) -> desk.refuse(id, sheet.unit(), sheet.version(), "Quảng cáo"));

        h2.clock().pass(Duration.ofDays(365 * 6));
        senders.job().run();

        assertThat(rows()).isEqualTo(1);
        h2.actAs("moderator");
        assertThat(among(id, other)).containsExactly(other);
    }

    @Test
    void itGoesWithTheSubmission() {
        var id = h2.send("question");
        put(id);

        h2.database().inTransaction(em -> {
            for (var table : List.of("inbox_event", "inbox_words")) {
                em.createNativeQuery("delete from " + table).executeUpdate();
            }
            em.createNativeQuery("delete from inbox_submission").executeUpdate();
        });

        assertThat(rows()).isZero();
    }
}
