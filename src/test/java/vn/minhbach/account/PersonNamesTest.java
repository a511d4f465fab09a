package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are called on the screens of the back office. */
class PersonNamesTest {

    @Test
    void aPersonIsCalledByTheirFullName() {
        assertThat(PersonNames.told(Map.of("lan", "Trần Thị Lan", "minh", "Lê Minh")))
                .isEqualTo(Map.of("lan", "Trần Thị Lan", "minh", "Lê Minh"));
    }

    @Test
    void twoWithOneNameAreToldApartByTheirAccounts() {
        assertThat(PersonNames.told(Map.of("lan", "Trần Thị Lan", "lan2", "Trần Thị Lan", "minh", "Lê Minh")))
                .isEqualTo(Map.of("lan", "Trần Thị Lan (lan)", "lan2", "Trần Thị Lan (lan2)", "minh", "Lê Minh"));
    }

    @Test
    void accountsWithoutAFullNameAreToldByThemselves() {
        assertThat(PersonNames.told(Map.of("quantri", "", "kythuat", "")))
                .isEqualTo(Map.of("quantri", "quantri", "kythuat", "kythuat"));
    }
}
