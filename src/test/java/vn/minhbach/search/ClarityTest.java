package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.search.SearchRequest.Order;

/** Only what is clearly meant is taken for the answer. */
class ClarityTest {

    @TempDir
    Path folder = Path.of("");

    private SearchIndex index;
    private final SearchEngine engine = new SearchEngine(() -> Synonyms.of(List.of(
            new Synonyms.Row(Synonyms.Kind.ONE_WAY, "nuôi ong", List.of("đăng ký trại ong")),
            new Synonyms.Row(Synonyms.Kind.ABBREVIATION, "BGK", List.of("ban giám khảo")))));

    @BeforeEach
    void fill() throws IOException {
        index = SearchIndex.create(folder);
        put("1.000001", "Thủ tục đăng ký trại ong", false);
        put("1.000002", "Thủ tục cấp thẻ bạn đọc cho người cao tuổi (thực hiện tại cấp tỉnh)", false);
        put("1.000003", "Thủ tục cấp thẻ bạn đọc cho người cao tuổi (thực hiện tại cấp xã)", false);
        put("1.000004", "Cử ban giám khảo hội thi làng chài, giám sát hội thi, thanh toán và báo cáo kết quả", false);
        put("1.000005", "Bãi bỏ phà ngang", true);
        put("1.000006", "Công nhận làng nghề đan lưới", false);
        put("1.000007", "Công nhận làng nghề đan lưới do cấp tỉnh thực hiện", false);
        for (var i = 0; i < 30; i++) {
            put("2.0000" + (10 + i), "Cấp phép mở quầy hàng số " + i, false);
        }
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "đăng ký trại ong",
                "dang ky trai ong",
                "Tôi muốn đăng ký trại ong thì cần những giấy tờ gì?",
                "nuôi ong",
                "1.000001",
                "thủ tục 1.000003",
                "1.000003 cấp thẻ bạn đọc"
            })
    void whatIsNamedIsClear(String query) throws IOException {
        assertThat(search(query).clear()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Names two alike
                "cấp thẻ bạn đọc cho người cao tuổi",
                "công nhận làng nghề đan lưới",
                // Asks for something more
                "đăng ký trại ong cho hợp tác xã trồng vải thiều",
                // Names a small part of a long name
                "ban giám khảo",
                "BGK",
                // One of many
                "mở quầy hàng",
                // No longer in force
                "bãi bỏ phà ngang",
                // Nothing at all
                "zzz qqq",
                "",
                "1.000001 1.000002",
                // No longer in force, and known to nobody
                "1.000005",
                "1.999999 đăng ký trại ong"
            })
    void inDoubtNothingIs(String query) throws IOException {
        assertThat(search(query).clear()).isFalse();
    }

    @Test
    void whatIsClearIsTheFirstThatIsShown() throws IOException {
        var others = new SearchRequest(
                "đăng ký trại ong", List.of("unit"), Map.of(), List.of(), Order.RELEVANCE, 0, 20, false);

        assertThat(engine.search(index, others).clear()).isFalse();
    }

    private SearchResult search(String query) throws IOException {
        return engine.search(
                index, new SearchRequest(query, List.of(), Map.of(), List.of(), Order.RELEVANCE, 0, 20, false));
    }

    private void put(String code, String title, boolean ended) throws IOException {
        index.put(new SearchDocument(
                "procedure",
                code,
                title,
                "/thu-tuc/" + code,
                "Nộp ở quầy.",
                List.of(code),
                Map.of(),
                Map.of(),
                null,
                ended));
    }
}
