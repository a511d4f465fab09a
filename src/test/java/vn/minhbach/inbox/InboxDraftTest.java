package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.SealedColumn;
import vn.minhbach.shared.NotFoundException;

/** What is kept of an answer before it is handed on: for whoever writes it alone, sealed, and until they hand it on. */
class InboxDraftTest {

    private static final SaidOfDeed TYPED = SaidOfDeed.answer(
            "<p>Chào bà Nguyễn Thị Lan, thời hạn là</p>", "Thời hạn", "Mất bao lâu?", "<p>Bảy ngày.</p>");

    private static final Basis.Source SOURCE =
            new Basis.Source("procedure", "1.000123", "/thu-tuc/1.000123", "Cấp giấy phép triển lãm");

    private final SendersOnH2 senders = new SendersOnH2();
    private final InboxOnH2 h2 = senders.h2;

    @AfterEach
    void close() {
        senders.close();
    }

    private long assigned() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.actAs("responder");
        return id;
    }

    private void type(long id, int base, SaidOfDeed said) {
        h2.act(desk -> desk.drafts.keepTyped(id, "van-phong", base, said));
    }

    private Optional<InboxDraftService.Kept> mine(long id) {
        return h2.ask(desk -> desk.drafts.mine(id));
    }

    private void handOn(long id) {
        h2.draft(id, TYPED, List.of(SOURCE));
    }

    private String rows() {
        return h2.database()
                .ask(em -> em.createNativeQuery("select * from inbox_draft").getResultList().stream()
                        .map(row -> java.util.Arrays.toString((Object[]) row))
                        .toList()
                        .toString());
    }

    @Test
    void whatIsTypedIsThereAgainForWhoeverTypedItAndNobodyElse() {
        var id = assigned();
        var before = h2.open(id);
        type(id, 0, SaidOfDeed.answer("<p>Chào</p>", "", "", ""));
        h2.clock().pass(Duration.ofSeconds(3));
        type(id, 0, TYPED);

        var kept = mine(id).orElseThrow();
        assertThat(kept.at()).isEqualTo(h2.clock().instant());
        assertThat(kept.answer()).isEqualTo(TYPED.answer());
        assertThat(kept.title()).isEqualTo("Thời hạn");
        assertThat(kept.question()).isEqualTo("Mất bao lâu?");
        assertThat(kept.publicAnswer()).isEqualTo("<p>Bảy ngày.</p>");
        assertThat(kept.basis()).isNull();
        assertThat(kept.toString()).doesNotContain("Lan");
        h2.actAs("approver");
        assertThat(mine(id)).isEmpty();

        var after = h2.open(id);
        assertThat(after.version()).as("it is no step").isEqualTo(before.version());
        assertThat(after.state()).isEqualTo(InboxState.ASSIGNED);
        assertThat(after.steps()).isEqualTo(before.steps());
        assertThat(after.answers()).isEmpty();
    }

    @Test
    void nothingOfItLiesOpen() {
        var id = assigned();
        type(id, 0, TYPED);

        assertThat(rows()).contains("e2:k1:").doesNotContain("Thị Lan", "Thời hạn", "bao lâu", "Bảy ngày");
        var columns = h2.database()
                .ask(em -> em.createNativeQuery("select column_name from information_schema.columns"
                                + " where lower(table_name) = 'inbox_draft' and lower(column_name) like '%sealed'")
                        .getResultList());
        assertThat(columns).hasSize(4);
        assertThat(new InboxSeals().columns())
                .as("so that another key seals it anew")
                .filteredOn(column -> column.table().equals("inbox_draft"))
                .extracting(SealedColumn::column)
                .containsExactlyInAnyOrderElementsOf(columns.stream()
                        .map(column -> column.toString().toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }

    @Test
    void whatItRestsOnIsKeptByButtonAndLeftByWhatIsTyped() {
        var id = assigned();
        h2.act(desk -> desk.drafts.keep(id, "van-phong", 0, TYPED, List.of(SOURCE)));
        type(id, 0, SaidOfDeed.answer("<p>Xin chào</p>", "", "", ""));
        assertThat(mine(id).orElseThrow().basis()).containsExactly(SOURCE);

        h2.act(desk -> desk.drafts.keep(id, "van-phong", 0, TYPED, List.of()));
        assertThat(mine(id).orElseThrow().basis())
                .as("nothing is another thing than not kept")
                .isEmpty();
    }

    @Test
    void whoHandsItOnHasItNoMoreAndOthersHaveTheirs() {
        var id = assigned();
        h2.actAs("moderator");
        type(id, 0, SaidOfDeed.answer("<p>Theo tôi</p>", "", "", ""));
        h2.actAs("responder");
        type(id, 0, TYPED);
        handOn(id);
        assertThat(mine(id)).isEmpty();
        h2.actAs("moderator");
        assertThat(mine(id).orElseThrow().base()).isZero();

        // The browser's last request was under way.
        h2.actAs("responder");
        assertThatThrownBy(() -> type(id, 0, TYPED)).hasMessage("inbox.error.draftOlder");
        assertThat(mine(id)).isEmpty();
        type(id, 1, SaidOfDeed.answer("<p>Bản thứ hai</p>", "", "", ""));
        assertThat(mine(id).orElseThrow().base()).isEqualTo(1);

        // Whoever did not write the newer one loses nothing.
        h2.actAs("moderator");
        type(id, 0, SaidOfDeed.answer("<p>Theo tôi thì</p>", "", "", ""));
        assertThat(mine(id).orElseThrow().answer()).isEqualTo("<p>Theo tôi thì</p>");
    }

    @Test
    void whatIsGivenUpIsGone() {
        var id = assigned();
        type(id, 0, TYPED);
        h2.act(desk -> desk.drafts.drop(id, "van-phong"));
        h2.act(desk -> desk.drafts.drop(id, "van-phong"));
        assertThat(mine(id)).isEmpty();
    }

    @Test
    void whereNoAnswerIsWrittenNoneIsKept() {
        var id = h2.send("question");
        assertThatThrownBy(() -> h2.act(desk -> desk.drafts.keepTyped(id, "", 0, TYPED)))
                .hasMessage(InboxStep.NO_SUCH_STEP);
        h2.actAs(InboxOnH2.at("clerk", "nghe-thuat"));
        assertThatThrownBy(() -> h2.act(desk -> desk.drafts.keepTyped(id, "", 0, TYPED)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> mine(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void itGoesWithTheSender() {
        var id = assigned();
        h2.actAs("moderator");
        type(id, 0, TYPED);
        h2.answer(id);
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Riêng tư"));
        assertThat(rows()).isNotEqualTo("[]");

        h2.clock().pass(Duration.ofDays(365 * 6));
        senders.retention(service -> {
            service.due(0).forEach(service::anonymise);
            return true;
        });
        assertThat(rows()).isEqualTo("[]");
    }

    @Test
    void whatNobodyComesBackForIsForgotten() {
        var id = assigned();
        type(id, 0, TYPED);
        h2.clock().pass(InboxDraftService.KEPT);
        h2.act(desk -> desk.drafts.forgetOld());
        assertThat(mine(id)).isPresent();
        h2.clock().pass(Duration.ofSeconds(1));
        h2.act(desk -> desk.drafts.forgetOld());
        assertThat(mine(id)).isEmpty();
    }

    @Test
    void whatCannotBeOpenedIsNeitherShownNorWrittenOver() {
        var id = assigned();
        type(id, 0, TYPED);
        var before = rows();
        h2.useKeys(DataKeys.of(KeyRing.EMPTY));
        assertThat(mine(id)).isEmpty();
        assertThatThrownBy(() -> type(id, 0, TYPED)).hasMessage("privacy.error.unopened");
        assertThat(rows()).isEqualTo(before);
        h2.useKeys(InboxOnH2.KEYS);
        assertThat(mine(id)).isPresent();
    }
}
