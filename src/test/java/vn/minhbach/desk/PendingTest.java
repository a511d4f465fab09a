package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.minhbach.web.Doors;

/** What is said of one item is told above that item. */
class PendingTest {

    private static final String ITEM = "/quan-tri/hop-thu/viec";

    private final Pending pending = new Pending(new Doors() {
        @Override
        public String written(String place) {
            return place.replace("&la=1", "");
        }
    });

    @Test
    void theNoteOfOneItemDoesNotStandAboveAnother() {
        pending.leave(ITEM + "?ma=1", Note.good("Mã tra cứu 123"));

        assertThat(pending.take(ITEM + "?ma=2")).isEmpty();
        assertThat(pending.take(ITEM)).isEmpty();
        assertThat(pending.take(ITEM + "?ma=1")).containsExactly(Note.good("Mã tra cứu 123"));
        assertThat(pending.take(ITEM + "?ma=1")).isEmpty();
    }

    /** The address at which the person arrives is written in the one right way, however the deed wrote it. */
    @Test
    void itIsLeftUnderTheAddressAsItIsWrittenRight() {
        pending.leave(ITEM + "?ma=1&la=1", Note.good("Xong"));

        assertThat(pending.take(ITEM + "?ma=1")).hasSize(1);
    }

    @Test
    void aDeedThatArrivedTwiceIsToldOnce() {
        pending.leave(ITEM, Note.good("Xong"));
        pending.leave(ITEM, Note.good("Xong"));

        assertThat(pending.take(ITEM)).hasSize(1);
    }
}
