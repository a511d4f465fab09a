package vn.minhbach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader who met the database on its way down is told to come again, not that the portal is broken. */
class FaultsTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "08001, true",
        "57P01, true",
        "53100, true",
        "90098, true",
        "90020, true",
        "90067, true",
        "57014, false",
        "23505, false",
        "42601, false",
        "HY000, false",
        ", false"
    })
    void aBrokenConnectionIsNoFaultOfOurs(String state, boolean away) {
        var thrown = new IllegalStateException(new RuntimeException(new SQLException("x", state)));
        assertThat(Faults.isDatabaseAway(thrown)).isEqualTo(away);
    }

    @Test
    void aCommitThatCameToNoEndIsNoFaultOfOurs() {
        var thrown = new TransactionalException("during commit", new SystemException("JTS5031"));
        assertThat(Faults.isDatabaseAway(thrown)).isTrue();
        assertThat(Faults.isDatabaseAway(new TransactionalException("rolled back", new RollbackException())))
                .isFalse();
    }

    @Test
    void aDatabaseThatCannotWriteItsFileIsNoFaultOfOurs() {
        var full = new IOException("No space left on device");
        var ofH2 = new SQLException("General error", "HY000", new IllegalStateException("Writing failed", full));
        assertThat(Faults.isDatabaseAway(new IllegalStateException(ofH2))).isTrue();
        // By way of its server, H2 has no cause to give.
        assertThat(Faults.isDatabaseAway(new SQLException(
                        "General error: \"org.h2.mvstore.MVStoreException: Writing to x failed [2.2.224/2]\" [50000-224]",
                        "HY000",
                        50_000)))
                .isTrue();
        // A page that could not be read or written is another matter.
        assertThat(Faults.isDatabaseAway(new IllegalStateException(full))).isFalse();
    }
}
