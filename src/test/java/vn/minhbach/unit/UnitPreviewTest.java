package vn.minhbach.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.RowDrafts;

/** A unit is looked at as the public would see it, before anything of it is kept. */
class UnitPreviewTest {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T ask(Function<UnitService, T> work) {
        return database.ask(em -> {
            var service = new UnitService();
            service.units = new UnitRepository(em);
            service.changes = new ChangeLog(em, Clock.systemUTC());
            return work.apply(service);
        });
    }

    private static RowDrafts.Draft draft(long row, String name, String body) {
        return new RowDrafts.Draft(
                UnitService.KIND,
                row,
                1,
                Map.of("name", name, "kind", "OFFICE", "body", body, "formerNames", "Phòng cũ"));
    }

    @Test
    void aKnownOneIsSeenUnderItsAddressAndStaysAsItIs() {
        var id = ask(service -> {
            var unit = new Unit("phong-di-san", "Phòng Di sản", "", UnitKind.OFFICE, 1);
            service.units.add(unit);
            return unit.getId();
        });

        var seen = ask(service -> service.previewed(
                draft(id, "Phòng Di sản văn hóa", "<p>Giữ gìn <b>di sản</b>.<script>alert(1)</script></p>")));

        assertThat(seen.getPath()).isEqualTo("/don-vi/phong-di-san");
        assertThat(seen.getName()).isEqualTo("Phòng Di sản văn hóa");
        assertThat(seen.getBody()).contains("di sản").doesNotContain("script");
        assertThat(seen.getFormerNames()).containsExactly("Phòng cũ");
        var kept = ask(service -> service.get("phong-di-san"));
        assertThat(kept.getName()).isEqualTo("Phòng Di sản");
    }

    @Test
    void somebodyOfAUnitIsSeenAmongTheOthers() {
        var unit = ask(service -> {
            var office = new Unit("van-phong", "Văn phòng", "", UnitKind.OFFICE, 1);
            service.units.add(office);
            for (var name : List.of("Lan", "Hà")) {
                var person = new UnitPerson(office.getId(), 1);
                person.write(Map.of("name", name, "post", "Chuyên viên"), Instant.EPOCH, "");
                service.units.add(person);
            }
            return office.getId();
        });
        var lan = ask(service -> service.peopleOf(unit).getFirst().getId());

        assertThat(names(unit, lan, "Lan Anh")).containsExactly("Lan Anh", "Hà");
        assertThat(names(unit, 0, "Mai")).containsExactly("Lan", "Hà", "Mai");
        var kept = ask(service -> service.peopleOf(unit));
        assertThat(kept).hasSize(2);
    }

    private List<String> names(long unit, long person, String typed) {
        var draft = new RowDrafts.Draft(PersonStore.KIND, person, 1, Map.of("name", typed, "post", "Trưởng phòng"));
        return ask(service ->
                service.previewed(unit, draft).stream().map(UnitPerson::getName).toList());
    }

    @Test
    void aNewOneIsSeenAndWhatCouldNotBeKeptIsNot() {
        var seen = ask(service -> service.previewed(draft(0, "Phòng Thể thao", "")));

        assertThat(seen.getPath()).isEqualTo("/don-vi/phong-the-thao");
        var kept = ask(UnitService::all);
        assertThat(kept).isEmpty();
        assertThatThrownBy(() -> ask(service -> service.previewed(draft(0, " ", ""))))
                .hasMessage("row.error.empty");
    }
}
