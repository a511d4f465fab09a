package vn.minhbach.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.article.SectionKind;
import vn.minhbach.procedure.ProcedureCode;
import vn.minhbach.procedure.ProcedureContent;
import vn.minhbach.shared.Html;
import vn.minhbach.unit.UnitKind;

/** The fictional department is complete and fits together. */
class SampleContentTest {

    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    /** A day that is written, or that the loader writes. */
    private static final Pattern DAY =
            Pattern.compile("ngày \\d\\d/\\d\\d/\\d{4}|\\{(?:ngay|T7|CN)(?:[+-]\\d{1,3})?\\}");

    /** The number and symbol of a document: "số 412/BC-SVHTT". */
    private static final Pattern NUMBERED = Pattern.compile("số \\d{1,4}/(?:(?:\\d{4}|\\{nam\\})/)?[A-ZĐ]{2,5}");

    private final List<JsonObject> articles = list("articles.json");
    private final List<JsonObject> procedures = list("procedures.json");
    private final List<JsonObject> sections = list("sections.json");
    private final List<JsonObject> units = list("units.json");
    private final JsonObject site = object("site.json");

    @Test
    void thereIsEnoughToLookAt() {
        assertThat(procedures).hasSizeGreaterThanOrEqualTo(24);
        assertThat(articles).hasSizeGreaterThanOrEqualTo(40);
        assertThat(articles.stream()
                        .map(article -> article.getString("section"))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(units.stream().filter(unit -> kind(unit) == UnitKind.DEPARTMENT))
                .hasSize(1);
        assertThat(units.stream().filter(unit -> kind(unit) != UnitKind.DEPARTMENT))
                .hasSize(7);
        assertThat(procedures.stream().filter(procedure -> procedure.getBoolean("frequent")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles.json", "procedures.json", "sections.json", "units.json", "site.json"})
    void textsAreComposedAndHaveNothingInvisible(String name) {
        var text = new String(bytes(name), StandardCharsets.UTF_8);

        assertThat(text).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        assertThat(text).doesNotContainPattern("[\u0000-\u0008\u200B-\u200F\uFEFF\uFFFD]");
    }

    @Test
    void everySlugIsOneAndNamesOneThing() {
        for (var list : List.of(
                articles, sections, units, site.getJsonArray("lifeEvents").getValuesAs(JsonObject.class))) {
            assertThat(slugs(list))
                    .doesNotHaveDuplicates()
                    .allMatch(slug -> slug.matches(SLUG) && slug.length() <= 120);
        }
    }

    @Test
    void everyCodeIsNationalAndNamesOneProcedure() {
        assertThat(codes())
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(ProcedureCode.national(code)).hasValue(code));
    }

    @Test
    void whatAnArticleRefersToIsThere() {
        for (var article : articles) {
            assertThat(slugs(sections)).contains(article.getString("section"));
            assertThat(codes()).containsAll(strings(article, "procedures"));
            LocalTime.parse(article.getString("time"));
            assertThat(article.getInt("daysBefore")).isNotNegative();
            if (!article.getString("image", "").isEmpty()) {
                assertThat(bytes(article.getString("image"))).isNotEmpty();
                assertThat(article.getString("imageAlt")).isNotBlank();
            }
        }
    }

    @Test
    void everySectionOfReformHasSomething() {
        var used =
                articles.stream().map(article -> article.getString("section")).collect(Collectors.toSet());

        assertThat(used).containsAll(reformSections());
        assertThat(sections.stream().filter(section -> section.getString("kind").equals("REFORM")))
                .hasSize(6);
    }

    @Test
    void reformIsReportedOnInTheLastFourWeeks() {
        assertThat(articles.stream()
                        .filter(article -> reformSections().contains(article.getString("section")))
                        .filter(article -> article.getInt("daysBefore") < 28))
                .hasSizeGreaterThanOrEqualTo(site.getInt("reformTarget"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void articlesAreTextAsItIsKept() {
        for (var article : articles) {
            var body = article.getString("body");
            assertThat(Html.clean(body)).as(article.getString("slug")).isEqualTo(body);
            assertThat(body).doesNotContain("<h1", "src=\"http");
            assertThat(article.getString("title")).isNotBlank().hasSizeLessThanOrEqualTo(300);
            assertThat(article.getString("lead")).isNotBlank().hasSizeLessThanOrEqualTo(2000);
        }
    }

    @Test
    void whatAProcedureRefersToIsThere() {
        var events = slugs(site.getJsonArray("lifeEvents").getValuesAs(JsonObject.class));

        for (var procedure : procedures) {
            assertThat(events).containsAll(strings(procedure, "lifeEvents"));
            assertThat(codes()).containsAll(content(procedure).related());
            assertThat(content(procedure).related()).doesNotContain(procedure.getString("code"));
        }
    }

    @Test
    void aProcedureHasEveryPartThatTheLawWantsPosted() {
        assertThat(procedures.stream()
                        .filter(procedure -> !procedure.getString("status").equals("ABOLISHED")))
                .allSatisfy(procedure -> {
                    var content = content(procedure);
                    assertThat(content.steps().size()
                                    + content.raw().getOrDefault("steps", "").length())
                            .isPositive();
                    assertThat(content.ways())
                            .isNotEmpty()
                            .allSatisfy(way -> assertThat(way.channel()).isNotNull());
                    assertThat(content.cases())
                            .isNotEmpty()
                            .allSatisfy(one -> assertThat(one.papers()).isNotEmpty());
                    assertThat(content.audiences()).isNotEmpty();
                    assertThat(content.agencies().performing()).isNotBlank();
                    assertThat(content.results()).isNotEmpty();
                    assertThat(content.legalBases()).isNotEmpty();
                });
    }

    @Test
    void noPartOfAProcedureIsMissing() {
        assertThat(procedures)
                .allSatisfy(procedure -> assertThat(content(procedure))
                        .usingRecursiveAssertion()
                        .ignoringPrimitiveFields()
                        .allFieldsSatisfy(Objects::nonNull));
    }

    @Test
    void theFrameLeadsSomewhere() {
        for (var notice : site.getJsonArray("notices").getValuesAs(JsonObject.class)) {
            assertThat(slugs(articles)).contains(notice.getString("articleSlug"));
            assertThat(notice.getInt("expiresAfterDays")).isGreaterThan(notice.getInt("daysBefore"));
        }
        for (var banner : site.getJsonArray("banners").getValuesAs(JsonObject.class)) {
            assertThat(bytes(banner.getString("image"))).isNotEmpty();
            assertThat(banner.getString("alt")).isNotBlank();
            if (banner.getString("url").startsWith("/bai-viet/")) {
                assertThat(slugs(articles)).contains(banner.getString("url").substring("/bai-viet/".length()));
            }
        }
    }

    @Test
    void nothingPointsToARealDepartment() {
        assertThat(texts(site, units)
                        .flatMap(text -> Pattern.compile("[\\w.+-]+@[\\w.-]+")
                                .matcher(text)
                                .results()
                                .map(MatchResult::group)))
                .isNotEmpty()
                .allMatch(address -> address.endsWith(".example.vn"));
    }

    /** A newsroom that has a form for its headlines has nothing to say: the fact comes first, in one clause. */
    @Test
    void headlinesAreSentencesOfTheirOwn() {
        assertThat(articles.stream()
                        .filter(article -> article.getString("title").contains(":")))
                .hasSizeLessThan(articles.size() / 10);
        assertThat(articles)
                .allSatisfy(article -> assertThat(article.getString("title"))
                        .hasSizeLessThanOrEqualTo(90)
                        .doesNotContain("!")
                        .doesNotEndWith("."));
    }

    @Test
    void whatIsReportedHasItsDayAndItsDocument() {
        assertThat(articles).allSatisfy(article -> {
            var written = article.getString("lead") + Html.text(article.getString("body"));
            assertThat(written).as(article.getString("slug")).containsPattern(DAY);
        });
        assertThat(articles.stream()
                        .filter(article -> NUMBERED.matcher(
                                        article.getString("lead") + Html.text(article.getString("body")))
                                .find()))
                .hasSizeGreaterThan(articles.size() * 4 / 5);
    }

    /** No department reaches every target. */
    @Test
    void whatWentWrongIsTold() {
        assertThat(articles.stream()
                        .filter(article -> Pattern.compile("xin lỗi|chậm|chưa (?:đạt|xong|hoàn thành)|hạn chế|trễ hẹn")
                                .matcher(article.getString("lead") + article.getString("body"))
                                .find()))
                .hasSizeGreaterThan(10);
    }

    /** A question can be asked and a remark be sent where there is a page for it; there is none in this version. */
    @Test
    void nothingIsPromisedThatThePortalDoesNotHave() {
        assertThat(Stream.of("articles.json", "units.json", "site.json", "procedures.json"))
                .allSatisfy(name -> assertThat(new String(bytes(name), StandardCharsets.UTF_8).lines())
                        .as(name)
                        .noneMatch(line -> line.contains("trên Cổng này")
                                || line.contains("từ Cổng này")
                                || Pattern.compile("(?:mục|phần|trang) (?:Hỏi đáp|Phản ánh|Góp ý|Lấy ý kiến|Khảo sát)")
                                        .matcher(line)
                                        .find()));
    }

    /** Every address within the portal that a text of the sample leads to is one of its own, and stored as the cleaner leaves it. */
    @Test
    void everyLinkLeadsSomewhere() {
        var pages = new TreeSet<>(Set.of("/tin-tuc", "/danh-muc-thu-tuc", "/don-vi", "/cai-cach-hanh-chinh"));
        codes().forEach(code -> pages.add("/thu-tuc/" + code));
        slugs(articles).forEach(slug -> pages.add("/bai-viet/" + slug));
        slugs(units).forEach(slug -> pages.add("/don-vi/" + slug));
        slugs(sections).forEach(slug -> pages.add("/chuyen-muc/" + slug));
        var links = Stream.of(articles, units)
                .flatMap(List::stream)
                .flatMap(each -> Pattern.compile("href=\"([^\"]*)\"")
                        .matcher(each.getString("body"))
                        .results())
                .map(link -> link.group(1))
                .toList();
        assertThat(links).hasSizeGreaterThan(60).allMatch(pages::contains);
        assertThat(units)
                .allSatisfy(
                        unit -> assertThat(Html.clean(unit.getString("body"))).isEqualTo(unit.getString("body")));
    }

    /** Whoever reads of a procedure that the portal has is one click away from it. */
    @Test
    void anArticleLinksToTheProceduresThatItIsAbout() {
        for (var article : articles) {
            assertThat(strings(article, "procedures"))
                    .as(article.getString("slug"))
                    .allMatch(code -> article.getString("body").contains("href=\"/thu-tuc/" + code + "\""));
        }
        assertThat(articles.stream()
                        .filter(article -> !strings(article, "procedures").isEmpty()))
                .hasSizeGreaterThan(30);
    }

    /** Area code 200 is given to no province, so nobody is called by mistake. */
    @Test
    void noTelephoneOfTheSampleCanRing() {
        var numbers = Stream.of("articles.json", "units.json", "site.json", "procedures.json")
                .flatMap(name -> Pattern.compile(
                                "(?<![\\d./])(?:\\(?0\\d{2,3}\\)?[ .-]\\d{3,4}[ .-]\\d{3,4}|\\+84[ .\\d]{8,}|0\\d{9,10})(?!\\d)")
                        .matcher(new String(bytes(name), StandardCharsets.UTF_8))
                        .results()
                        .map(MatchResult::group))
                .toList();
        assertThat(numbers).hasSizeGreaterThan(30).allMatch(number -> number.matches("0200 38\\d\\d \\d{3}"));
        for (var line : site.getJsonArray("hotlines").getValuesAs(JsonObject.class)) {
            assertThat(line.getString("phone")).startsWith("0200 ");
        }
    }

    @Test
    void noPictureIsSeenMoreThanTwice() {
        var times = Stream.concat(
                        articles.stream(), site.getJsonArray("banners").getValuesAs(JsonObject.class).stream())
                .map(each -> each.getString("image", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(times.values()).allMatch(count -> count <= 2);
        assertThat(times).hasSizeGreaterThan(35);
    }

    /** The longest piece of text that two articles share is a name or a number, not a sentence. */
    @Test
    void noSentenceIsWrittenTwice() {
        var sentences = articles.stream()
                .flatMap(article -> Stream.of(
                        (article.getString("lead") + " " + Html.text(article.getString("body"))).split("[.;]\\s")))
                .map(String::strip)
                .filter(sentence -> sentence.length() > 60)
                .toList();
        assertThat(sentences).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    }

    @Test
    void picturesAreWellFormedAndCarryNoScript() throws Exception {
        var parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        for (var name : pictures()) {
            var picture = parsers.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(name)));

            assertThat(picture.getDocumentElement().getTagName()).as(name).isEqualTo("svg");
            assertThat(new String(bytes(name), StandardCharsets.UTF_8))
                    .as(name)
                    .doesNotContainPattern("(?i)<script|\\son\\w+=|javascript:|<foreignObject|href=\"http");
        }
    }

    private Set<String> pictures() {
        var names = new TreeSet<String>();
        Stream.concat(articles.stream(), site.getJsonArray("banners").getValuesAs(JsonObject.class).stream())
                .map(each -> each.getString("image", ""))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    private Set<String> reformSections() {
        return sections.stream()
                .filter(section -> SectionKind.OF_REFORM.contains(SectionKind.valueOf(section.getString("kind"))))
                .map(section -> section.getString("slug"))
                .collect(Collectors.toSet());
    }

    private List<String> codes() {
        return procedures.stream().map(procedure -> procedure.getString("code")).toList();
    }

    private static List<String> slugs(List<JsonObject> list) {
        return list.stream().map(each -> each.getString("slug")).toList();
    }

    private static UnitKind kind(JsonObject unit) {
        return UnitKind.valueOf(unit.getString("kind"));
    }

    private static ProcedureContent content(JsonObject procedure) {
        return vn.minhbach.shared.Json.read(procedure.getJsonObject("content").toString(), ProcedureContent.class);
    }

    private static List<String> strings(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private static Stream<String> texts(JsonObject site, List<JsonObject> units) {
        return Stream.concat(Stream.of(site.toString()), units.stream().map(JsonValue::toString));
    }

    private static List<JsonObject> list(String name) {
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes(name)))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    private static JsonObject object(String name) {
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes(name)))) {
            return reader.readObject();
        }
    }

    private static byte[] bytes(String name) {
        try (var in = Objects.requireNonNull(SampleContentTest.class.getResourceAsStream("/sample/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
