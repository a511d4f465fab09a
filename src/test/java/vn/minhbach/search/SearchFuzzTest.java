package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.Effort;

/**
 * Whatever is typed is answered, and with bounded work. {@code -Dsearch.fuzz=100000} tries that many queries; the build
 * tries some thousands.
 */
class SearchFuzzTest {

    /** What one search may take from memory; the longest text that is looked at, with reasons, takes half of it. */
    private static final long MOST_BYTES = 24_000_000;

    private static final int QUERIES = Integer.getInteger("search.fuzz", 5_000);

    private static final String[] PIECES = {
        "cấp",
        "thẻ",
        "thư viện",
        "dang ky",
        "ddawng",
        "kys",
        "1.001234",
        "52/2024/NĐ-CP",
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        "\"",
        "*:*",
        "*",
        "?",
        "~2",
        "^9",
        "title:x",
        "[* TO *]",
        "{a TO z}",
        "/.*a+/",
        "\\",
        "&&",
        "||",
        "+",
        "-",
        ":",
        "\u0000",
        "\u0007",
        "\t",
        "\r\n",
        "\u200B",
        "\uFEFF",
        "\u202E",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\u0301",
        "\u0323\u0301",
        "漢字",
        "אב",
        "ﬁ",
        "ß",
        "İ",
        "<script>",
        "' OR 1=1",
        "%00",
        "${jndi:x}",
        "../..",
        "9".repeat(30),
        "a".repeat(300),
        "e\u0302\u0301",
        "nghiêng".repeat(40)
    };

    @TempDir
    Path folder = Path.of("");

    @Test
    void whateverIsTypedIsAnswered() throws IOException {
        var engine = new SearchEngine(() -> Synonyms.of(Synonyms.shipped().subList(0, 50)));
        try (var index = SearchIndex.create(folder)) {
            for (var i = 0; i < 50; i++) {
                index.put(new SearchDocument(
                        "procedure",
                        "1.00" + (1000 + i),
                        "Cấp thẻ thư viện " + i,
                        "/" + i,
                        "Đăng ký thẻ thư viện cho bạn đọc. NOT AND OR \uD83D\uDE00\n".repeat(i + 1),
                        List.of("1.00" + (1000 + i), "52/2024/NĐ-CP"),
                        Map.of("field", List.of("Thư viện")),
                        Map.of("a", "b"),
                        null,
                        i % 7 == 0));
            }
            index.refresh();
            var random = new Random(20_261_101);
            for (var i = 0; i < QUERIES; i++) {
                var typed = i % 2_500 == 1 ? megabyte(random) : typed(random);
                var request = new SearchRequest(
                        typed,
                        List.of(),
                        Map.of(),
                        List.of("kind", "field"),
                        SearchRequest.Order.RELEVANCE,
                        0,
                        10,
                        true);
                var wanted = random.nextInt(5) == 0 ? request.exactly().explained() : request;
                var result = new SearchResult[1];
                var bytes = Effort.bytes(() -> result[0] = search(engine, index, wanted));
                assertThat(bytes)
                        .as(typed.substring(0, Math.min(200, typed.length())))
                        .isLessThan(MOST_BYTES);
                result[0].hits().forEach(hit -> assertThat(hit.snippetHtml()).doesNotContain("<script"));
            }
        }
    }

    private static SearchResult search(SearchEngine engine, SearchIndex index, SearchRequest request) {
        try {
            return engine.search(index, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typed(Random random) {
        var out = new StringBuilder();
        for (var i = random.nextInt(1, 12); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> out.append((char) random.nextInt(0x10000));
                case 1 -> out.append((char) random.nextInt(128));
                default -> out.append(PIECES[random.nextInt(PIECES.length)]);
            }
            out.append(random.nextBoolean() ? " " : "");
        }
        return out.toString();
    }

    private static String megabyte(Random random) {
        var piece = PIECES[random.nextInt(PIECES.length)] + " ";
        return piece.repeat(1_000_000 / piece.length());
    }
}
