package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.web.Throttle;

/** Whoever tries to get in is written down, and does not fill the audit by trying on and on. */
class StrangerAuditTest {

    private final AccountsOnH2 h2 = new AccountsOnH2();
    private final Throttle throttle = new Throttle(h2.clock);

    @AfterEach
    void close() {
        h2.close();
    }

    private void tries(String address, int times) {
        h2.database.inTransaction(em -> {
            var audit = new StrangerAudit(new Audit(em, h2.clock), throttle);
            for (var i = 0; i < times; i++) {
                audit.failed("Passkey", "?", address);
            }
        });
    }

    private List<AuditEntry> written() {
        return h2.database.ask(em -> new Audit(em, h2.clock).newest(10_000));
    }

    @Test
    void aTryIsWrittenDownWithTheWayAndTheAddress() {
        tries("192.0.2.1", 1);

        assertThat(written()).singleElement().satisfies(entry -> {
            assertThat(entry.getDeed()).isEqualTo("SIGN_IN");
            assertThat(entry.getMethod()).isEqualTo("Passkey");
            assertThat(entry.getSubject()).isEqualTo("? · 192.0.2.1");
            assertThat(entry.getOutcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
        });
    }

    @Test
    void ofOneNetworkOnlySoManyAreWrittenDownInAnHour() {
        tries("2001:db8:0:1:0:0:0:1", 200);
        tries("2001:db8:0:1:0:0:0:2", 200);
        tries("192.0.2.1", 1);
        assertThat(written()).hasSize(101);

        h2.clock.pass(Duration.ofHours(1));
        tries("2001:db8:0:1:0:0:0:1", 1);
        assertThat(written()).hasSize(102);
    }

    @Test
    void ofAllTogetherOnlySoMany() {
        for (var i = 0; i < 250; i++) {
            tries("192.0.2." + i, 10);
        }
        assertThat(written()).hasSize(2_000);
    }

    /** Else whoever means an account tries a thousand names of nobody first, and is not written down. */
    @Test
    void namesOfNobodyKeepNoAccountOutOfTheAudit() {
        for (var i = 0; i < 250; i++) {
            tries("192.0.2." + i, 10);
        }
        h2.database.inTransaction(
                em -> new StrangerAudit(new Audit(em, h2.clock), throttle).failed("", "lan", "198.51.100.1"));

        assertThat(written()).anyMatch(entry -> entry.getSubject().equals("lan · 198.51.100.1"));
    }
}
