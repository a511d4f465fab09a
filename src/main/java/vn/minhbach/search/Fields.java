package vn.minhbach.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** The fields of the index. Title and body are each kept in four forms: with marks and without, single and in pairs. */
final class Fields {

    /** "kind:id", by which an item is replaced or taken out. */
    static final String UID = "uid";

    static final String KIND = "kind";
    static final String ID = "id";
    static final String TITLE = "title";
    static final String TITLE_PAIRS = "title2";
    static final String TITLE_FOLDED = "titleF";
    static final String TITLE_FOLDED_PAIRS = "titleF2";
    static final String BODY = "body";
    static final String BODY_PAIRS = "body2";
    static final String BODY_FOLDED = "bodyF";
    static final String BODY_FOLDED_PAIRS = "bodyF2";
    static final String NAMES = "names";
    static final String NAMES_PAIRS = "names2";

    /** Every syllable of the item without marks, but not how often: tells what has to do with a query at all. */
    static final String ALL = "all";

    static final String NUMBER = "number";

    /** Numbers of documents that the text mentions. */
    static final String MENTIONED = "mentioned";

    static final String PATH = "path";
    static final String SHOWN = "shown";
    static final String DATE = "date";
    static final String ENDED = "ended";
    static final String FINGERPRINT = "fingerprint";
    static final String SORT_TITLE = "sortTitle";
    static final String SORT_ID = "sortId";
    static final String FACET_PREFIX = "facet.";

    private Fields() {}

    /** The field that keeps the text of which this one is a form. */
    static String original(String field) {
        return field.startsWith(TITLE) ? TITLE : field.startsWith(BODY) ? BODY : field;
    }

    static Analyzer analyzer() {
        var analyzers = new LinkedHashMap<String, Analyzer>();
        analyzers.put(TITLE, new VietnameseAnalyzer(false, false));
        analyzers.put(TITLE_PAIRS, new VietnameseAnalyzer(false, true));
        analyzers.put(TITLE_FOLDED, new VietnameseAnalyzer(true, false));
        analyzers.put(TITLE_FOLDED_PAIRS, new VietnameseAnalyzer(true, true));
        analyzers.put(BODY, analyzers.get(TITLE));
        analyzers.put(BODY_PAIRS, analyzers.get(TITLE_PAIRS));
        analyzers.put(BODY_FOLDED, analyzers.get(TITLE_FOLDED));
        analyzers.put(BODY_FOLDED_PAIRS, analyzers.get(TITLE_FOLDED_PAIRS));
        analyzers.put(NAMES, analyzers.get(TITLE));
        analyzers.put(NAMES_PAIRS, analyzers.get(TITLE_PAIRS));
        analyzers.put(ALL, analyzers.get(TITLE_FOLDED));
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), Map.copyOf(analyzers));
    }

    /** Titles are short and of like length, bodies differ by a factor of a thousand: each gets its own BM25. */
    static Similarity similarity() {
        var title = new BM25Similarity(2.4f, 1.0f);
        var body = new BM25Similarity(1.2f, 0.75f);
        return new PerFieldSimilarityWrapper() {
            @Override
            public Similarity get(String field) {
                return field.startsWith(TITLE) ? title : body;
            }
        };
    }
}
