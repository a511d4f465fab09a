package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed as perhaps the same matter, among some hundred texts as citizens write them. */
class LikenessTest {

    static final String LAMP =
            "Đèn đường trước số nhà 15 ngõ 42 phố Lý Thường Kiệt hỏng đã một tuần nay, buổi tối rất tối,"
                    + " trẻ con đi học về nguy hiểm. Đề nghị cơ quan cho sửa.";

    static final String SAME_LAMP =
            "Cột đèn chiếu sáng ở ngõ 42 Lý Thường Kiệt không sáng mấy hôm nay, tối om, người già đi lại"
                    + " dễ ngã. Mong cơ quan cho người xuống sửa sớm.";

    /** How many begin who ask about one procedure. */
    private static final String ABOUT = "Cho tôi hỏi thủ tục cấp giấy phép tổ chức biểu diễn nghệ thuật, ";

    /** Of that procedure, each something else. */
    static final List<String> QUESTIONS = Stream.of(
                    "lệ phí là bao nhiêu và nộp bằng cách nào",
                    "giải quyết trong mấy ngày làm việc",
                    "có phải nộp bản gốc không",
                    "mời ca sĩ nước ngoài thì cần thêm giấy gì",
                    "diễn ngoài trời ở quảng trường có được không",
                    "hồ sơ bị trả lại vì thiếu văn bản của chủ địa điểm",
                    "nộp ở trung tâm hành chính công hay qua mạng",
                    "công ty tỉnh khác có nộp được không",
                    "đổi ngày diễn thì làm lại từ đầu không",
                    "nhận kết quả qua bưu điện được không",
                    "trường học tổ chức cuối năm có phải xin không",
                    "ai ký đơn khi đoàn nhiều đơn vị")
            .map(asked -> ABOUT + asked + "?")
            .toList();

    /** Texts about everything else. */
    static List<String> background() {
        return Stream.of("samples.tsv", "samples-second.tsv", "samples-third.tsv", "samples-fourth.tsv")
                .flatMap(LikenessTest::lines)
                .filter(line -> !line.startsWith("#") && line.contains("\t"))
                .map(line -> Stream.of(line.split("\t"))
                        .max(Comparator.comparingInt(String::length))
                        .orElseThrow())
                .map(text -> text.replaceAll("«[a-z]+:([^»]*)»", "$1"))
                .toList();
    }

    private static Stream<String> lines(String file) {
        try (var in = Objects.requireNonNull(LikenessTest.class.getResourceAsStream("/vn/minhbach/privacy/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is proposed for the first of some texts, by their places; the background stands behind them. */
    private static List<Long> proposed(List<String> texts, List<String> behind) {
        var all = new ArrayList<>(texts);
        all.addAll(behind);
        var named = SubmissionWords.names(texts.getFirst()).stream()
                .map(SubmissionWords::number)
                .collect(Collectors.toSet());
        return found(all.stream().map(LikenessTest::numbers).toList(), named, texts.size());
    }

    private static int[] numbers(String text) {
        return SubmissionWords.split(text).stream()
                .mapToInt(SubmissionWords::number)
                .sorted()
                .distinct()
                .toArray();
    }

    private static List<Long> found(List<int[]> all, Set<Integer> named, int candidates) {
        var frequency = new HashMap<Integer, Integer>();
        for (var words : all) {
            for (var word : words) {
                frequency.merge(word, 1, Integer::sum);
            }
        }
        var likeness = new Likeness(all.getFirst(), named, word -> frequency.getOrDefault(word, 0), all.size());
        for (var i = 1; i < all.size(); i++) {
            likeness.compare(i, all.get(i), i < candidates);
        }
        return likeness.found();
    }

    @Test
    void twoNeighboursAboutOneLampAreProposed() {
        var behind = background();
        assertThat(behind).hasSizeGreaterThan(600);

        assertThat(proposed(List.of(LAMP, "Nhà văn hóa đóng cửa", SAME_LAMP), behind))
                .containsExactly(2L);
        assertThat(proposed(List.of(SAME_LAMP, "Nhà văn hóa đóng cửa", LAMP), behind))
                .containsExactly(2L);
        assertThat(proposed(
                        List.of(LAMP, "ngo 42 ly thuong kiet mat den 5 ngay roi, toi qua, de nghi sua den"), behind))
                .as("without marks")
                .containsExactly(1L);
    }

    @Test
    void questionsAboutAProcedureThatManyAskAboutAreNot() {
        var behind = background();
        for (var i = 0; i < QUESTIONS.size(); i++) {
            var texts = new ArrayList<>(QUESTIONS);
            texts.addFirst(texts.remove(i));
            assertThat(proposed(texts, behind)).as(texts.getFirst()).isEmpty();
        }
    }

    /** The lamp is found also where its words stand among those of the procedure. */
    @Test
    void theSubjectOfManyDoesNotHideWhatTwoHaveInCommon() {
        var texts = new ArrayList<>(QUESTIONS);
        texts.set(0, ABOUT + LAMP);
        texts.add(ABOUT + SAME_LAMP);

        assertThat(proposed(texts, background())).containsExactly((long) texts.size() - 1);
    }

    /** What two write about one thing, as an office has it in its first weeks. */
    private static final List<List<String>> PAIRS = List.of(
            List.of(LAMP, SAME_LAMP),
            List.of(LAMP, "ngo 42 ly thuong kiet mat den 5 ngay roi, toi qua, de nghi sua den"),
            List.of(
                    "Nhà văn hóa thôn Đông Hạ bị dột, mưa là nước chảy xuống sân khấu, bàn ghế hỏng hết. Xin xem xét"
                            + " sửa mái.",
                    "Mái nhà văn hóa thôn Đông Hạ dột nặng, hôm mưa vừa rồi nước ngập sân khấu, xã chưa cho sửa."),
            List.of(
                    "Loa phường ở ngã tư Trần Phú mở từ 5 giờ sáng, quá to, nhà có trẻ nhỏ không ngủ được.",
                    "Đề nghị vặn nhỏ loa phát thanh ngã tư Trần Phú, 5 giờ sáng đã phát ầm ĩ cả xóm mất ngủ."),
            List.of(
                    "Tượng đài ở công viên Hòa Bình bị vẽ bậy, sơn đỏ bôi lên bệ, mong Sở cho lau sạch.",
                    "Có người vẽ sơn đỏ lên bệ tượng đài công viên Hòa Bình, nhìn rất phản cảm, xin cho tẩy."),
            List.of(
                    "Bể bơi trung tâm thể thao Lạch Tray nước đục, có mùi clo rất nồng, con tôi bơi xong ngứa khắp người.",
                    "Nước bể bơi Lạch Tray bẩn đục mấy tuần nay, trẻ con bơi về bị ngứa, nổi mẩn."));

    /** What two ask about one subject, each something else. */
    private static final List<List<String>> OTHER_MATTERS = List.of(
            List.of(
                    "Xin hỏi lịch mở cửa bảo tàng tỉnh dịp Tết?",
                    "Bảo tàng tỉnh có thu vé tham quan không, giá bao nhiêu?"),
            List.of(
                    "Cho tôi hỏi thủ tục công nhận câu lạc bộ thể thao cơ sở cần giấy tờ gì?",
                    "Câu lạc bộ thể thao cơ sở của chúng tôi muốn đổi tên thì làm thế nào?"),
            List.of(
                    "Thủ tục đăng ký lễ hội cấp xã nộp ở đâu?",
                    "Đăng ký lễ hội cấp xã mất bao nhiêu ngày, có mất phí không?"),
            List.of(
                    "Kính gửi Sở Văn hóa và Thể thao tỉnh An Hải. Thư viện tỉnh mở cửa thứ Bảy không?",
                    "Kính gửi: Giám đốc Sở Văn hóa và Thể thao tỉnh An Hải. Thư viện tỉnh có phòng đọc cho thiếu nhi"
                            + " không, làm thẻ thế nào?"));

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20, 40})
    void inItsFirstWeeksAnOfficeIsToldWhoNamesOneThing(int many) {
        var others = background().subList(0, many);
        for (var pair : PAIRS) {
            assertThat(proposed(pair, others)).as(pair.getFirst()).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20, 40})
    void inItsFirstWeeksAnOfficeIsToldNothingOfWhoOnlyAsksAboutOneSubject(int many) {
        var others = background().subList(0, many);
        for (var pair : OTHER_MATTERS) {
            assertThat(proposed(pair, others)).as(pair.getFirst()).isEmpty();
            assertThat(proposed(pair.reversed(), others)).as(pair.getLast()).isEmpty();
        }
        for (var asking = 2; asking <= QUESTIONS.size(); asking++) {
            assertThat(proposed(QUESTIONS.subList(0, asking), others)).isEmpty();
        }
    }

    /** What a department gets in some weeks, as the sample department has it. */
    private static List<String> letters() throws IOException {
        try (var in = Objects.requireNonNull(LikenessTest.class.getResourceAsStream("/sample/inbox.json"));
                var reader = Json.createReader(in)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(letter -> letter.getString("subject", "") + ". " + letter.getString("text"))
                    .toList();
        }
    }

    @Test
    void inItsFirstWeeksAnOfficeIsToldNothingOfLettersAboutDifferentMatters() throws IOException {
        var letters = letters();
        assertThat(letters).hasSizeGreaterThan(100);
        for (var first = 0; first + 40 <= letters.size(); first += 20) {
            var forty = letters.subList(first, first + 40);
            for (var i = 0; i < forty.size(); i++) {
                var texts = new ArrayList<>(forty);
                texts.addFirst(texts.remove(i));
                assertThat(proposed(texts, List.of())).as(texts.getFirst()).isEmpty();
            }
        }
    }

    @Test
    void whatEverybodyWritesTellsNothing() {
        assertThat(proposed(
                        List.of("Kính gửi Sở, tôi xin hỏi, xin cảm ơn.", "Tôi xin hỏi Sở, kính mong trả lời."),
                        background()))
                .isEmpty();
    }

    /** As many as are compared at most. */
    @Test
    void amongFortyThousandItIsFound() {
        var random = new Random(1);
        var all = new ArrayList<int[]>();
        for (var i = 0; i < 40_000; i++) {
            // Few words are frequent and many rare, as in letters.
            all.add(random.doubles(60)
                    .mapToInt(each -> (int) (3_000 * each * each * each))
                    .sorted()
                    .distinct()
                    .toArray());
        }
        var same = all.getFirst().clone();
        for (var i = 0; i < same.length / 3; i++) {
            same[i] = random.nextInt(3_000);
        }
        all.set(777, java.util.Arrays.stream(same).sorted().distinct().toArray());

        assertThat(found(all, Set.of(), all.size())).first().isEqualTo(777L);
    }
}
