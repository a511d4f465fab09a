package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;

/** What the index keeps of a sentence. */
class VietnameseAnalyzerTest {

    private static final String SENTENCE = "Thủ tục: “đăng ký” HÒA giải";

    @Test
    void singleSyllablesKeepTheirMarks() throws IOException {
        assertThat(tokens(false, false, SENTENCE))
                .containsExactly(
                        Syllable.canonical("thủ"),
                        Syllable.canonical("tục"),
                        Syllable.canonical("đăng"),
                        Syllable.canonical("kí"),
                        Syllable.canonical("hoà"),
                        Syllable.canonical("giải"));
    }

    @Test
    void foldedSyllablesHaveNone() throws IOException {
        assertThat(tokens(true, false, SENTENCE)).containsExactly("thu", "tuc", "dang", "ki", "hoa", "giai");
    }

    @Test
    void pairsAreNeighboursAndNothingElse() throws IOException {
        assertThat(tokens(true, true, SENTENCE))
                .containsExactly("thu tuc", "tuc dang", "dang ki", "ki hoa", "hoa giai");
        assertThat(tokens(true, true, "thẻ")).isEmpty();
        assertThat(tokens(true, true, "")).isEmpty();
    }

    @Test
    void decomposedTextGivesTheSameTokens() throws IOException {
        assertThat(tokens(false, false, Normalizer.normalize(SENTENCE, Normalizer.Form.NFD)))
                .isEqualTo(tokens(false, false, SENTENCE));
    }

    @Test
    void signsAreNoTokens() throws IOException {
        assertThat(tokens(true, false, "… – “ ” ( ) * ? ~ ^ \\ / ! + - && || { }"))
                .isEmpty();
    }

    @Test
    void anOffsetPointsIntoTheOriginal() throws IOException {
        var text = "Cấp thẻ\u0300 lại";
        try (var analyzer = new VietnameseAnalyzer(true, false);
                var stream = analyzer.tokenStream("", text)) {
            var offset = stream.getAttribute(OffsetAttribute.class);
            var found = new ArrayList<String>();
            stream.reset();
            while (stream.incrementToken()) {
                found.add(text.substring(offset.startOffset(), offset.endOffset()));
            }
            assertThat(found).containsExactly("Cấp", "thẻ\u0300", "lại");
        }
    }

    private static List<String> tokens(boolean folded, boolean pairs, String text) throws IOException {
        try (var analyzer = new VietnameseAnalyzer(folded, pairs);
                var stream = analyzer.tokenStream("", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var tokens = new ArrayList<String>();
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
            return tokens;
        }
    }
}
