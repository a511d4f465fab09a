package vn.minhbach.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.web.PublicItem;

/** What those are told of units who go over everything public. */
class UnitContentKindTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T01:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    @Test
    void theChangeLogKnowsWhenAUnitWasChanged() {
        try (var database = TestDatabase.create()) {
            database.inTransaction(em -> {
                var units = new UnitRepository(em);
                units.add(new Unit("so", "Sở", "", UnitKind.DEPARTMENT, 1));
                units.add(new Unit("phong", "Phòng", "", UnitKind.OFFICE, 2));
                units.add(new Unit("chua-ghi", "Chưa ghi", "", UnitKind.OFFICE, 3));
                new ChangeLog(em, at(MONDAY)).published(UnitService.KIND, "so");
                new ChangeLog(em, at(MONDAY)).published(UnitService.KIND, "phong");
                new ChangeLog(em, at(TUESDAY)).published(UnitService.KIND, "so");
                new ChangeLog(em, at(TUESDAY)).published("procedure", "phong");
            });

            database.inTransaction(em -> {
                var kind = new UnitContentKind();
                kind.units = new UnitRepository(em);
                kind.changes = new ChangeLog(em, at(TUESDAY));

                assertThat(kind.items(0, kind.lastKey()))
                        .containsExactly(
                                new PublicItem("so", TUESDAY),
                                new PublicItem("phong", MONDAY),
                                new PublicItem("chua-ghi", null));
                assertThat(kind.changed(0, kind.lastKey())).hasValue(TUESDAY);
                assertThat(kind.items(kind.lastKey(), kind.lastKey() + 10)).isEmpty();
                assertThat(kind.path("so"))
                        .isEqualTo(kind.units.bySlug("so").orElseThrow().getPath());
            });
        }
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}
