package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes what the audit says is seen. */
@Timeout(120)
class AuditChainTest {

    @TempDir
    Path data;

    private AuditOnH2 audit;

    @BeforeEach
    void open() {
        audit = new AuditOnH2(data);
    }

    @AfterEach
    void close() {
        audit.close();
    }

    private void sealed(int count) {
        audit.deeds(count);
        audit.seal();
    }

    @Test
    void whatWasWrittenIsSound() {
        sealed(1_200);
        audit.deeds(3);

        var verdict = audit.verify();

        assertThat(verdict.isSound()).as("%s", verdict.faults()).isTrue();
        assertThat(verdict.entries()).isEqualTo(1_200);
        assertThat(audit.ask(AuditService::condition).waiting()).isFalse();
        audit.clock.pass(Duration.ofMinutes(2));
        assertThat(audit.ask(AuditService::condition).waiting()).isTrue();
        audit.seal();
        assertThat(audit.verify().entries()).isEqualTo(1_203);
        assertThat(audit.ask(AuditService::condition).waiting()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'mai'",
                "at = dateadd(second, 1, at)",
                "deed = 'MANAGE_PEOPLE'",
                "method = 'SiteService.other'",
                "subject = 'khác'",
                "outcome = 'REFUSED'",
                "request_id = 'x'",
                "address = '10.0.0.1'",
                "id = -1",
                // From one field to the next.
                "actor = 'la', deed = 'nKEEP_SITE'",
                "digest = '0000000000000000000000000000000000000000000000000000000000000000'"
            })
    void anAlteredEntryIsSeen(String change) {
        sealed(9);

        assertThat(audit.tamper("update audit_entry set " + change + " where chain_position = 5"))
                .isEqualTo(1);

        assertThat(audit.verify().faults()).contains(new AuditChain.Fault(AuditChain.Kind.ALTERED, 5));
    }

    @Test
    void aRemovedEntryIsSeen() {
        sealed(9);
        audit.tamper("delete from audit_entry where chain_position = 5");

        assertThat(audit.verify().faults()).containsExactly(new AuditChain.Fault(AuditChain.Kind.MISSING, 6));
    }

    @Test
    void aRemovedEntryIsSeenWhenTheOthersCloseRanks() {
        sealed(9);
        audit.tamper("delete from audit_entry where chain_position = 5");
        for (var place = 6; place <= 9; place++) {
            audit.tamper("update audit_entry set chain_position = " + (place - 1) + " where chain_position = " + place);
        }

        assertThat(audit.faults()).contains(AuditChain.Kind.ALTERED);
    }

    @Test
    void anotherOrderIsSeen() {
        sealed(9);
        audit.tamper("update audit_entry set chain_position = 100 where chain_position = 4");
        audit.tamper("update audit_entry set chain_position = 4 where chain_position = 5");
        audit.tamper("update audit_entry set chain_position = 5 where chain_position = 100");

        assertThat(audit.faults()).contains(AuditChain.Kind.ALTERED);
    }

    @Test
    void aMissingBeginningIsSeen() {
        sealed(9);
        audit.tamper("delete from audit_entry where chain_position < 4");
        assertThat(audit.faults()).containsExactly(AuditChain.Kind.MISSING);

        // With an anchor that nobody has written about, too.
        audit.tamper("insert into audit_anchor (chain_position, digest, removed_at) values (3, (select digest from"
                + " audit_entry where chain_position = 4), timestamp '2026-06-01 00:00:00')");
        assertThat(audit.faults()).contains(AuditChain.Kind.UNEXPLAINED);
    }

    @Test
    void aMissingEndIsSeen() {
        sealed(9);
        audit.tamper("delete from audit_entry where chain_position > 7");
        assertThat(audit.faults()).containsExactly(AuditChain.Kind.TRUNCATED);

        // Whoever knows the row with the end as well is found out by what stands in the data folder.
        audit.tamper("update audit_head set chain_position = 7,"
                + " digest = (select digest from audit_entry where chain_position = 7)");
        assertThat(audit.faults()).containsExactly(AuditChain.Kind.TRUNCATED);
    }

    @Test
    void aChainThatWasComputedAnewIsFoundOutByWhatStandsElsewhere() {
        sealed(9);
        audit.tamper("update audit_entry set subject = 'khác' where chain_position = 3");
        audit.tamper("update audit_entry set chain_position = null, digest = null");
        audit.tamper("update audit_head set chain_position = 0, digest = '" + AuditChain.START + "'");
        while (audit.ask(AuditService::seal).isPresent()) {
            // The forger seals as the portal does.
        }

        assertThat(audit.verify().entries()).isEqualTo(9);
        assertThat(audit.faults()).containsExactly(AuditChain.Kind.REWRITTEN);
    }

    @Test
    void whatIsOldEnoughGoesAndTheRestStillHangsOnSomething() {
        sealed(5);
        audit.clock.pass(Duration.ofDays(1_000));
        sealed(5);
        audit.clock.pass(Duration.ofDays(200));

        forgetOld();
        audit.seal();

        var verdict = audit.verify();
        assertThat(verdict.isSound()).as("%s", verdict.faults()).isTrue();
        assertThat(verdict.entries()).isEqualTo(6);
        assertThat(audit.page(AuditFilter.EVERYTHING, 1).getFirst())
                .satisfies(entry -> {
                    assertThat(entry.getDeed()).isEqualTo(AuditService.FORGOTTEN);
                    assertThat(entry.getSubject()).startsWith("5 ");
                });
        // Once more, with nothing to take out and then with all that was left.
        forgetOld();
        assertThat(audit.verify().entries()).isEqualTo(6);
        audit.clock.pass(Duration.ofDays(2_000));
        forgetOld();
        audit.seal();
        assertThat(audit.verify().isSound()).isTrue();
        assertThat(audit.verify().entries()).isEqualTo(1);
        // Afterwards tampering is seen as before.
        sealed(3);
        audit.tamper("update audit_entry set actor = 'mai' where chain_position = 13");
        assertThat(audit.faults()).containsExactly(AuditChain.Kind.ALTERED);
    }

    private void forgetOld() {
        audit.ask(service -> {
            service.forgetOld();
            return true;
        });
    }

    /** Deeds do not wait for the chain, nor does it leave any out: people act and two nodes seal at the same time. */
    @Test
    void manyWhoActWhileTwoSealAreAllInTheChainOnce() throws Exception {
        var writers = 6;
        var each = 60;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Boolean>>();
            for (var writer = 0; writer < writers; writer++) {
                var who = "người " + writer;
                work.add(() -> {
                    for (var i = 0; i < each; i++) {
                        audit.deed(who, "mục " + i);
                    }
                    return true;
                });
            }
            for (var sealer = 0; sealer < 2; sealer++) {
                work.add(() -> {
                    for (var i = 0; i < 40; i++) {
                        audit.ask(AuditService::seal);
                    }
                    return true;
                });
            }
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        audit.seal();

        var verdict = audit.verify();
        assertThat(verdict.isSound()).as("%s", verdict.faults()).isTrue();
        assertThat(verdict.entries()).isEqualTo(writers * each);
        assertThat(verdict.last().position()).isEqualTo(writers * each);
    }

    @Test
    void aDeedThatWaitsForItsCommitHoldsUpNobody() {
        audit.database.inTransaction(slow -> {
            new Audit(slow, audit.clock)
                    .done(vn.minhbach.access.Actor.PORTAL, new Audit.Deed("SIGN_IN", "", "chậm"));
            slow.flush();
            sealed(3);
            assertThat(audit.verify().entries()).isEqualTo(3);
        });
        audit.seal();

        assertThat(audit.verify().entries()).isEqualTo(4);
        assertThat(audit.verify().isSound()).isTrue();
    }

    @Test
    void theEndIsWrittenDownOnceADayAndEachTime() throws Exception {
        sealed(2);
        sealed(2);
        audit.clock.pass(Duration.ofDays(1));
        sealed(2);

        assertThat(Files.readAllLines(data.resolve("audit/days"))).hasSize(2);
        assertThat(Files.readString(data.resolve("audit/head"))).contains(" 6 ");
        assertThat(new AuditHeads(data).known())
                .extracting(AuditChain.Head::position)
                .isEqualTo(List.of(2L, 6L, 6L));
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAlsoWithinOneMoment() {
        for (var i = 0; i < 25; i++) {
            audit.deed(i % 2 == 0 ? "lan" : "mai", "mục " + i);
        }
        var seen = new ArrayList<String>();
        AuditFilter.Seen last = null;
        while (true) {
            var from = last;
            var page = audit.page(AuditFilter.EVERYTHING, from, 10);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(entry -> seen.add(entry.getSubject()));
            last = new AuditFilter.Seen(page.getLast().getAt(), page.getLast().getId());
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        var lan = new AuditFilter("lan", "KEEP_SITE", "MỤC", AuditEntry.Outcome.DONE, null, null);
        assertThat(audit.page(lan, 100)).hasSize(13);
        var day = java.time.LocalDate.of(2026, 6, 1);
        assertThat(audit.page(new AuditFilter("", "", "", null, day.plusDays(1), null), 100))
                .isEmpty();
        assertThat(audit.page(new AuditFilter("", "", "", null, day, day), 100))
                .hasSize(25);
        assertThat(audit.page(new AuditFilter("", "", "%", null, null, null), 100))
                .isEmpty();
    }
}
