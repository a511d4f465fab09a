package vn.minhbach.inbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "Xin làm căn cước                      | co-quan-khac",
                "Góp ý dự thảo luật                    | du-thao",
                "Thông tư trái luật                    | phan-anh-quoc-gia"
            })
    void theRightDoorIsNamedWithAndWithoutMarks(String text, String door) {
        var found = h2.ask(desk -> desk.service.wrongDoors(text));

        assertThat(found).extracting(WrongDoor::getKey).contains(door);
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
