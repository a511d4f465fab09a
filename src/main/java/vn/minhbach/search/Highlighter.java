package vn.minhbach.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.CustomSeparatorBreakIterator;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;

/** Marks the words that matched, in the original text with all its marks, and cuts the best passages out of it. */
final class Highlighter {

    private static final int SNIPPET = 240;
    private static final int LOOKED_AT = 30_000;

    private Highlighter() {}

    /** Titles and snippets as safe HTML, in the order of the documents; null where nothing is to be marked. */
    record Marked(String[] titles, String[] snippets) {}

    /** Words are looked for with their marks if any was typed, without if none was. */
    static Marked highlight(IndexSearcher searcher, TopDocs found, QueryBuilder.Built query) throws IOException {
        var plain = query.words().equals(query.foldedWords());
        var title = plain ? Fields.TITLE_FOLDED : Fields.TITLE;
        var body = plain ? Fields.BODY_FOLDED : Fields.BODY;
        var titles = new OriginalText(builder(searcher, Integer.MAX_VALUE).withBreakIterator(WholeBreakIterator::new));
        var snippets = new OriginalText(builder(searcher, SNIPPET + 60).withBreakIterator(Highlighter::sentences));
        return new Marked(
                titles.highlight(title, words(title, query.words()), found, 1),
                snippets.highlight(body, words(body, query.words()), found, 2));
    }

    private static UnifiedHighlighter.Builder builder(IndexSearcher searcher, int length) {
        return new UnifiedHighlighter.Builder(searcher, Fields.analyzer())
                .withFormatter(new Passages(length))
                .withHandleMultiTermQuery(false)
                .withMaxLength(LOOKED_AT);
    }

    /** Takes the text to mark from the field that keeps it, whichever form of it was searched. */
    private static final class OriginalText extends UnifiedHighlighter {

        OriginalText(Builder builder) {
            super(builder);
        }

        @Override
        protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator documents, int cacheThreshold)
                throws IOException {
            var stored = Arrays.stream(fields).map(Fields::original).toArray(String[]::new);
            return super.loadFieldValues(stored, documents, cacheThreshold);
        }
    }

    private static BreakIterator sentences() {
        return LengthGoalBreakIterator.createClosestToLength(new CustomSeparatorBreakIterator('\n'), SNIPPET, .5f);
    }

    private static Query words(String field, Set<String> words) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(new TermQuery(new Term(field, word)), Occur.SHOULD));
        return query.build();
    }

    /** Writes passages as escaped HTML with the matches in {@code <mark>}, whole words only, and no longer than asked. */
    private static final class Passages extends PassageFormatter {

        private final int length;

        Passages(int length) {
            this.length = length;
        }

        @Override
        public String format(Passage[] passages, String content) {
            var out = new StringBuilder();
            for (var passage : passages) {
                if (passage.getNumMatches() == 0 && passages.length > 1) {
                    continue;
                }
                if (!out.isEmpty()) {
                    out.append(" … ");
                }
                append(out, passage, content);
            }
            return out.toString();
        }

        private void append(StringBuilder out, Passage passage, String content) {
            var start = passage.getStartOffset();
            var end = passage.getEndOffset();
            if (end - start > length) {
                var first = passage.getNumMatches() == 0 ? start : passage.getMatchStarts()[0];
                start = wordStart(content, Math.max(start, first - length / 4), start);
                if (end - start > length) {
                    // The ellipsis does not count, it is written below.
                    end = start
                            + Text.shorten(content.substring(start, end), length)
                                    .length()
                            - 1;
                }
            }
            var at = start;
            for (var i = 0; i < passage.getNumMatches(); i++) {
                var from = passage.getMatchStarts()[i];
                var to = passage.getMatchEnds()[i];
                if (from < at || to > end) {
                    continue;
                }
                out.append(Html.escape(content.substring(at, from)))
                        .append("<mark>")
                        .append(Html.escape(content.substring(from, to)))
                        .append("</mark>");
                at = to;
            }
            out.append(Html.escape(content.substring(at, Math.min(end, content.length()))));
            if (end < passage.getEndOffset()) {
                out.append("…");
            }
        }

        private static int wordStart(String content, int at, int floor) {
            var start = at;
            while (start > floor && !Character.isWhitespace(content.charAt(start - 1))) {
                start--;
            }
            return start;
        }
    }

    /** The marked text, or the plain one escaped where nothing was marked. */
    static String orPlain(@Nullable String marked, String plain) {
        return marked == null || marked.isEmpty() ? Html.escape(plain) : marked;
    }
}
