package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed becomes a query for words and numbers, and nothing else. */
class QueryBuilderTest {

    private static final String ALPHABET =
            "aăâđêôơưyABZ ế\u0301\u0323ự  \t\n\u00A0\u200B0123456789.,;:!?*~^+-/\\|&\"'()[]{}<>=#%$@_…“”–"
                    + "\u0000\u001F\uFEFF\uD83D\uDE00漢字אب";

    private final QueryBuilder builder = new QueryBuilder(Weights.TUNED);

    static Stream<String> fuzz() {
        var random = new Random(20_261_101);
        return Stream.generate(() -> random.ints(random.nextInt(1, 60), 0, ALPHABET.length())
                        .collect(
                                StringBuilder::new, (out, at) -> out.append(ALPHABET.charAt(at)), StringBuilder::append)
                        .toString())
                .limit(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a AND (b OR",
                "*:*",
                "*",
                "???",
                "title:x",
                "title:\"a b\"~2^9",
                "[* TO *]",
                "{a TO z}",
                "/.*/",
                "NOT cấp",
                "-cấp +thẻ",
                "\\",
                "\"",
                "\uD83D\uDE00",
                "\uD83D",
                "1.001234 *",
                "52/2024/*"
            })
    void nothingTypedIsReadAsQuerySyntax(String typed) {
        onlyWordsAndNumbers(build(typed));
    }

    @Test
    void noRandomTextBreaksIt() {
        assertThat(fuzz()).hasSize(500).allSatisfy(typed -> onlyWordsAndNumbers(build(typed)));
    }

    @ParameterizedTest
    @MethodSource("megabytes")
    void aMegabyteIsCutToSomeSyllables(String typed) {
        assertThat(understood(typed).words()).hasSizeLessThanOrEqualTo(Understood.SYLLABLES);
        onlyWordsAndNumbers(build(typed));
    }

    static Stream<String> megabytes() {
        return Stream.of(
                "cấp thẻ ".repeat(130_000),
                "a".repeat(1_000_000),
                " ".repeat(1_000_000) + "x",
                "1".repeat(1_000_000),
                "1 / ".repeat(250_000),
                "(".repeat(1_000_000));
    }

    @Test
    void nothingFindableFindsNothing() {
        var built = builder.build(understood("…!"), 0);

        assertThat(built.matching()).isEqualTo(new MatchNoDocsQuery());
        assertThat(built.scoring()).isEmpty();
        assertThat(understood("").words()).isEmpty();
    }

    @Test
    void anyNumberOrEnoughOfTheWordsMustBeThere() {
        assertThat(clauses("cấp thẻ")).isEqualTo(1);
        assertThat(clauses("cấp thẻ 1.001234")).isEqualTo(2);
        assertThat(clauses("52/2024/NĐ-CP")).isEqualTo(1);
    }

    @Test
    void theWordsToMarkAreThoseTyped() {
        assertThat(understood("Đăng ký đăng kí 1.001234").toMark())
                .containsExactly(Syllable.canonical("đăng"), Syllable.canonical("ký"));
    }

    private static Understood understood(String typed) {
        return Understood.exactly(typed, SyllableModel.EMPTY);
    }

    private Query build(String typed) {
        var built = builder.build(understood(typed), 0);
        var whole = new BooleanQuery.Builder().add(built.matching(), Occur.FILTER);
        built.scoring().forEach(clause -> whole.add(clause, Occur.SHOULD));
        return whole.build();
    }

    private int clauses(String typed) {
        return ((BooleanQuery) builder.build(understood(typed), 0).matching())
                .clauses()
                .size();
    }

    private static void onlyWordsAndNumbers(Query query) {
        switch (query) {
            case BooleanQuery all ->
                all.clauses().forEach(clause -> {
                    assertThat(clause.occur()).isNotEqualTo(Occur.MUST_NOT);
                    onlyWordsAndNumbers(clause.query());
                });
            case BoostQuery boosted -> onlyWordsAndNumbers(boosted.getQuery());
            case ConstantScoreQuery constant -> onlyWordsAndNumbers(constant.getQuery());
            case EnoughWords words -> assertThat(words.toString()).matches("\\d+ of \\[[^\\p{Cntrl}\\[\\]]*\\]");
            case TermQuery word -> isWord(word.getTerm());
            case PrefixQuery number -> {
                assertThat(number.getField()).isIn(Fields.NUMBER, Fields.MENTIONED);
                assertThat(number.getPrefix().text()).matches("(?U)\\d[\\p{L}\\d./&-]+");
            }
            case MatchNoDocsQuery nothing -> assertThat(nothing).isNotNull();
            default ->
                assertThat(query.getClass().getSimpleName())
                        .as("a prior")
                        .matches("(Feature|LongDistanceFeature)Query");
        }
    }

    private static void isWord(Term term) {
        if (List.of(Fields.NUMBER, Fields.MENTIONED, Fields.CODE_WITHOUT_ZEROS).contains(term.field())) {
            assertThat(term.text()).matches("(?U)\\d[\\p{L}\\d./&-]+");
            return;
        }
        assertThat(term.field()).matches("(title|body|names|files)2?|all");
        assertThat(term.text()).isNotBlank().doesNotContainPattern("[*?~^\"()\\[\\]{}\\\\/+!|&<>]");
    }
}
