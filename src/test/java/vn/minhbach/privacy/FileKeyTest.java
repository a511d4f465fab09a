package vn.minhbach.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files open as they were sealed, or not at all. */
class FileKeyTest {

    private static final int SEALED_PIECE = FileKey.PIECE + 16;

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] sealed(FileKey key, byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealing = key.seal(out)) {
            // In pieces that fit nowhere.
            for (var at = 0; at < plain.length; at += 10_007) {
                sealing.write(plain, at, Math.min(10_007, plain.length - at));
            }
        }
        return out.toByteArray();
    }

    private static byte[] opened(FileKey key, byte[] sealed) throws IOException {
        try (var in = key.open(new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, FileKey.PIECE - 1, FileKey.PIECE, FileKey.PIECE + 1, 2 * FileKey.PIECE, 5 * FileKey.PIECE + 17
            })
    void whatWasSealedOpens(int length) throws IOException {
        var key = FileKey.random();
        var plain = bytes(length);

        var sealed = sealed(key, plain);

        assertThat(opened(FileKey.of(key.text()), sealed)).isEqualTo(plain);
        assertThat(sealed).hasSizeGreaterThan(length);
    }

    @Test
    void nothingOfItCanBeRead() throws IOException {
        var sealed = sealed(FileKey.random(), "CANARY-0912345678".repeat(5000).getBytes(StandardCharsets.UTF_8));

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY", "0912345678");
    }

    @Test
    void anotherKeyDoesNotOpenIt() throws IOException {
        var sealed = sealed(FileKey.random(), bytes(100));

        assertThatThrownBy(() -> opened(FileKey.random(), sealed)).isInstanceOf(IOException.class);
    }

    @Test
    void whatWasChangedAnywhereDoesNotOpen() throws IOException {
        var key = FileKey.random();
        var sealed = sealed(key, bytes(2 * FileKey.PIECE + 5));

        for (var place : new int[] {0, 1, FileKey.PIECE, SEALED_PIECE + 1, sealed.length - 1}) {
            var changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> opened(key, changed)).as("%d", place).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatWasCutShortDoesNotOpen() throws IOException {
        var key = FileKey.random();
        var sealed = sealed(key, bytes(3 * FileKey.PIECE));

        // In the midst of a piece, behind one, and behind all but the last.
        for (var length :
                new int[] {0, 1, 10, SEALED_PIECE, 1 + SEALED_PIECE, 1 + 2 * SEALED_PIECE, sealed.length - 1}) {
            assertThatThrownBy(() -> opened(key, Arrays.copyOf(sealed, length)))
                    .as("%d", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void piecesDoNotChangePlaces() throws IOException {
        var key = FileKey.random();
        var sealed = sealed(key, bytes(3 * FileKey.PIECE));
        var swapped = sealed.clone();
        System.arraycopy(sealed, 1, swapped, 1 + SEALED_PIECE, SEALED_PIECE);
        System.arraycopy(sealed, 1 + SEALED_PIECE, swapped, 1, SEALED_PIECE);

        assertThatThrownBy(() -> opened(key, swapped)).isInstanceOf(IOException.class);
    }

    @Test
    void aKeySealsOnce() throws IOException {
        var key = FileKey.random();
        sealed(key, bytes(1));

        assertThatThrownBy(() -> sealed(key, bytes(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealed(FileKey.of(key.text()), bytes(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsNoKeyIsNone() {
        assertThatThrownBy(() -> FileKey.of("⟦không mở được⟧")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileKey.of("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThat(FileKey.random()).hasToString("FileKey");
    }
}
