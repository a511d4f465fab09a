package vn.minhbach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader who met the database on its way down is told to come again, not that the portal is broken. */
class FaultsTest {

    @ParameterizedTest
    @CsvSource({"08006, true", "08001, true", "57P01, true", "57014, false", "23505, false", "42601, false", ", false"})
    void aBrokenConnectionIsNoFaultOfOurs(String state, boolean away) {
        var thrown = new IllegalStateException(new RuntimeException(new SQLException("x", state)));
        assertThat(Faults.isDatabaseAway(thrown)).isEqualTo(away);
    }
}
