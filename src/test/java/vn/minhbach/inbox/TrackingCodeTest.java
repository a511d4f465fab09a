package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that nobody guesses, that are read as they are written, and in which every slip of the pen is noticed. */
class TrackingCodeTest {

    private static final String LETTERS = TrackingCode.LETTERS;

    @Test
    void theyHoldMoreThanSixtyBits() {
        assertThat(14 * Math.log(LETTERS.length()) / Math.log(2)).isGreaterThan(60);
        assertThat(LETTERS.chars().distinct().count())
                .isEqualTo(LETTERS.length())
                .isEqualTo(29);
        assertThat(LETTERS).doesNotContain("O", "I", "L", "S", "Z", "B", "U");
    }

    @Test
    void everyCharacterStandsAtEveryPlaceInTheEndAndNoCodeComesTwice() {
        var seen = new HashSet<String>();
        var places = new HashSet<String>();
        for (var i = 0; i < 5_000; i++) {
            var value = TrackingCode.random().value();
            assertThat(seen.add(value)).isTrue();
            IntStream.range(0, value.length()).forEach(place -> places.add(place + " " + value.charAt(place)));
        }
        assertThat(places).hasSize(15 * 29);
    }

    @Test
    void everySingleWrongCharacterIsNoticed() {
        for (var i = 0; i < 200; i++) {
            var value = TrackingCode.random().value();
            for (var place = 0; place < value.length(); place++) {
                for (var c : LETTERS.toCharArray()) {
                    if (c != value.charAt(place)) {
                        assertThat(TrackingCode.isSound(value.substring(0, place) + c + value.substring(place + 1)))
                                .as("%s, %d, %s", value, place, c)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void anyTwoThatChangedPlacesAreNoticed() {
        for (var i = 0; i < 500; i++) {
            var value = TrackingCode.random().value();
            for (var one = 0; one < value.length(); one++) {
                for (var other = one + 1; other < value.length(); other++) {
                    if (value.charAt(one) != value.charAt(other)) {
                        var changed = value.toCharArray();
                        changed[one] = value.charAt(other);
                        changed[other] = value.charAt(one);
                        assertThat(TrackingCode.isSound(new String(changed)))
                                .as("%s, %d, %d", value, one, other)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void aLostOrDoubledCharacterIsNoticed() {
        var value = TrackingCode.random().value();

        assertThat(TrackingCode.read(value.substring(1))).isEmpty();
        assertThat(TrackingCode.read(value + value.charAt(0))).isEmpty();
    }

    @Test
    void itIsReadHoweverItIsWritten() {
        for (var i = 0; i < 200; i++) {
            var code = TrackingCode.random();
            var grouped = code.grouped();
            assertThat(grouped).matches("(?:[0-9A-Z]{3}-){4}[0-9A-Z]{3}");
            assertThat(TrackingCode.read(grouped)).contains(code);
            assertThat(TrackingCode.read(
                            " " + grouped.toLowerCase(java.util.Locale.ROOT).replace("-", " ") + " "))
                    .contains(code);
            assertThat(TrackingCode.read(
                            grouped.replace('-', '–').replace('0', 'O').replace('1', 'I')))
                    .contains(code);
            assertThat(TrackingCode.read(
                            grouped.replace('0', 'o').replace('1', 'l').replace('5', 's')))
                    .contains(code);
            assertThat(TrackingCode.read(
                            grouped.replace('2', 'Z').replace('8', 'B').replace('V', 'U')))
                    .contains(code);
            assertThat(TrackingCode.read(grouped.replace("D", "Đ"))).contains(code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "7K4",
                "0912345678",
                "ten@example.vn",
                "AAAAAAAAAAAAAA\uD83D\uDE00",
                "'; drop table",
                "\0"
            })
    void whatIsNoCodeIsNone(String typed) {
        assertThat(TrackingCode.read(typed)).isEmpty();
        assertThat(TrackingCode.read(typed.repeat(100))).isEmpty();
    }

    @Test
    void aCodeThatIsNotSoundCannotBeMade() {
        assertThatThrownBy(() -> new TrackingCode("000000000000001")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noCodeStandsInALogByAccident() {
        var code = TrackingCode.random();

        assertThat(code.toString()).doesNotContain(code.value());
    }
}
