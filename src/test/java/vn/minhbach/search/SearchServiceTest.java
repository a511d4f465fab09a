package vn.minhbach.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.search.SearchRequest.Order;

/** Finding in a small index: what comes, in which order, and how it is marked. */
class SearchServiceTest {

    @TempDir
    Path folder = Path.of("");

    private SearchIndex index;
    private final SearchService service = new SearchService();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here to inject it
    void open() throws IOException {
        index = SearchIndex.create(folder);
        var open = index;
        service.teaching = new NothingTaught();
        service.indexer = new SearchIndexer() {
            @Override
            SearchIndex current() {
                return open;
            }
        };
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đăng ký kết hôn", "dang ky ket hon", "đăng kí kết hôn", "ĐĂNG KÝ KẾT HÔN", "ket hon"})
    void anItemIsFoundWithMarksAndWithout(String typed) throws IOException {
        put(item("1", "Đăng ký kết hôn", ""), item("2", "Cấp thẻ thư viện", ""));

        assertThat(ids(typed)).containsExactly("1");
        assertThat(ids(Normalizer.normalize(typed, Normalizer.Form.NFD))).containsExactly("1");
    }

    @Test
    void marksThatAreTypedCount() throws IOException {
        put(item("1", "Hóa chất", ""), item("2", "Hòa giải", ""), item("3", "Hoa cảnh", ""));

        assertThat(ids("hòa").getFirst()).isEqualTo("2");
        assertThat(ids("hoà").getFirst()).isEqualTo("2");
        assertThat(ids("hoa").getFirst()).isEqualTo("3");
    }

    @Test
    void theExactTitleComesFirst() throws IOException {
        put(
                item("1", "Thủ tục cấp lại thẻ thư viện cho bạn đọc là người cao tuổi", "thẻ thư viện, thẻ thư viện"),
                item("2", "Cấp thẻ thư viện", ""),
                item("3", "Thư viện mở cửa", "Cấp thẻ thư viện. Cấp thẻ thư viện. Cấp thẻ thư viện."),
                item("4", "Viện trưởng thư giãn cấp trên", ""));

        assertThat(ids("cấp thẻ thư viện").getFirst()).isEqualTo("2");
        assertThat(ids("cap the thu vien").getFirst()).isEqualTo("2");
    }

    @Test
    void whatIsNoLongerInForceComesLastInEveryOrder() throws IOException {
        put(
                ended(item("1", "Cấp thẻ thư viện", "")),
                item("2", "Thông báo", "Thư viện nghỉ lễ"),
                item("3", "Xe thư viện lưu động", ""));

        for (var order : Order.values()) {
            var found = service.search(request("thư viện", order)).hits();
            assertThat(found).hasSize(3);
            assertThat(found.getLast().id()).as("%s", order).isEqualTo("1");
            assertThat(found.getLast().ended()).isTrue();
        }
    }

    @Test
    void listsComeInTheOrderAskedFor() throws IOException {
        put(
                dated(item("1", "Đo đạc", ""), "2026-01-02T00:00:00Z"),
                dated(item("3", "Ăn uống", ""), "2026-01-03T00:00:00Z"),
                dated(item("2", "Dân số", ""), "2026-01-01T00:00:00Z"));

        assertThat(ids(request("", Order.TITLE))).containsExactly("3", "2", "1");
        assertThat(ids(request("", Order.CODE))).containsExactly("1", "2", "3");
        assertThat(ids(request("", Order.NEWEST))).containsExactly("3", "1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.001234",
                "1.00123",
                "1.001234.000.00.00.H48",
                "thủ tục 1.001234",
                "52/2024/NĐ-CP",
                "nghị định 52/2024",
                "nghi dinh 052/2024/nd-cp"
            })
    void anItemIsFoundByItsNumbers(String typed) throws IOException {
        put(
                item("2", "Thủ tục về nghị định", "thủ tục nghị định thủ tục nghị định"),
                numbered(item("1", "Cấp thẻ", ""), "1.001234", "52/2024/NĐ-CP"));

        assertThat(ids(typed).getFirst()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.00894", "1 00894", "1.894", "1.0894", "thủ tục 1.00894"})
    void aCodeIsFoundThoughZerosGotLost(String typed) throws IOException {
        put(
                item("2", "Thủ tục về thủ tục", "thủ tục 1 00894 894"),
                numbered(item("3", "Cấp thẻ", ""), "1.008941"),
                numbered(item("1", "Cấp thẻ", ""), "1.000894"));

        assertThat(ids(typed)).contains("1");
        assertThat(ids(typed).getFirst()).isEqualTo(typed.contains("00894") ? "3" : "1");
    }

    @Test
    void withoutTheCodeThatWasTypedTheOneWithMoreZerosComesFirst() throws IOException {
        put(
                item("2", "Thủ tục về thủ tục", "thủ tục 1 00894 894, thủ tục 1.00894"),
                numbered(item("3", "Cấp thẻ", ""), "1.009894"),
                numbered(item("1", "Cấp thẻ", ""), "1.000894"));

        assertThat(ids("1.00894").getFirst()).isEqualTo("1");
        assertThat(ids("thủ tục 1.00894").getFirst()).isEqualTo("1");
    }

    @Test
    void whatMentionsANumberMoreOftenComesFirst() throws IOException {
        put(
                item("1", "Cấp thẻ", "Theo 52/2024/NĐ-CP."),
                item("2", "Cấp thẻ", "Theo 52/2024/NĐ-CP, nghị định số 52/2024/NĐ-CP và 52/2024/NĐ-CP."),
                numbered(item("3", "Cấp thẻ", ""), "52/2024/NĐ-CP"));

        assertThat(ids("52/2024/NĐ-CP")).containsExactly("3", "2", "1");
    }

    /** The news of today about a procedure is not what its code stands for, even if that is one of the special ones. */
    @Test
    void whatBearsACodeComesBeforeTheNewestThatIsAboutIt() throws IOException {
        put(
                dated(
                                item("9", "Cấp lại thẻ bạn đọc", "Thẻ bạn đọc cấp lại"),
                                Instant.now().toString())
                        .withStanding(1)
                        .about(List.of("1.001234")),
                numbered(item("1", "Cấp lại thẻ bạn đọc bị mất, bị hỏng", ""), "1.001234"));

        assertThat(ids("1.001234")).containsExactly("1", "9");
        assertThat(ids("thủ tục 1.001234 cấp lại thẻ bạn đọc")).startsWith("1");
    }

    @Test
    void wordsAreMarkedInTheOriginalWithItsMarks() throws IOException {
        put(item("1", "Đăng ký khai sinh", "Trẻ em được đăng ký tại xã."));

        var hit = service.search(request("đăng kí", Order.RELEVANCE)).hits().getFirst();

        assertThat(hit.titleHtml()).isEqualTo("<mark>Đăng</mark> <mark>ký</mark> khai sinh");
        assertThat(hit.snippetHtml()).isEqualTo("Trẻ em được <mark>đăng</mark> <mark>ký</mark> tại xã.");
    }

    @Test
    void whoTypesWithoutMarksSeesTheSameMarkings() throws IOException {
        put(item("1", "Đăng ký khai sinh", "Trẻ em được đăng ký tại xã."));

        var hit = service.search(request("dang ky", Order.RELEVANCE)).hits().getFirst();

        assertThat(hit.titleHtml()).isEqualTo("<mark>Đăng</mark> <mark>ký</mark> khai sinh");
        assertThat(hit.snippetHtml()).isEqualTo("Trẻ em được <mark>đăng</mark> <mark>ký</mark> tại xã.");
    }

    @Test
    void evilContentComesOutEscaped() throws IOException {
        put(item("1", "Thẻ <b onclick='x'>", "Cấp thẻ <script>alert(\"thẻ\")</script> & mã"));

        for (var typed : List.of("thẻ", "alert", "1")) {
            service.search(request(typed, Order.RELEVANCE))
                    .hits()
                    .forEach(hit -> assertThat((hit.titleHtml() + hit.snippetHtml()).replaceAll("</?mark>", ""))
                            .doesNotContain("<", ">", "'", "\"")
                            .contains("&lt;b onclick=&#39;x&#39;&gt;"));
        }
        assertThat(service.search(request("thẻ", Order.RELEVANCE))
                        .hits()
                        .getFirst()
                        .snippetHtml())
                .isEqualTo("Cấp <mark>thẻ</mark> &lt;script&gt;alert(&quot;<mark>thẻ</mark>&quot;)&lt;/script&gt; &amp;"
                        + " mã");
    }

    @Test
    void aSnippetShowsTheBestPlaceOfALongTextAndNoHalfLetters() throws IOException {
        put(
                item(
                        "1",
                        "Dài",
                        "Lời dẫn không có gì.\n" + "chữ khác ".repeat(300) + "kim cương " + "chữ khác ".repeat(300)),
                item("2", "Hình", "kim" + "\uD83D\uDE00".repeat(400)));

        var hits = service.search(request("kim", Order.CODE)).hits();

        assertThat(hits.getFirst().snippetHtml())
                .contains("<mark>kim</mark> cương")
                .endsWith("…");
        assertThat(hits).extracting(Hit::snippetHtml).allSatisfy(html -> {
            assertThat(html).hasSizeLessThan(600).doesNotContain(" …");
            assertThat(new String(html.getBytes(UTF_8), UTF_8)).isEqualTo(html);
        });
    }

    @Test
    void anItemIsFoundByTheWordsOfItsFilesWhichCountLittle() throws IOException {
        put(
                withFiles(item("1", "Cấp thẻ", "Không có gì"), "ĐƠN ĐỀ NGHỊ\nQuy mô, số người dự kiến: …"),
                withFiles(item("2", "Đổi thẻ", "Số người dự kiến và quy mô"), "Quy mô"),
                item("3", "Quy mô và số người dự kiến", ""));

        var hits = service.search(request("quy mô số người dự kiến", Order.RELEVANCE))
                .hits();

        assertThat(hits)
                .extracting(Hit::id)
                .containsExactlyInAnyOrder("3", "2", "1")
                .last()
                .isEqualTo("1");
        assertThat(hits.get(2).snippetHtml()).startsWith("<mark>Quy</mark> <mark>mô</mark>, <mark>số</mark>");
        assertThat(hits).extracting(Hit::snippetHtml).anyMatch(snippet -> snippet.startsWith("<mark>Số</mark>"));
    }

    @Test
    void whatHasLittleToDoWithTheQueryComesOnlyWhenAskedFor() throws IOException {
        for (var i = 0; i < 12; i++) {
            put(filed(item("" + i, "Cấp thẻ thư viện", "Bạn đọc nhận thẻ thư viện."), "Thư viện", "COMMUNE"));
        }
        for (var i = 0; i < 30; i++) {
            put(filed(
                    item("x" + i, "Đăng ký tàu " + i, "Nộp ở nhà văn hóa, thư viện hoặc bưu cục " + i),
                    "Tàu thuyền",
                    "PROVINCE"));
        }
        var request = counted("cấp thẻ thư viện", Map.of());

        var close = service.search(request);
        var whole = service.search(request.wholly());

        assertThat(close.total()).isEqualTo(12);
        assertThat(close.farther()).isEqualTo(30);
        assertThat(close.facets().get("field")).containsExactly(new SearchResult.Count("Thư viện", 12));
        assertThat(whole.total()).isEqualTo(42);
        assertThat(whole.farther()).isZero();
        assertThat(whole.facets().get("field")).contains(new SearchResult.Count("Tàu thuyền", 30));
        assertThat(whole.hits().subList(0, 12)).extracting(Hit::title).containsOnly("Cấp thẻ thư viện");
        for (var order : List.of(Order.TITLE, Order.CODE, Order.NEED)) {
            assertThat(ids(request("cấp thẻ thư viện", order)))
                    .as("%s", order)
                    .hasSize(12)
                    .noneMatch(id -> id.startsWith("x"));
        }
    }

    @Test
    void whoChoosesWhatHasLittleToDoWithTheQuerySeesIt() throws IOException {
        put(filed(item("x", "Đăng ký tàu", "Nộp ở thư viện hoặc bưu cục"), "Tàu thuyền", "PROVINCE"));
        for (var i = 0; i < 12; i++) {
            put(filed(item("" + i, "Cấp thẻ thư viện", "Bạn đọc nhận thẻ thư viện."), "Thư viện", "COMMUNE"));
        }

        assertThat(service.search(counted("cấp thẻ thư viện", Map.of())).farther())
                .isEqualTo(1);
        var found = service.search(counted("cấp thẻ thư viện", Map.of("field", List.of("Tàu thuyền"))));

        assertThat(found.hits()).extracting(Hit::id).containsExactly("x");
    }

    @Test
    void whatPeopleNeedComesFirstAndTheRestGroupByGroup() throws IOException {
        index.put(item("1", "Bơi", "").withGroup("Thể thao"), 0);
        index.put(item("2", "Bóng", "").withGroup("Thể thao"), 2);
        index.put(item("3", "Mượn sách", "").withGroup("Thư viện"), 3);
        index.put(item("4", "Ảnh", "").withGroup("Mỹ thuật"), 0);
        index.put(item("5", "Ở trọ", "").withGroup("Cư trú"), 40);
        index.refresh();
        var request = request("", Order.NEED);

        assertThat(ids(request)).containsExactly("5", "2", "3", "4", "1");
        var before = request.beginningWith(
                List.of(new SearchTeaching.Item("procedure", "4"), new SearchTeaching.Item("procedure", "gone")));
        assertThat(ids(before)).containsExactly("4", "5", "2", "3", "1");
        assertThat(service.search(before).total()).isEqualTo(5);
    }

    private static SearchRequest counted(String typed, Map<String, List<String>> filters) {
        return new SearchRequest(typed, List.of(), filters, List.of("field"), Order.RELEVANCE, 0, 20, true);
    }

    @Test
    void ofTwoItemsThatMatchAlikeTheOneOfBetterStandingComesFirst() throws IOException {
        put(
                item("1", "Cấp thẻ", "").withStanding(.7f),
                item("2", "Cấp thẻ", "").withStanding(1),
                item("3", "Cấp thẻ", ""),
                item("4", "Thư viện", "Nơi cho mượn sách"));

        assertThat(ids("cấp thẻ")).containsExactly("2", "1", "3");
        assertThat(ids("thư viện")).containsExactly("4");
    }

    @Test
    void ofTwoItemsThatMatchAlikeTheOneNearerToPeopleComesFirst() throws IOException {
        put(near(item("1", "Cấp thẻ cho người đi biển", ""), 0), near(item("2", "Cấp thẻ cho người đi rừng", ""), 1));

        assertThat(ids("cấp thẻ")).containsExactly("2", "1");
        assertThat(ids("cấp thẻ đi biển")).containsExactly("1", "2");
    }

    @Test
    void howNearAnItemIsMeansNothingToWhoGivesItsNumber() throws IOException {
        put(
                near(numbered(item("1", "Cấp thẻ", ""), "1.002396").withStanding(1), 0),
                near(numbered(item("2", "Cấp thẻ", ""), "1.002396"), 1));

        assertThat(ids("1.002396")).containsExactly("1", "2");
    }

    @Test
    void valuesOfOneFacetAreAlternativesAndFacetsNarrowEachOther() throws IOException {
        put(
                filed(item("1", "Một", ""), "Hộ tịch", "PROVINCE"),
                filed(item("2", "Hai", ""), "Hộ tịch", "COMMUNE"),
                filed(item("3", "Ba", ""), "Thư viện", "COMMUNE"));

        var found = service.search(new SearchRequest(
                "",
                List.of(),
                Map.of("field", List.of("Hộ tịch")),
                List.of("field", "level"),
                Order.CODE,
                0,
                10,
                false));

        assertThat(found.hits()).extracting(Hit::id).containsExactly("1", "2");
        assertThat(found.facets().get("field"))
                .containsExactly(new SearchResult.Count("Hộ tịch", 2), new SearchResult.Count("Thư viện", 1));
        assertThat(found.facets().get("level"))
                .containsExactly(new SearchResult.Count("COMMUNE", 1), new SearchResult.Count("PROVINCE", 1));
    }

    @Test
    void anItemPutAgainIsThereOnceAndOneTakenOutIsGone() throws IOException {
        put(item("1", "Cấp thẻ", ""), item("1", "Cấp lại thẻ", ""), item("2", "Đổi thẻ", ""));
        index.remove("procedure", "2");
        index.refresh();

        assertThat(service.search(request("thẻ", Order.CODE)).hits())
                .extracting(Hit::title)
                .containsExactly("Cấp lại thẻ");
    }

    @Test
    void anOverlongQueryIsCutAndSaysSo() throws IOException {
        put(item("1", "Cấp thẻ", ""));

        var found = service.search(request("cấp thẻ " + "x".repeat(1_000_000), Order.RELEVANCE));

        assertThat(found.queryCut()).isTrue();
        assertThat(service.search(request("cấp thẻ", Order.RELEVANCE)).queryCut())
                .isFalse();
    }

    @Test
    void noPageIsTooFarAndNothingTypedIsAnError() throws IOException {
        put(item("1", "Cấp thẻ", "AND OR NOT *"));

        for (var typed : List.of("*:*", "a AND (b OR", "\uD83D", "title:x", "1.1111 2/2024/\u0000", "\u0301")) {
            for (var order : Order.values()) {
                assertThat(service.search(request(typed, order)).total()).isLessThanOrEqualTo(1);
            }
        }
        var beyond =
                new SearchRequest("thẻ", List.of(), Map.of(), List.of(), Order.RELEVANCE, Integer.MAX_VALUE, 20, true);
        assertThat(service.search(beyond).hits()).isEmpty();
        assertThat(service.search(beyond).total()).isEqualTo(1);
    }

    private void put(SearchDocument... items) throws IOException {
        for (var item : items) {
            index.put(item);
        }
        index.refresh();
    }

    private List<String> ids(String typed) {
        return ids(request(typed, Order.RELEVANCE));
    }

    private List<String> ids(SearchRequest request) {
        return service.search(request).hits().stream().map(Hit::id).toList();
    }

    private static SearchRequest request(String typed, Order order) {
        return new SearchRequest(typed, List.of(), Map.of(), List.of(), order, 0, 20, true);
    }

    private static SearchDocument item(String id, String title, String body) {
        return item(id, title, body, List.of(), Map.of(), null, false);
    }

    private static SearchDocument withFiles(SearchDocument item, String files) {
        return new SearchDocument(
                item.kind(),
                item.id(),
                item.title(),
                item.path(),
                item.body(),
                item.numbers(),
                item.mentioned(),
                item.names(),
                files,
                item.standing(),
                item.nearness(),
                item.group(),
                item.facets(),
                item.shown(),
                item.date(),
                item.ended());
    }

    private static SearchDocument near(SearchDocument item, float nearness) {
        return new SearchDocument(
                item.kind(),
                item.id(),
                item.title(),
                item.path(),
                item.body(),
                item.numbers(),
                item.mentioned(),
                item.names(),
                item.files(),
                item.standing(),
                nearness,
                item.group(),
                item.facets(),
                item.shown(),
                item.date(),
                item.ended());
    }

    private static SearchDocument ended(SearchDocument item) {
        return item(item.id(), item.title(), item.body(), item.numbers(), item.facets(), item.date(), true);
    }

    private static SearchDocument dated(SearchDocument item, String date) {
        return item(item.id(), item.title(), item.body(), item.numbers(), item.facets(), Instant.parse(date), false);
    }

    private static SearchDocument numbered(SearchDocument item, String... numbers) {
        return item(item.id(), item.title(), item.body(), List.of(numbers), item.facets(), item.date(), false);
    }

    private static SearchDocument filed(SearchDocument item, String field, String level) {
        var facets = Map.of("field", List.of(field), "level", List.of(level));
        return item(item.id(), item.title(), item.body(), item.numbers(), facets, item.date(), false);
    }

    private static SearchDocument item(
            String id,
            String title,
            String body,
            List<String> numbers,
            Map<String, List<String>> facets,
            @Nullable Instant date,
            boolean ended) {
        return new SearchDocument(
                "procedure", id, title, "/thu-tuc/" + id, body, numbers, facets, Map.of(), date, ended);
    }
}
