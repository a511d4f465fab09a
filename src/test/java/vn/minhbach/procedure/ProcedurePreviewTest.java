package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhbach.procedure.ProceduresOnH2.record;
import static vn.minhbach.procedure.ProceduresOnH2.version;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/** A procedure that is being edited is seen before it is public by the board and by whoever holds a link, and by nobody else. */
class ProcedurePreviewTest {

    private static final String CODE = "1.000200";

    private final ProceduresOnH2 portal = new ProceduresOnH2();

    @BeforeEach
    void importOne() {
        portal.imported(
                record(CODE, "Cấp thẻ đọc", "20.000 đồng"),
                new SourceText(Map.of("code", CODE, "title", "Cấp thẻ đọc")));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void whatNobodyEditsIsWhatThePublicSees() {
        var draft = draft("lan");
        assertThat(draft.known()).isTrue();
        assertThat(draft.procedure().getTitle()).isEqualTo("Cấp thẻ đọc");
        assertThat(portal.<Boolean>preview(
                        "lan", previews -> previews.open(CODE).shareable()))
                .isFalse();
        assertThatThrownBy(() -> share("lan", 7)).hasMessage("articlePreview.error.nothing");
        assertThatThrownBy(() -> portal.preview("lan", previews -> previews.open("9.999999")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theDraftIsShownAsItWillBeAndThePublicSeesNothingOfIt() {
        edit(1, "Cấp thẻ đọc sách", "10.000 đồng");
        var draft = draft("mai");
        assertThat(draft.known()).isFalse();
        assertThat(draft.procedure().getTitle()).isEqualTo("Cấp thẻ đọc sách");
        assertThat(draft.procedure().getContent().ways().getFirst().fee()).isEqualTo("10.000 đồng");
        assertThat(portal.<Procedure>service(service -> service.get(CODE)).getTitle())
                .isEqualTo("Cấp thẻ đọc");
    }

    @Test
    void theirOwnTypingIsSeenBeforeItIsSaved() {
        edit(1, "Đã lưu", "10.000 đồng");
        var secret = share("lan", 1);
        portal.desk("lan", desk -> desk.keepUnsaved("1000200", 2, "Đang gõ", "{\"title\":\"Đang gõ\"}"));
        assertThat(draft("lan").procedure().getTitle()).isEqualTo("Đang gõ");
        assertThat(portal.<Boolean>preview(
                        "lan", previews -> previews.open(CODE).unsaved()))
                .isTrue();
        assertThat(draft("mai").procedure().getTitle()).isEqualTo("Đã lưu");
        assertThat(shared(secret)).isEqualTo("Đã lưu");
    }

    @Test
    void aLinkShowsTheDraftUntilItComesOutEndsOrIsTakenBack() {
        edit(1, "Bản đầu", "10.000 đồng");
        var day = share("lan", 1);
        var week = share("lan", 7);
        edit(2, "Bản sau", "10.000 đồng");
        assertThat(shared(day)).isEqualTo("Bản sau");

        portal.clock().pass(Duration.ofDays(1));
        assertNothing(day);
        assertNothing("x" + week);
        assertThat(shared(week)).isEqualTo("Bản sau");
        var link = portal.<Long>preview(
                "lan", previews -> previews.open(CODE).links().getFirst().id());
        assertThat(portal.<Boolean>preview("lan", previews -> previews.revoke(CODE, link + 1)))
                .isFalse();
        assertThat(portal.<Boolean>preview("lan", previews -> previews.revoke(CODE, link)))
                .isTrue();
        assertNothing(week);

        var last = share("lan", 7);
        portal.does("mai", board -> board.publishUrgently(CODE, 3, "Sửa gấp"));
        assertThatThrownBy(() -> shared(last))
                .isInstanceOf(MovedException.class)
                .extracting(moved -> ((MovedException) moved).url())
                .isEqualTo("/thu-tuc/" + CODE);
    }

    @Test
    void aLinkGivesNoFileThatItsDraftDoesNotOffer() {
        edit(1, "Một", "10.000 đồng");
        var secret = share("lan", 1);
        assertThat(portal.<Boolean>preview("lan", previews -> previews.shows(secret, 17)))
                .isFalse();
        assertThat(portal.<Boolean>preview("lan", previews -> previews.shows("x", 17)))
                .isFalse();
    }

    @Test
    void sharingTakesTheRightToWrite() {
        for (var name : List.of("share", "revoke")) {
            var permit = Arrays.stream(ProcedurePreviewService.class.getDeclaredMethods())
                    .filter(each -> each.getName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getAnnotation(Permit.class);
            assertThat(permit.value()).isEqualTo(Permission.WRITE_PROCEDURES);
            assertThat(permit.audited()).isTrue();
        }
        edit(1, "Một", "10.000 đồng");
        assertThatThrownBy(() -> share("lan", 30)).isInstanceOf(RuleBrokenException.class);
    }

    private void edit(int base, String title, String fee) {
        portal.does("lan", board -> board.revise(CODE, base, version(CODE, title, fee), ""));
    }

    private ProcedurePreviewService.Draft draft(String who) {
        return portal.preview(who, previews -> previews.draft(CODE));
    }

    private String share(String who, int days) {
        return portal.preview(who, previews -> previews.share(CODE, days));
    }

    private String shared(String secret) {
        return portal.preview("lan", previews -> previews.shared(secret).getTitle());
    }

    private void assertNothing(String secret) {
        assertThatThrownBy(() -> shared(secret))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(new NotFoundException("preview", "").getMessage());
    }
}
