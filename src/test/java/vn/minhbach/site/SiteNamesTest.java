package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.minhbach.account.SubjectNames.Told;
import vn.minhbach.desk.RowNames;

/** Which row of the site the audit means. */
class SiteNamesTest {

    private final SiteNames names = new SiteNames();

    @Test
    void theKindStandsBeforeTheNumber() {
        assertThat(names.row(new Told("SiteService.change", "NOTICE · 18")))
                .isEqualTo(new RowNames.Row(SiteKind.NOTICE.word(), "18"));
        assertThat(names.row(new Told("SiteService.place", "MENU · 5 · 7")))
                .isEqualTo(new RowNames.Row(SiteKind.MENU.word(), "5"));
    }

    @Test
    void whatIsNoKindIsNoRow() {
        assertThat(names.row(new Told("SiteService.change", "18"))).isNull();
    }
}
