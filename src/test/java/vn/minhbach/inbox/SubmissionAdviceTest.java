package vn.minhbach.inbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchResult;
import vn.minhbach.search.SearchService;
import vn.minhbach.search.Searched;
import vn.minhbach.shared.UnavailableException;

/** What somebody is told who has not sent yet. */
class SubmissionAdviceTest {

    private final InboxOnH2 h2 = new InboxOnH2();
    private final List<SearchRequest> asked = new ArrayList<>();

    @AfterEach
    void close() {
        h2.close();
    }

    private SubmissionAdvice.Advice advice(String subject, String text) {
        return h2.ask(desk -> new SubmissionAdvice(desk.service, new SearchService() {
                    @Override
                    public SearchResult search(SearchRequest request) {
                        asked.add(request);
                        throw new UnavailableException(UnavailableException.Part.SEARCH);
                    }
                })
                .of(subject, text, "vi"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tôi muốn tố cáo ông A                 | to-cao",
                "TOI MUON TO CAO ONG A                 | to-cao",
                "toi khong dong y voi quyet dinh so 12 | khieu-nai",
                "Chợ đang cháy nhà dân!!               | khan-cap",
                "ho so cua toi bao gio co ket qua      | tra-cuu-ho-so",
                "Xin làm căn cước                      | cong-an",
                "Góp ý dự thảo luật                    | du-thao",
                "Thông tư trái luật                    | phan-anh-quoc-gia",
                "Hồ sơ quá hẹn trả kết quả             | tra-cuu-ho-so",
                "Huỷ quyết định xử phạt                | khieu-nai",
                "Đóng bảo hiểm xã hội ở đâu            | co-quan-khac",
                "Xin cấp sổ đỏ                         | dat-dai",
                "Đăng ký kết hôn với người nước ngoài  | ho-tich"
            })
    void theRightDoorIsNamedWithAndWithoutMarks(String text, String door) {
        var found = h2.ask(desk -> desk.service.wrongDoors(text));

        assertThat(found).extracting(WrongDoor::getKey).contains(door);
    }

    /** What a department of culture and sports hears every day is no matter for elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Các môn thể thao dưới nước ở biển có phải xin phép không?",
                "Nhà hát đang chạy chương trình gì cuối tuần này?",
                "Mưa quá, tôi đổi tiền vé có được không?",
                "Sơ đồ chỗ ngồi của nhà hát tôi xem ở đâu?",
                "Hồ sơ nộp tại bộ phận tiếp nhận và trả kết quả lúc mấy giờ?",
                "Hè này có chương trình phòng, chống đuối nước cho trẻ em không?",
                "Hồ bơi phải có mấy nhân viên cứu hộ, cấp cứu?",
                "Hồ sơ dự giải cần bản sao giấy khai sinh và căn cước không?",
                "Nghệ sĩ nước ngoài biểu diễn nộp bản sao hộ chiếu phải không?",
                "Xã lấy ý kiến cộng đồng về hội làng rồi thì làm gì tiếp?",
                "Hộ nghèo có được miễn vé vào bảo tàng không?"
            })
    void theDepartmentsOwnWordsLeadNowhereElse(String text) {
        var found = h2.ask(desk -> desk.service.wrongDoors(text));

        assertThat(found).extracting(WrongDoor::getKey).isEmpty();
    }

    private static List<JsonObject> sample() throws IOException {
        try (var in = Files.newInputStream(Path.of("src/main/resources/sample/inbox.json"));
                var reader = Json.createReader(in)) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    private List<String> doors(JsonObject item) {
        return h2
                .ask(desk -> desk.service.wrongDoors(item.getString("subject") + " " + item.getString("text")))
                .stream()
                .map(WrongDoor::getKey)
                .toList();
    }

    @Test
    void nothingThatTheOfficeAnsweredIsAnEmergency() throws IOException {
        assertThat(sample())
                .filteredOn(item -> item.containsKey("answer"))
                .hasSizeGreaterThan(60)
                .allSatisfy(item ->
                        assertThat(doors(item)).as(item.getString("subject")).doesNotContain("khan-cap"));
    }

    /** Whoever sends it is told before what the office would tell them days later. */
    @Test
    void whatTheOfficePassesOnIsNamedBeforeItIsSent() throws IOException {
        assertThat(sample())
                .filteredOn(item -> item.getString("course").equals("transferred"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(item ->
                        assertThat(doors(item)).as(item.getString("subject")).hasSize(1));
    }

    @Test
    void aNumberToCallIsTheFirstThatItsTextNames() {
        var doors = h2.ask(desk -> desk.repository.wrongDoors()).stream()
                .filter(door -> door.getUrl().startsWith("tel:"))
                .toList();

        assertThat(doors)
                .isNotEmpty()
                .allSatisfy(door -> assertThat(List.of(door.text("vi"), door.text("en")))
                        .allSatisfy(text -> assertThat(text.replaceFirst("\\D+", ""))
                                .startsWith(SubmissionAdvice.label(door.getUrl()))));
    }

    @Test
    void everyDoorSaysWhereItIs() {
        var doors = h2.ask(desk -> desk.repository.wrongDoors());

        assertThat(doors).hasSizeGreaterThan(5).allSatisfy(door -> {
            assertThat(door.getUrl()).as(door.getKey()).matches("(https://|tel:).+");
            assertThat(SubmissionAdvice.label(door.getUrl())).isNotBlank().doesNotContain("://", "tel:");
            assertThat(door.text("vi")).isNotBlank();
            assertThat(door.text("en")).isNotBlank();
        });
    }

    @Test
    void anIndexThatIsAwayTakesNothingFromTheDoors() {
        assertThat(advice("Khiếu nại quyết định", "").doors()).isNotEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoHasHardlyBegunIsLeftAlone() {
        assertThat(advice("", "Tôi").similar()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void aMegabyteIsAShortQuestion() {
        advice("", "khiếu nại ".repeat(100_000));

        assertThat(asked.getFirst().query()).hasSizeLessThanOrEqualTo(200);
    }

    /** What somebody types here is theirs; only the page of the search counts queries. */
    @Test
    void nothingTypedHereIsCountedAsASearch() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(SearchPage|Searched|QueryCounter|\\w+Test|\\w+IT)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Searched.class)
                .check(new ClassFileImporter()
                        .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.minhbach"));
    }
}
