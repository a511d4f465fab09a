package vn.minhbach.auditdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.account.AuditEntry;
import vn.minhbach.account.AuditFilter;

/** What is looked for in the audit stands in the address, and no address asks the database for what it cannot keep. */
class AuditQueryTest {

    @Test
    void aDayIsTakenAsTheFieldSendsIt() {
        assertThat(AuditQuery.day("2026-11-29")).isEqualTo(LocalDate.of(2026, 11, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "29/11/2026",
                "2026-02-30",
                "2026-11-29T00:00",
                "+999999999-12-31",
                "-999999999-01-01",
                "0000-01-01"
            })
    void whatIsNoDayIsNone(String given) {
        assertThat(AuditQuery.day(given)).isNull();
    }

    @Test
    void theAddressNamesOnlyWhatIsLookedFor() {
        var filter = new AuditFilter("lan", "", "a&b", AuditEntry.Outcome.REFUSED, LocalDate.of(2026, 11, 1), null);
        assertThat(AuditQuery.address("/x", filter, null))
                .isEqualTo("/x?nguoi=lan&muc=a%26b&ket-qua=REFUSED&tu=2026-11-01");
        assertThat(AuditQuery.address("/x", AuditFilter.EVERYTHING, null)).isEqualTo("/x");
    }
}
