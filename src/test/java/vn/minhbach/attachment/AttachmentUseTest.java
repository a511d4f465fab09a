package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.attachment.AttachmentUse.Standing;
import vn.minhbach.attachment.AttachmentUse.Use;

/** Rows that name their files by address. */
class AttachmentUseTest {

    private final AttachmentUse.OfRows banners = new Banners(true);

    private record Banners(boolean mayKeep) implements AttachmentUse.OfRows {

        @Override
        public List<Row> rows() {
            return List.of(
                    new Row("/tep/7/le-hoi.jpg", "Lễ hội", "/a", Standing.PUBLIC),
                    new Row("/tep/7/le-hoi.jpg", "Năm sau", "/b", Standing.DRAFT),
                    new Row("/tep/8/khac.jpg", "Khác", "/c", Standing.PUBLIC),
                    new Row("/tep/10/sau.jpg", "Sau", "/f", Standing.DRAFT),
                    new Row("", "Không có ảnh", "/d", Standing.PUBLIC),
                    new Row("https://so.example.vn/tep/9/x.jpg", "Nơi khác", "/e", Standing.PUBLIC));
        }
    }

    @Test
    void eachRowThatNamesAFileUsesIt() {
        assertThat(banners.of(List.of(7L, 9L)))
                .containsExactly(
                        new Use(7, "Lễ hội", "/a", Standing.PUBLIC), new Use(7, "Năm sau", "/b", Standing.DRAFT));
        assertThat(banners.used()).containsExactlyInAnyOrder(7L, 8L, 10L);
    }

    @Test
    void aPictureThatEverybodySeesIsForWhoeverKeepsTheRows() {
        assertThat(banners.mayPublish(7)).isTrue();
        var others = new Banners(false);
        assertThat(others.mayPublish(7)).isFalse();
        assertThat(others.mayPublish(10)).isTrue();
        assertThat(others.mayPublish(9)).isTrue();
    }
}
