package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.attachment.AttachmentUse.Standing;
import vn.minhbach.attachment.AttachmentUse.Use;

/** Rows that name their files by address. */
class AttachmentUseTest {

    private final AttachmentUse.OfRows banners = () -> List.of(
            new AttachmentUse.OfRows.Row("/tep/7/le-hoi.jpg", "Lễ hội", "/a", Standing.PUBLIC),
            new AttachmentUse.OfRows.Row("/tep/7/le-hoi.jpg", "Năm sau", "/b", Standing.DRAFT),
            new AttachmentUse.OfRows.Row("/tep/8/khac.jpg", "Khác", "/c", Standing.PUBLIC),
            new AttachmentUse.OfRows.Row("", "Không có ảnh", "/d", Standing.PUBLIC),
            new AttachmentUse.OfRows.Row("https://so.example.vn/tep/9/x.jpg", "Nơi khác", "/e", Standing.PUBLIC));

    @Test
    void eachRowThatNamesAFileUsesIt() {
        assertThat(banners.of(List.of(7L, 9L)))
                .containsExactly(
                        new Use(7, "Lễ hội", "/a", Standing.PUBLIC), new Use(7, "Năm sau", "/b", Standing.DRAFT));
        assertThat(banners.used()).containsExactlyInAnyOrder(7L, 8L);
    }
}
