package vn.minhbach.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Files are compressed only where that gains something. */
class AssetsTest {

    @Test
    void aTextIsPackedAndComesBackWhole() throws IOException {
        var css = "a:hover{color:đỏ}".repeat(200).getBytes(UTF_8);

        var compressed = Objects.requireNonNull(Assets.compressed(css, 9));

        assertThat(compressed).hasSizeLessThan(css.length / 10);
        try (var uncompressed = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(uncompressed.readAllBytes()).isEqualTo(css);
        }
    }

    @Test
    void theSameFileIsPackedTheSame() {
        var css = "a{top:0}".repeat(100).getBytes(UTF_8);

        assertThat(Assets.compressed(css, 9)).isEqualTo(Assets.compressed(css.clone(), 9));
    }

    @Test
    void whatIsPackedAlreadyIsLeftAlone() {
        var font = new byte[20_000];
        new Random(1).nextBytes(font);

        assertThat(Assets.compressed(font, 9)).isNull();
        assertThat(Assets.compressed("a{}".getBytes(UTF_8), 9)).isNull();
        assertThat(Assets.compressed(new byte[0], 9)).isNull();
    }
}
