package vn.minhbach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No text that somebody types, imports or links makes a pattern of the portal try again and again: four times as long a text is
 * read in some four times as many steps. A step is a look at a character; they are counted, so that no clock is needed.
 */
class PatternsTest {

    private static final int LENGTH = 300;

    /** So deep that a pattern which calls itself for every character runs out of stack. */
    private static final int LONG = 40_000;

    /** Four times would be linear, sixteen times quadratic. */
    private static final double ALLOWED = 6;

    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "ạ",
            "1",
            " ",
            "\n",
            ".",
            ",",
            "(",
            ")",
            "-",
            "/",
            "&",
            "<",
            "a ",
            "1.",
            "1 ",
            "a.",
            "A\n",
            "1\n",
            " \n",
            "1/",
            "-1",
            "1a",
            "a/A-",
            "\"",
            "'",
            "url(",
            "Bước 1: ",
            "Mã: ",
            "số ",
            "1 bản chính ",
            "1/2031/NĐ-CP ");

    private static final List<String> ENDS = List.of("", "x", "1", " ", ".", ")");

    record Known(String name, Pattern pattern) {}

    static List<Known> patterns() throws IllegalAccessException {
        var known = new ArrayList<Known>();
        for (var type : new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.minhbach")) {
            for (var field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Pattern.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    var reflected = field.reflect();
                    reflected.setAccessible(true);
                    known.add(new Known(field.getFullName(), (Pattern) reflected.get(null)));
                }
            }
        }
        return known;
    }

    @Test
    void thereArePatterns() throws IllegalAccessException {
        assertThat(patterns()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void noTextIsReadAgainAndAgain(Known known) {
        var slow = new TreeSet<String>();
        for (var piece : PIECES) {
            for (var end : ENDS) {
                var few = steps(known.pattern(), text(piece, end, LENGTH));
                var many = steps(known.pattern(), text(piece, end, 4 * LENGTH));
                if (many > ALLOWED * Math.max(few, LENGTH)) {
                    slow.add("%s… %s: %d, %d".formatted(piece, end, few, many));
                }
            }
        }
        assertThat(slow).as(known.name()).isEmpty();
        for (var piece : PIECES) {
            assertThatCode(() -> steps(known.pattern(), text(piece, "x", LONG)))
                    .as("%s, %s", known.name(), piece)
                    .doesNotThrowAnyException();
        }
    }

    private static String text(String piece, String end, int length) {
        return piece.repeat(length / piece.length()) + end;
    }

    /** How often a character is looked at to find all that there is. */
    private static long steps(Pattern pattern, String text) {
        var counted = new Counted(text);
        var matcher = pattern.matcher(counted);
        while (matcher.find()) {
            // Only the steps matter.
        }
        return counted.looks;
    }

    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int place) {
            looks++;
            return text.charAt(place);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
