package vn.minhbach.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Files are packed only where that gains something. */
class AssetsTest {

    @Test
    void aTextIsPackedAndComesBackWhole() throws IOException {
        var css = "a:hover{color:đỏ}".repeat(200).getBytes(UTF_8);

        var packed = Objects.requireNonNull(Assets.packed(css, 9));

        assertThat(packed).hasSizeLessThan(css.length / 10);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(css);
        }
    }

    @Test
    void theSameFileIsPackedTheSame() {
        var css = "a{top:0}".repeat(100).getBytes(UTF_8);

        assertThat(Assets.packed(css, 9)).isEqualTo(Assets.packed(css.clone(), 9));
    }

    @Test
    void whatIsPackedAlreadyIsLeftAlone() {
        var font = new byte[20_000];
        new Random(1).nextBytes(font);

        assertThat(Assets.packed(font, 9)).isNull();
        assertThat(Assets.packed("a{}".getBytes(UTF_8), 9)).isNull();
        assertThat(Assets.packed(new byte[0], 9)).isNull();
    }
}
