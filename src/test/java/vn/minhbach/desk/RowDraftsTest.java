package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is looked at before it is kept is found again by whoever typed it, as what it is, and not for ever. */
class RowDraftsTest {

    private final RowDrafts drafts = new RowDrafts();

    private long keep(String kind, String name) {
        return drafts.keep(new RowDrafts.Draft(kind, 0, 0, Map.of("name", name)));
    }

    @Test
    void aDraftIsFoundByItsNumberAsWhatItIs() {
        var number = String.valueOf(keep("section", "Tin tức"));

        assertThat(drafts.find(number)).get().extracting(RowDrafts.Draft::kind).isEqualTo("section");
        assertThat(drafts.find("section", number)).isPresent();
        assertThat(drafts.find("unit", number)).isEmpty();
        assertThat(drafts.find("")).isEmpty();
        assertThat(drafts.find("1 or 1")).isEmpty();
    }

    @Test
    void theOldestGoesWhereThereAreMany() {
        var first = keep("section", "đầu");
        for (var n = 0; n < 10; n++) {
            keep("section", "sau " + n);
        }

        assertThat(drafts.find(String.valueOf(first))).isEmpty();
        assertThat(drafts.find(String.valueOf(first + 10))).isPresent();
    }
}
