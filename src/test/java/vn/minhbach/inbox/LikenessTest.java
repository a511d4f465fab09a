package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
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
        return found(all.stream().map(LikenessTest::numbers).toList(), texts.size());
    }

    private static int[] numbers(String text) {
        return SubmissionWords.split(text).stream()
                .mapToInt(String::hashCode)
                .sorted()
                .distinct()
                .toArray();
    }

    private static List<Long> found(List<int[]> all, int candidates) {
        var frequency = new HashMap<Integer, Integer>();
        for (var words : all) {
            for (var word : words) {
                frequency.merge(word, 1, Integer::sum);
            }
        }
        var likeness = new Likeness(all.getFirst(), word -> frequency.getOrDefault(word, 0), all.size());
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

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 47})
    void ofFewNobodyCanTellWhatIsRare(int many) {
        assertThat(proposed(List.of(LAMP, SAME_LAMP), background().subList(0, many)))
                .isEmpty();
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

        assertThat(found(all, all.size())).first().isEqualTo(777L);
    }
}
