package vn.minhbach.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * The fields of the index. Title, other names and body are each kept as single syllables and as pairs of neighbours, with
 * their marks; without marks only is kept which syllables an item holds at all.
 */
final class Fields {

    /** "kind:id", by which an item is replaced or taken out. */
    static final String UID = "uid";

    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String TITLE_PAIRS = "title2";
    static final String BODY = "body";
    static final String BODY_PAIRS = "body2";

    /** The body as it is written, see {@link StoredText}. */
    static final String TEXT = "text";

    static final String NAMES = "names";
    static final String NAMES_PAIRS = "names2";

    /** What attached files say, see {@link SearchDocument#files()}. */
    static final String FILES = "files";

    static final String FILES_PAIRS = "files2";

    /** The same as it is written, see {@link StoredText}. */
    static final String FILES_TEXT = "filesText";

    /** Every syllable of the item without marks, but not how often: tells what has to do with a query at all. */
    static final String ALL = "all";

    static final String NUMBER = "number";

    /** Codes without the zeros behind their point, see {@link Numbers#withoutZeros}. */
    static final String CODE_WITHOUT_ZEROS = "code0";

    /** Numbers of documents that the text mentions. */
    static final String MENTIONED = "mentioned";

    /** The same, each with how often it is mentioned. */
    static final String MENTIONS = "mentions";

    static final String PRIOR = "prior";
    static final String POPULARITY = "popularity";
    static final String STANDING = "standing";

    /** When news was published, for ranking. */
    static final String FRESH = "fresh";

    static final String PATH = "path";

    /** What a list says of the item, see {@link Card}. */
    static final String CARD = "card";

    /** What is special in the title, see {@link Special}. */
    static final String SPECIAL = "special";

    /** See {@link SearchDocument#nearness()}, in percent. */
    static final String NEARNESS = "nearness";

    static final String DATE = "date";
    static final String ENDED = "ended";
    static final String FINGERPRINT = "fingerprint";
    static final String SORT_TITLE = "sortTitle";

    /** See {@link SearchDocument#group()}. */
    static final String SORT_GROUP = "sortGroup";

    /** How often the item was opened of late, by powers of two: what was opened about as often is needed alike. */
    static final String NEED = "need";

    static final String SORT_ID = "sortId";
    static final String FACET_PREFIX = "facet.";

    private Fields() {}

    static Analyzer analyzer() {
        var analyzers = new LinkedHashMap<String, Analyzer>();
        var single = new VietnameseAnalyzer(false, false);
        var pairs = new VietnameseAnalyzer(false, true);
        List.of(TITLE, NAMES, BODY, FILES).forEach(field -> analyzers.put(field, single));
        List.of(TITLE_PAIRS, NAMES_PAIRS, BODY_PAIRS, FILES_PAIRS).forEach(field -> analyzers.put(field, pairs));
        analyzers.put(ALL, new VietnameseAnalyzer(true, false));
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
