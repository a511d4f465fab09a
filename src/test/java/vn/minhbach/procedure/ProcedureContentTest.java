package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.shared.Json;

/** The parts of a procedure go to the database as JSON and come back as they were. */
class ProcedureContentTest {

    private final ProcedureContentConverter converter = new ProcedureContentConverter();

    @Test
    void everyPartComesBackAsItWas() {
        var content = whole();

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(content)))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"steps\":null,\"raw\":null,\"agencies\":null}", "{\"unknown\":[1,{\"a\":2}]}"})
    void aPartThatIsMissingIsEmpty(String json) {
        assertThat(Json.read(json, ProcedureContent.class)).isEqualTo(ProcedureContent.EMPTY);
    }

    @Test
    void aDocumentOfAnEarlierVersionKeepsWhatItHas() {
        var json = "{\"description\":\"Cũ\",\"steps\":[{\"title\":\"1\",\"text\":\"a\\nb\"}],"
                + "\"ways\":[{\"channel\":\"ONLINE\",\"time\":\"3 ngày\",\"fee\":\"\",\"note\":\"\"}]}";

        var content = converter.convertToEntityAttribute(json);

        assertThat(content.description()).isEqualTo("Cũ");
        assertThat(content.steps()).containsExactly(new Step("1", "a\nb"));
        assertThat(content.ways()).containsExactly(new Way(Channel.ONLINE, "3 ngày", "", ""));
        assertThat(content.legalBases()).isEmpty();
    }

    @Test
    void nothingInTheColumnIsAnEmptyProcedure() {
        assertThat(converter.convertToEntityAttribute(null)).isEqualTo(ProcedureContent.EMPTY);
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(null)))
                .isEqualTo(ProcedureContent.EMPTY);
    }

    @Test
    void equalContentsHaveEqualTexts() {
        var one = new LinkedHashMap<String, String>();
        one.put("ways", "b");
        one.put("steps", "a");

        assertThat(Json.write(raw(one))).isEqualTo(Json.write(raw(Map.of("steps", "a", "ways", "b"))));
        assertThat(Json.write(whole())).isEqualTo(Json.write(whole()));
    }

    private static ProcedureContent raw(Map<String, String> raw) {
        return new ProcedureContent(
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Agencies.NONE,
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                raw);
    }

    private static ProcedureContent whole() {
        return new ProcedureContent(
                "Mô tả \"trong ngoặc\" \\ </script> \u2028 \uD83D\uDE00 \t",
                List.of(new Step("", "Một\nHai")),
                List.of(new Way(Channel.POST, "5 ngày", "Miễn phí", "Gửi về Sở")),
                List.of(new PaperCase("Cấp mới", List.of(new Paper("Đơn", "Mẫu 01.docx", "/tep/1", 1, 0)))),
                List.of("Công dân Việt Nam"),
                new Agencies("Sở", "UBND tỉnh", "Số 12", "", "Công an"),
                List.of("Giấy phép"),
                List.of(new LegalBasis("52/2024/NĐ-CP", "Quy định", "01/07/2024", "Chính phủ")),
                "Từ đủ 18 tuổi",
                List.of("thẻ"),
                List.of("1.001234"),
                List.of("61/2018/NĐ-CP"),
                Map.of("steps", "Trình tự", "ways", ""));
    }
}
