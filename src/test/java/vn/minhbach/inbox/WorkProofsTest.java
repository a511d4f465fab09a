package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.SetClock;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.Signatures;

/** Work that was done is known again, for its form and its time, and nothing else is. */
class WorkProofsTest {

    private static final String TOKEN = ProvedForms.TOKEN;
    private static final String OTHER = "BBBBBBBBBBBBBBBBBBBBBB";

    private final SetClock clock = new SetClock(Instant.parse("2026-06-01T02:00:00Z"));
    private final WorkProofs proofs = ProvedForms.proofs(ProvedForms.signatures("k1", 1), clock);

    private String proof(boolean hard) {
        return ProvedForms.solve(proofs.give(TOKEN, hard).orElseThrow());
    }

    @Test
    void whatWasDoneIsKnownForItsForm() {
        var done = proofs.check(proof(false), TOKEN).orElseThrow();

        assertThat(done.hard()).isFalse();
        assertThat(done.until()).isEqualTo(clock.instant().plus(WorkProofs.LASTS));
        assertThat(proofs.check(proof(false), OTHER)).isEmpty();
    }

    @Test
    void harderWorkIsKnownAsSuch() {
        assertThat(proofs.give(TOKEN, true).orElseThrow()).containsEntry("maxnumber", 1_000L * WorkProofs.HARDER);
        assertThat(proofs.check(proof(true), TOKEN).orElseThrow().hard()).isTrue();
    }

    @Test
    void itHoldsForAWhile() {
        var proof = proof(false);

        clock.pass(WorkProofs.LASTS.minusSeconds(1));
        assertThat(proofs.check(proof, TOKEN)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(proofs.check(proof, TOKEN)).isEmpty();
    }

    @Test
    void nobodyMakesTheWorkEasierOrLongerLasting() {
        var proof = ProvedForms.read(proof(true));
        var salt = proof.getString("salt");

        for (var forged : new String[] {
            salt.replace("work=4000", "work=1"),
            salt.replaceFirst("expires=\\d+", "expires=99999999999"),
            salt + "expires=99999999999&",
            salt + "1",
            ""
        }) {
            assertThat(forged).isNotEqualTo(salt);
            assertThat(proofs.check(
                            ProvedForms.write(new org.json.JSONObject(proof.toString()).put("salt", forged)), TOKEN))
                    .as(forged)
                    .isEmpty();
        }
        assertThat(proofs.check(
                        ProvedForms.write(
                                new org.json.JSONObject(proof.toString()).put("number", proof.getLong("number") + 1)),
                        TOKEN))
                .isEmpty();
    }

    @Test
    void aDigitOfTheNumberMovedIntoTheSaltIsNoOtherProof() {
        // Salt and number stand behind one another in what is hashed.
        for (var i = 0; i < 20; i++) {
            var proof = ProvedForms.read(proof(false));
            var number = Long.toString(proof.getLong("number"));
            if (number.length() > 1) {
                proof.put("salt", proof.getString("salt") + number.charAt(0));
                proof.put("number", Long.parseLong(number.substring(1)));
                assertThat(proofs.check(ProvedForms.write(proof), TOKEN)).isEmpty();
            }
        }
    }

    @Test
    void anotherSpellingOfAProofIsTheSameProof() {
        var proof = proof(false);
        var read = ProvedForms.read(proof).put("took", 12);

        var again = Base64.getEncoder()
                .encodeToString((" " + read.toString(2) + " ").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(again).isNotEqualTo(proof);
        assertThat(proofs.check(again, TOKEN).orElseThrow().key())
                .isEqualTo(proofs.check(proof, TOKEN).orElseThrow().key());
    }

    @Test
    void workOfAnotherInstallationIsNone() {
        var foreign = ProvedForms.proofs(ProvedForms.signatures("k1", 2), clock);

        assertThat(proofs.check(ProvedForms.solve(foreign.give(TOKEN, false).orElseThrow()), TOKEN))
                .isEmpty();
    }

    @Test
    void afterTheKeyWasReplacedOldWorkHolds() {
        var rotated = new Signatures(ProvedForms.keys("k2:" + ProvedForms.key(2) + ",k1:" + ProvedForms.key(1)));

        assertThat(ProvedForms.proofs(rotated, clock).check(proof(false), TOKEN))
                .isPresent();
    }

    @Test
    void withoutAKeyThereIsNoWork() {
        var keyless = ProvedForms.proofs(new Signatures(DataKeys.of(KeyRing.EMPTY)), clock);

        assertThat(keyless.give(TOKEN, false)).isEmpty();
        assertThat(keyless.check(proof(false), TOKEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "e30=",
                "bnVsbA==",
                "W10=",
                "eyJzYWx0IjoxfQ==",
                "eyJzYWx0IjpudWxsfQ==",
                "\u0000",
                "[[[[[["
            })
    void whatIsNoProofHarmsNothing(String proof) {
        assertThat(proofs.check(proof, TOKEN)).isEmpty();
        assertThat(proofs.check(proof.repeat(100_000), TOKEN)).isEmpty();
    }

    @Test
    void deeplyNestedJsonHarmsNothing() {
        var deep = Base64.getEncoder()
                .encodeToString("{\"a\":".repeat(280).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(proofs.check(deep, TOKEN)).isEmpty();
    }
}
