package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.web.Words;

/** The summary says what was announced, marks what it makes of it, and says of silence that it is silence. */
class SummaryTest {

    private static final Words WORDS = Words.VIETNAMESE;

    @Test
    void nobodysWordStandsOnNothing() {
        assertThatThrownBy(() -> new Statement("Miễn phí", Origin.SOURCE, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Statement("Nộp ở xã", Origin.ADVICE, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Statement(" ", Origin.READING, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Statement.silence("Chưa có dữ liệu").silent()).isTrue();
        assertThat(Statement.of("4 ngày", "4 Ngày").origin()).isEqualTo(Origin.SOURCE);
        assertThat(Statement.of("70.000 đồng", "70,000 Việt Nam Đồng").origin()).isEqualTo(Origin.SOURCE);
        assertThat(Statement.of("khoảng 4 ngày", "4 Ngày").origin()).isEqualTo(Origin.READING);
    }

    /** Cell, remark, then what is said, statement by statement, with whose word it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Miễn phí||SOURCE Miễn phí",
                "Miễn phí (Không quy định.)||SOURCE Miễn phí",
                "Miễn phí (không có)||SOURCE Miễn phí",
                "Miễn phí (Do Hội đồng nhân dân tỉnh quy định)||READING Theo mức do HĐND tỉnh quy định;READING Cột phí của nguồn ghi “Miễn phí”",
                "Miễn phí (- Cấp đổi thẻ: 45.000 đồng)||SOURCE - Cấp đổi thẻ: 45.000 đồng;READING Cột phí của nguồn ghi “Miễn phí”",
                "Miễn phí|Lệ phí cấp thẻ là 30.000 đồng.|READING Cột phí của nguồn ghi “Miễn phí”, nhưng phần mô tả nêu khoản phải nộp; xem bên dưới",
                "Miễn phí|Vốn điều lệ 30.000.000 đồng.|SOURCE Miễn phí",
                "145 VNĐ||READING Nguồn ghi 145 VNĐ, có thể là 145.000 đồng",
                "45 VNĐ (45.000 đồng/thẻ)||SOURCE 45.000 đồng/thẻ",
                "7 VNĐ||READING Nguồn ghi 7 VNĐ; xem bản gốc",
                "700,000 Việt Nam Đồng||SOURCE 700.000 đồng",
                "1700000 Đồng||SOURCE 1.700.000 đồng",
                "90,000 VNĐ (/hồ sơ)||SOURCE 90.000 đồng/hồ sơ",
                "90,000 VNĐ (90.000 đồng/giấy)||READING 90.000 đồng/giấy",
                "90,000 VNĐ (đồng/lần)||READING 90.000 đồng/lần",
                "90,000 VNĐ (Không)||READING 90.000 đồng",
                "60 USD||SOURCE 60 USD",
                "1,000 USD (mỗi tàu)||SOURCE 1.000 USD (mỗi tàu)",
                "5000||READING Nguồn ghi “5000”, không kèm đơn vị",
                "||READING Chưa có dữ liệu",
                "Theo biểu phí của Bộ||SOURCE Theo biểu phí của Bộ"
            })
    void aFeeIsToldAsTheSourceTellsIt(@Nullable String cell, @Nullable String note, String told) {
        var way = new Way(Channel.ONLINE, "", cell == null ? "" : cell, note == null ? "" : note);
        assertThat(Fees.of(List.of(way), WORDS))
                .extracting(one -> one.origin() + " " + one.text())
                .containsExactlyElementsOf(Arrays.asList(told.split(";(?=READING|SOURCE)")));
    }

    @Test
    void whatCostsSomethingStandsBeforeWhatIsFree() {
        var fees = Fees.of(
                List.of(
                        new Way(Channel.POST, "", "Miễn phí", ""),
                        new Way(Channel.POST, "", "80,000 VNĐ", ""),
                        new Way(Channel.POST, "", "", "")),
                WORDS);
        assertThat(fees).extracting(Statement::text).element(0).isEqualTo("80.000 đồng");
        assertThat(fees).hasSize(2).allMatch(one -> !one.silent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 Ngày làm việc||SOURCE 6 ngày làm việc",
                "0.5 Ngày||SOURCE 0,5 ngày",
                "2 Giờ||SOURCE 2 giờ",
                "05 ngày, kể từ ngày nhận đủ hồ sơ||SOURCE 05 ngày, kể từ ngày nhận đủ hồ sơ",
                "1||READING Nguồn ghi “1”, không kèm đơn vị",
                "1|Trong 20 ngày.|READING Nguồn ghi “1”, không kèm đơn vị; xem thời hạn trong phần mô tả",
                "|Trong 20 ngày.|READING Xem thời hạn trong phần mô tả",
                "||READING Chưa có dữ liệu"
            })
    void aTimeIsToldAsTheSourceTellsIt(@Nullable String cell, @Nullable String note, String told) {
        var way = new Way(Channel.ONLINE, cell == null ? "" : cell, "", note == null ? "" : note);
        assertThat(Times.of(List.of(way), WORDS))
                .extracting(one -> one.origin() + " " + one.text())
                .containsExactly(told);
    }

    /** The source names ways; how far the one online goes it does not say, and where none is named nobody said "no". */
    @Test
    void nothingIsMadeUpAboutGoingOnline() {
        var both = List.of(new Way(Channel.ONLINE, "1 Ngày", "", ""), new Way(Channel.IN_PERSON, "1 Ngày", "", ""));
        assertThat(how(both, ServiceLevel.ONLINE, Channel.ONLINE)).containsExactly("Trực tuyến");
        assertThat(how(both, ServiceLevel.ONLINE, Channel.IN_PERSON)).containsExactly("Trực tiếp");
        assertThat(how(both, ServiceLevel.PARTIAL, Channel.IN_PERSON)).containsExactly("Trực tiếp");
        assertThat(how(both, ServiceLevel.PARTIAL, Channel.ONLINE)).hasSize(2);
        assertThat(how(both.subList(1, 2), ServiceLevel.UNSTATED, Channel.IN_PERSON))
                .containsExactly("Trực tiếp", "Dữ liệu công bố không có hình thức trực tuyến");
        assertThat(how(List.of(), ServiceLevel.UNSTATED, null)).containsExactly("Chưa có dữ liệu");
    }

    private static List<String> how(List<Way> ways, ServiceLevel level, @Nullable Channel channel) {
        return Summary.of(procedure(content(ways, List.of(), Agencies.NONE), level), channel, WORDS).how().stream()
                .map(Statement::text)
                .toList();
    }

    @Test
    void papersAreCountedCaseByCaseAndRemarksAreNone() {
        var one =
                new PaperCase("", List.of(paper("Đơn", 1, 0), paper("Lưu ý: mang theo thẻ", 1, 0), paper("Ảnh", 0, 0)));
        var two = new PaperCase(
                "Cấp lại", List.of(paper("Đơn", 1, 0), paper("Bản sao thẻ", 0, 1), paper("Giấy tờ gồm:", 1, 0)));
        assertThat(papers(List.of(one))).isEqualTo("1 mục giấy tờ");
        assertThat(papers(List.of(one, two))).isEqualTo("2 trường hợp, mỗi trường hợp từ 1 đến 2 mục giấy tờ");
        assertThat(papers(List.of(two, two))).isEqualTo("2 trường hợp, mỗi trường hợp 2 mục giấy tờ");
        assertThat(papers(List.of())).isEqualTo("Chưa có dữ liệu");
        assertThat(papers(List.of(new PaperCase("", List.of(paper("Ảnh", 0, 0))))))
                .isEqualTo("Xem thành phần hồ sơ");
    }

    private static String papers(List<PaperCase> cases) {
        return Summary.of(procedure(content(List.of(), cases, Agencies.NONE), ServiceLevel.UNSTATED), null, WORDS)
                .papers()
                .getFirst()
                .text();
    }

    @Test
    void whoDoesItIsNotToldAsWhereToFile() {
        var performing = new Agencies("Sở Lễ hội", "", "", "", "");
        var receiving = new Agencies("Sở Lễ hội", "", "Số 4 phố Thử", "", "");
        assertThat(where(Agencies.NONE, Channel.IN_PERSON).silent()).isTrue();
        assertThat(where(performing, Channel.IN_PERSON))
                .isEqualTo(Statement.reading("Cơ quan thực hiện: Sở Lễ hội", "Sở Lễ hội"));
        assertThat(where(receiving, Channel.IN_PERSON)).isEqualTo(Statement.source("Số 4 phố Thử"));
        assertThat(where(performing, Channel.ONLINE).origin()).isEqualTo(Origin.ADVICE);
    }

    private static Statement where(Agencies agencies, Channel channel) {
        var ways = List.of(new Way(channel, "", "", ""));
        return Summary.of(procedure(content(ways, List.of(), agencies), ServiceLevel.ONLINE), channel, WORDS)
                .where()
                .getFirst();
    }

    /** Whatever comes in, every answer says something, and whose word it is holds by its ground. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "Miễn phí",
                "135 VNĐ",
                "8 Ngày",
                "Miễn phí (Phí: 5.000 đồng",
                "())(",
                "Không quy định",
                "1,5 USD"
            })
    void everyStatementHasItsOrigin(String cell) {
        for (var channel : Channel.values()) {
            var ways = List.of(new Way(channel, cell, cell, cell), new Way(channel, "", cell, ""));
            var content =
                    content(ways, List.of(new PaperCase(cell, List.of(paper("Đơn " + cell, 1, 0)))), Agencies.NONE);
            for (var words : List.of(Words.VIETNAMESE, Words.ENGLISH)) {
                var summary = Summary.of(procedure(content, ServiceLevel.ONLINE), channel, words);
                assertThat(List.of(
                                summary.where(),
                                summary.times(),
                                summary.fees(),
                                summary.how(),
                                summary.papers(),
                                summary.results()))
                        .allSatisfy(answer -> assertThat(answer).isNotEmpty());
                assertThat(summary.statements().filter(one -> one.origin() == Origin.SOURCE))
                        .allMatch(one -> Statement.sameWords(one.text(), one.ground()));
            }
        }
    }

    private static Paper paper(String name, int originals, int copies) {
        return new Paper(name, "", "", originals, copies);
    }

    static ProcedureContent content(List<Way> ways, List<PaperCase> cases, Agencies agencies) {
        return new ProcedureContent(
                "", List.of(), ways, cases, List.of(), agencies, List.of(), List.of(), "", List.of(), List.of(),
                List.of(), Map.of());
    }

    static Procedure procedure(ProcedureContent content, ServiceLevel level) {
        return new Procedure(
                new ProcedureRecord(
                        "1.000042",
                        "Cấp thẻ hội viên",
                        "",
                        "",
                        List.of(),
                        "",
                        "",
                        level,
                        ProcedureStatus.PUBLIC,
                        null,
                        null,
                        "https://dichvucong.gov.vn/thu",
                        content),
                Instant.EPOCH);
    }
}
