package vn.minhbach.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes Vietnamese text apart into syllables, or pairs of neighbouring syllables, each in canonical or folded form.
 *
 * <p>Vietnamese writes a space between syllables, not words: "thủ tục hành chính" is two words of two syllables. Pairs beside
 * single syllables find words without needing a dictionary of them.
 */
final class VietnameseAnalyzer extends Analyzer {

    /** Changes whenever the same text would come out differently: an index made by another version is rebuilt. */
    static final String VERSION = "14";

    private final boolean folded;
    private final boolean pairs;

    VietnameseAnalyzer(boolean folded, boolean pairs) {
        this.folded = folded;
        this.pairs = pairs;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var tokenizer = new StandardTokenizer();
        TokenStream tokens = new SyllableFilter(tokenizer, folded);
        if (pairs) {
            var shingles = new ShingleFilter(tokens, 2, 2);
            shingles.setOutputUnigrams(false);
            shingles.setFillerToken("");
            tokens = shingles;
        }
        return new TokenStreamComponents(tokenizer, tokens);
    }

    /** Brings each token into its form. */
    private static final class SyllableFilter extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final boolean folded;

        SyllableFilter(TokenStream input, boolean folded) {
            super(input);
            this.folded = folded;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            var forms = Syllable.forms(term.toString());
            term.setEmpty().append(folded ? forms.folded() : forms.canonical());
            return true;
        }
    }
}
