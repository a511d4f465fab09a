package vn.minhbach.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import vn.minhbach.IndexWatch;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchResult;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.NotFoundException;

/** Procedures in the server: the record comes back whole, and the list's facets follow it. */
@ArquillianTest
class ProcedureServiceIT {

    @Inject
    ProcedureService service;

    @Inject
    SearchService search;

    @Inject
    IndexWatch index;

    @Inject
    Clock clock;

    @Test
    void comesBackAsItWasAnnounced() {
        var announced = record("9.000001", "Cấp phép thả diều trên bãi biển", "Thả diều", ProcedureStatus.PUBLIC);
        var procedure = new Procedure(announced, clock.instant());
        procedure.checked(LocalDate.now(clock));
        service.add(procedure);
        assertEquals(announced, service.get("9.000001").toRecord());
        assertEquals(LocalDate.now(clock), service.get("9.000001").getCheckedOn());
    }

    @Test
    void refusesACodeThatIsNone() {
        var wrong = record("abc", "Mã sai", "Thả diều", ProcedureStatus.PUBLIC);
        assertThrows(ConstraintViolationException.class, () -> service.add(new Procedure(wrong, clock.instant())));
        assertThrows(NotFoundException.class, () -> service.get("abc"));
    }

    @Test
    void isCountedByFacetAndRanksLastOnceAbolished() throws InterruptedException {
        service.add(new Procedure(
                record("9.000012", "Đăng ký thuyền thúng", "Thuyền thúng", ProcedureStatus.ABOLISHED),
                clock.instant()));
        service.add(new Procedure(
                record(
                        "9.000011",
                        "Gia hạn đăng ký thuyền thúng của hợp tác xã",
                        "Thuyền thúng",
                        ProcedureStatus.PUBLIC),
                clock.instant()));
        index.awaitIndex();

        var found = find("dang ky thuyen thung", Map.of(ProcedureSearchSource.FIELD, List.of("Thuyền thúng")));
        assertEquals(
                List.of("9.000011", "9.000012"),
                found.hits().stream().map(hit -> hit.id()).toList());
        assertTrue(found.hits().getLast().ended());
        assertTrue(found.facets()
                .getOrDefault(ProcedureSearchSource.FIELD, List.of())
                .contains(new SearchResult.Count("Thuyền thúng", 2)));
        assertTrue(found.hits().getFirst().titleHtml().contains("<mark>thuyền</mark>"), "marked in the original");
    }

    @Test
    void offersTheSampleUnderItsLifeEvents() throws InterruptedException {
        index.awaitIndex();
        var events = service.lifeEvents();
        assertTrue(events.size() >= 8);
        var counts = find("", Map.of()).facets().getOrDefault(ProcedureSearchSource.LIFE_EVENT, List.of());
        assertTrue(counts.size() >= 3, "the sample fills several life events: " + counts);
    }

    private SearchResult find(String query, Map<String, List<String>> filters) {
        return search.search(new SearchRequest(
                query,
                List.of(ProcedureService.KIND),
                filters,
                List.of(ProcedureSearchSource.FIELD, ProcedureSearchSource.LIFE_EVENT),
                SearchRequest.Order.RELEVANCE,
                0,
                20,
                true));
    }

    private static ProcedureRecord record(String code, String title, String field, ProcedureStatus status) {
        var content = new ProcedureContent(
                "Mô tả",
                List.of(new Step("Nộp hồ sơ", "Đến quầy.\nNhận giấy hẹn.")),
                List.of(new Way(Channel.IN_PERSON, "3 ngày làm việc", "Miễn phí", "")),
                List.of(new PaperCase("", List.of(new Paper("Đơn đề nghị", "Mẫu số 1.docx", "", 1, 0)))),
                List.of("Công dân Việt Nam"),
                new Agencies("UBND cấp xã", "", "", "", ""),
                List.of("Giấy phép"),
                List.of(new LegalBasis("1/2026/NĐ-CP", "Nghị định", "", "Chính phủ")),
                "",
                List.of(),
                List.of(),
                List.of("2/2026/NĐ-CP"),
                Map.of("papers", "a", "ways", "b", "steps", "c"));
        return new ProcedureRecord(
                code,
                title,
                "UBND tỉnh An Hải",
                "12/QĐ-UBND",
                List.of(GovernmentLevel.COMMUNE),
                "",
                field,
                ServiceLevel.IN_PERSON,
                status,
                LocalDate.of(2026, 1, 1),
                null,
                "",
                content);
    }
}
