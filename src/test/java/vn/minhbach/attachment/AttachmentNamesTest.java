package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.minhbach.account.SubjectNames.Told;
import vn.minhbach.desk.RowNames;

/** Which file the audit means: of one that was brought, its name stands before the number. */
class AttachmentNamesTest {

    private final AttachmentNames names = new AttachmentNames();

    @Test
    void theNumberStandsBehindTheNameOfWhatWasBrought() {
        assertThat(names.row(new Told("AttachmentService.keep", "biểu mẫu · 2.pdf · 17")))
                .isEqualTo(new RowNames.Row(AttachmentService.KIND, "17"));
        assertThat(names.row(new Told("AttachmentService.remove", "17")))
                .isEqualTo(new RowNames.Row(AttachmentService.KIND, "17"));
    }
}
