package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is kept in pieces comes out as it went in. */
class StoredTextTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 999, 1_001, 4_001, 9_999})
    void everyPartIsAsItWas(int length) {
        // A piece would end inside a letter of two halves.
        var text = ("Trích lục: " + "Cấp thẻ\n\uD83D\uDE00đ\n".repeat(1_000)).substring(0, length);
        var stored = StoredText.of(StoredText.pack(text));

        assertThat(stored.length()).isEqualTo(length);
        assertThat(stored.between(0, length)).isEqualTo(text);
        for (var from = 0; from < length; from += 97) {
            var to = Math.min(length, from + 1 + from % 700);
            if (Character.isLowSurrogate(text.charAt(from)) || Character.isHighSurrogate(text.charAt(to - 1))) {
                continue;
            }
            assertThat(stored.between(from, to)).isEqualTo(text.substring(from, to));
            assertThat(stored.lines(new int[] {from, to})).containsExactly(breaks(text, from), breaks(text, to));
        }
    }

    @Test
    void theEndOfAVeryLongTextIsNotKept() {
        var stored = StoredText.of(StoredText.pack("chữ ".repeat(100_000)));

        assertThat(stored.length()).isEqualTo(StoredText.LONGEST);
        assertThat(stored.between(StoredText.LONGEST - 4, StoredText.LONGEST + 50))
                .isEqualTo("chữ ");
    }

    private static int breaks(String text, int before) {
        return (int) text.substring(0, before).chars().filter(c -> c == '\n').count();
    }
}
