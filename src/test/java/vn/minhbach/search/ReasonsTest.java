package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhbach.web.Words;

/** Why a result stands where it stands is told in words that an editor understands. */
class ReasonsTest {

    @Test
    void everyShareHasItsWordsInBothLanguages() {
        var names = Stream.concat(
                Weights.TUNED.forms().stream().map(Weights.Form::field),
                Stream.of("synonyms", "numbers", "other", "special"));
        assertThat(names).hasSizeGreaterThan(9).allSatisfy(name -> {
            for (var words : List.of(Words.VIETNAMESE, Words.ENGLISH)) {
                assertThat(words.text("search.why." + name)).isNotEqualTo("search.why." + name);
            }
        });
    }

    @Test
    void theGreatestShareComesFirstAndFiguresAreWrittenAsPeopleReadThem() {
        var explanation = new SearchResult.Explanation(
                8.2, List.of(new SearchResult.Share("body", 2.446), new SearchResult.Share("title2", 5.75)));
        assertThat(explanation.reasons(Words.VIETNAMESE))
                .containsExactly(
                        "tên có các từ đứng liền nhau như đã gõ: 5,75 điểm", "nội dung có các từ đã gõ: 2,45 điểm");
        assertThat(explanation.told(Words.ENGLISH))
                .isEqualTo("8.20 points, made of: the title has the words side by side as typed: 5.75 points;"
                        + " the text has the words: 2.45 points");
    }
}
