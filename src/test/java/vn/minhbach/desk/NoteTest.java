package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a note lets somebody take back. */
class NoteTest {

    @Test
    void aLineOfTheHistoryOrAWordOfTheScreenIsTakenBack() {
        assertThat(Note.good("Đã xóa.").withUndo(17).undo()).isEqualTo("17");
        assertThat(Note.good("Đã bỏ.").withUndo("shortlist:17").undo()).isEqualTo("shortlist:17");
    }

    @Test
    void whereNothingWasWrittenDownThereIsNoWayBack() {
        assertThat(Note.good("Đã lưu.").undo()).isEmpty();
        assertThat(Note.warn("Đã lưu.").withUndo(0).undo()).isEmpty();
    }
}
