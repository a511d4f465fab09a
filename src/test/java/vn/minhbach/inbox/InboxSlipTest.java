package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.RefusedException;
import vn.minhbach.desk.TooMuchTypedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/** What somebody takes down is kept while it is typed: for them alone, sealed, and until they file it. */
class InboxSlipTest {

    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String OTHER = "BBBBBBBBBBBBBBBBBBBBBB";
    private static final Map<String, String> TYPED =
            Map.of("channel", "PHONE", "noi-dung", "Bà Nguyễn Thị Lan hỏi mất bao lâu", "dien-thoai", InboxOnH2.PHONE);

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private void type(String token, Map<String, String> values) {
        h2.act(desk -> desk.slips.keep("question", token, values));
    }

    private Optional<InboxSlipService.Kept> mine() {
        return h2.ask(desk -> desk.slips.mine("question"));
    }

    private void file(String token) {
        var form = InboxOnH2.form("question", token, "Bà Nguyễn Thị Lan hỏi mất bao lâu");
        h2.ask(desk -> desk.work.takeDown(
                "", form, new Intake(InboxChannel.PHONE, desk.inbox.today(), Intake.Consent.SPOKEN, "")));
    }

    @Test
    void whatIsTypedIsThereAgainForWhoeverTypedItAndNobodyElse() {
        type(TOKEN, Map.of("noi-dung", "Bà"));
        type(TOKEN, TYPED);

        var kept = mine().orElseThrow();
        assertThat(kept.token()).isEqualTo(TOKEN);
        assertThat(kept.values()).isEqualTo(TYPED);
        assertThat(kept.at()).isEqualTo(h2.clock().instant());
        assertThat(kept.toString()).doesNotContain("Lan", TOKEN);
        var other = h2.ask(desk -> desk.slips.mine("conduct"));
        assertThat(other).isEmpty();
        h2.actAs("other");
        assertThat(mine()).isEmpty();
    }

    @Test
    void whatIsKeptLiesSealed() {
        type(TOKEN, TYPED);

        var rows = h2.database()
                .ask(em -> em.createNativeQuery("select * from inbox_slip").getResultList().stream()
                        .map(row -> Arrays.toString((Object[]) row))
                        .toList()
                        .toString());
        assertThat(rows).contains("e2:k1:").doesNotContain("Lan", "0912", "PHONE", TOKEN);
    }

    @Test
    void whatWasFiledDoesNotComeBack() {
        type(TOKEN, TYPED);
        file(TOKEN);
        assertThat(mine()).isEmpty();
        // On its way while the button was pressed.
        assertThatThrownBy(() -> type(TOKEN, TYPED))
                .isInstanceOf(RuleBrokenException.class)
                .isNotInstanceOf(TooMuchTypedException.class)
                .hasMessage("inbox.error.slipFiled");
        assertThat(mine()).isEmpty();

        type(OTHER, TYPED);
        assertThat(mine().orElseThrow().token()).isEqualTo(OTHER);
    }

    @Test
    void whatWasFiledBeforeAnythingWasKeptDoesNotComeBackEither() {
        file(TOKEN);
        assertThatThrownBy(() -> type(TOKEN, TYPED)).hasMessage("inbox.error.slipFiled");
    }

    @Test
    void anotherPageDoesNotWriteOverWhatIsBegun() {
        type(TOKEN, TYPED);
        assertThatThrownBy(() -> type(OTHER, Map.of("noi-dung", "Việc khác"))).hasMessage("inbox.error.slipOther");
        assertThat(mine().orElseThrow().values()).isEqualTo(TYPED);

        // Nor is it given up by a page that shows another one, or none of it left when that one is filed.
        assertThatThrownBy(() -> h2.act(desk -> desk.slips.drop("question", OTHER)))
                .hasMessage("inbox.error.slipOther");
        file(OTHER);
        assertThat(mine().orElseThrow().values()).isEqualTo(TYPED);

        h2.act(desk -> desk.slips.drop("question", TOKEN));
        type(OTHER, Map.of("noi-dung", "Việc khác"));
        assertThat(mine().orElseThrow().token()).isEqualTo(OTHER);
    }

    /** Two pages of one slip: filed on the one, with a word changed on the other. */
    @Test
    void oneSlipIsFiledOnce() {
        type(TOKEN, TYPED);
        file(TOKEN);
        var changed = InboxOnH2.form("question", TOKEN, "Bà Nguyễn Thị Lan hỏi mất bao nhiêu");

        assertThatThrownBy(() -> h2.ask(desk -> desk.work.takeDown(
                        "", changed, new Intake(InboxChannel.PHONE, desk.inbox.today(), Intake.Consent.SPOKEN, ""))))
                .hasMessage("inbox.error.slipFiled");
    }

    @Test
    void whatIsNoMarkOfAFormIsNotKept() {
        for (var token : new String[] {"", "x".repeat(400), "AAAAAAAAAAAAAAAAAAAAA="}) {
            assertThatThrownBy(() -> type(token, TYPED)).hasMessage("enclosure.error.form");
        }
        assertThat(mine()).isEmpty();
    }

    @Test
    void onlyWhoTakesDownKeepsAnythingAndNoMoreThanAFormHolds() {
        assertThatThrownBy(() -> type(TOKEN, Map.of("noi-dung", "x".repeat(50_000))))
                .isInstanceOf(TooMuchTypedException.class);
        assertThatThrownBy(() -> h2.act(desk -> desk.slips.keep("no-such-kind", TOKEN, TYPED)))
                .isInstanceOf(NotFoundException.class);
        h2.actAs(new Actor("guest", java.util.Set.of()));
        assertThatThrownBy(() -> type(TOKEN, TYPED)).isInstanceOf(RefusedException.class);
        assertThat(mine()).isEmpty();
    }

    @Test
    void whatNobodyCameBackForIsForgotten() {
        type(TOKEN, TYPED);
        h2.clock().pass(InboxDraftService.KEPT.plusDays(1));
        h2.act(desk -> desk.drafts.forgetOld());
        assertThat(mine()).isEmpty();
    }
}
