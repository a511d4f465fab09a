package vn.minhbach.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.minhbach.account.SubjectNames.Told;
import vn.minhbach.desk.RowNames;

/** Which row the audit means: of a person it has the unit before the number. */
class UnitNamesTest {

    private final UnitNames names = new UnitNames();

    @Test
    void aUnitAndItsPeopleAreToldApart() {
        assertThat(names.row(new Told("UnitService.place", "5 · 7")))
                .isEqualTo(new RowNames.Row(UnitService.KIND, "5"));
        assertThat(names.row(new Told("UnitService.addPerson", "5 · 31")))
                .isEqualTo(new RowNames.Row(PersonStore.KIND, "31"));
        assertThat(names.row(new Told("UnitService.undoPerson", "5 · 400")))
                .isEqualTo(new RowNames.Row(PersonStore.KIND, "400"));
    }
}
