package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.KindWords;
import vn.minhbach.web.Words;

/** Whoever works on a procedure reads nothing of articles. */
class ProcedureWordsTest {

    static Stream<Deed> deeds() {
        return ProcedureBoardService.DEEDS.stream();
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void whatIsDoneWithAProcedureIsSaidOfAProcedure(Deed deed) {
        for (var language : List.of(Words.VIETNAMESE, Words.ENGLISH)) {
            var words = new KindWords(ProcedureService.KIND, language);
            for (var part : List.of("", ".help", ".done")) {
                assertThat(words.text("Deed." + deed + part))
                        .as(deed + part)
                        .doesNotContainPattern("(?iU)\\bbài\\b|\\barticles?\\b")
                        .doesNotStartWith("Deed.");
            }
        }
    }

    /** What is refused says the same of both. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "editorial.error.tooLong",
                "editorial.error.notUrgent",
                "editorial.error.manyPreviews",
                "editorial.error.reason",
                "articleEdit.error.unsaved",
                "articleEdit.scheduleNotice.help"
            })
    void whatIsSaidOfBothNamesNeither(String key) {
        for (var words : List.of(Words.VIETNAMESE, Words.ENGLISH)) {
            assertThat(words.text(key)).doesNotContainPattern("(?iU)\\bbài\\b|\\barticles?\\b");
        }
    }
}
