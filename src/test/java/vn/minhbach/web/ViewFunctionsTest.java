package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContextWrapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and figures as people in Vietnam read them. */
class ViewFunctionsTest {

    @BeforeEach
    void beInNoView() {
        Context.enter(null);
    }

    @AfterEach
    void leave() {
        Context.leave();
    }

    @Test
    void aMomentIsShownOnItsDayInVietnam() {
        var evening = Instant.parse("2026-06-30T17:05:00Z");

        assertThat(ViewFunctions.date(evening)).isEqualTo("01/07/2026");
        assertThat(ViewFunctions.dateTime(evening)).isEqualTo("01/07/2026 | 00:05");
        assertThat(ViewFunctions.iso(evening)).isEqualTo("2026-06-30T17:05:00Z");
        assertThat(ViewFunctions.iso(evening.plusNanos(123_456_789))).isEqualTo("2026-06-30T17:05:00Z");
    }

    @Test
    void aDayIsThatDay() {
        assertThat(ViewFunctions.date(LocalDate.of(2026, 2, 3))).isEqualTo("03/02/2026");
        assertThat(ViewFunctions.iso(LocalDate.of(2026, 2, 3))).isEqualTo("2026-02-03");
    }

    @Test
    void nothingIsShownForNothing() {
        assertThat(ViewFunctions.date(null)).isEmpty();
        assertThat(ViewFunctions.date("2026-02-03")).isEmpty();
        assertThat(ViewFunctions.dateTime(null)).isEmpty();
        assertThat(ViewFunctions.iso(null)).isEmpty();
        assertThat(ViewFunctions.lines(null)).isEmpty();
        assertThat(ViewFunctions.fileSize(0)).isEmpty();
        assertThat(ViewFunctions.fileSize(-1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "2849, 2.849", "-1234567, -1.234.567"})
    void figuresAreGroupedByPoints(long value, String shown) {
        assertThat(ViewFunctions.number(value)).isEqualTo(shown);
    }

    @Test
    void anEnglishViewGroupsFiguresByCommas() {
        Context.enter(Locale.ENGLISH);

        assertThat(ViewFunctions.number(2849)).isEqualTo("2,849");
        assertThat(ViewFunctions.number(-1234567)).isEqualTo("-1,234,567");
        assertThat(ViewFunctions.number(999)).isEqualTo("999");
        assertThat(ViewFunctions.fileSize(1572864)).isEqualTo("1.5 MB");
        assertThat(ViewFunctions.fileSize(1073741824)).isEqualTo("1,024 MB");
        assertThat(ViewFunctions.date(LocalDate.of(2026, 2, 3))).isEqualTo("03/02/2026");
    }

    @Test
    void aViewOfALanguageThatIsNotSpokenIsVietnamese() {
        Context.enter(Locale.FRENCH);

        assertThat(ViewFunctions.number(2849)).isEqualTo("2.849");
    }

    @ParameterizedTest
    @CsvSource({
        "1, '1 KB'",
        "1536, '2 KB'",
        "204800, '200 KB'",
        "1048576, '1 MB'",
        "1572864, '1,5 MB'",
        "1073741824, '1.024 MB'"
    })
    void aFileHasASizeThatCanBeJudged(long bytes, String shown) {
        assertThat(ViewFunctions.fileSize(bytes)).isEqualTo(shown);
    }

    /** Stands for what Faces knows of the view at hand. */
    private static final class Context extends FacesContextWrapper {

        private final @Nullable UIViewRoot view;

        private Context(@Nullable UIViewRoot view) {
            super(null);
            this.view = view;
        }

        static void enter(@Nullable Locale language) {
            setCurrentInstance(new Context(null));
            var root = language == null
                    ? null
                    : new UIViewRoot() {
                        @Override
                        public Locale getLocale() {
                            return language;
                        }
                    };
            setCurrentInstance(new Context(root));
        }

        static void leave() {
            setCurrentInstance(null);
        }

        /** A view asks for it when it is made, and does without. */
        @Override
        public @Nullable ExternalContext getExternalContext() {
            return null;
        }

        @Override
        public @Nullable UIViewRoot getViewRoot() {
            return view;
        }
    }
}
