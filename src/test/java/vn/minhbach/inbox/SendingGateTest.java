package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.shared.Faults;
import vn.minhbach.web.Throttle;

/** What is taken at once, what is looked at first, and what has to wait. */
class SendingGateTest {

    private static final String HERE = "203.0.113.7";

    private final SetClock clock = new SetClock(InboxOnH2.NOW);
    private final TestDatabase database = TestDatabase.create();
    private final WorkProofs proofs = ProvedForms.proofs(ProvedForms.signatures("k1", 1), clock);
    private final FormTime time = new FormTime(ProvedForms.signatures("k1", 1), clock);
    private final Throttle throttle = new Throttle(clock);
    private final SendingGate gate = new SendingGate(proofs, new Used(), time, throttle);
    private int forms;

    /** Each use in a transaction of its own, as on the server. */
    private final class Used extends UsedProofService {

        @Override
        public boolean use(WorkProofs.Done proof, String formKey) {
            return database.ask(em -> new UsedProofService(new UsedProofRepository(em), clock).use(proof, formKey));
        }
    }

    private String stamp = "";

    @BeforeEach
    void showForm() {
        stamp = time.stamp(ProvedForms.TOKEN);
        clock.pass(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String proof(boolean hard) {
        return ProvedForms.solve(proofs.give(ProvedForms.TOKEN, hard).orElseThrow());
    }

    private SendingGate.Attempt attempt(String address, String proof) {
        forms++;
        return new SendingGate.Attempt(
                address, ProvedForms.TOKEN, stamp, proof, false, "Câu hỏi số " + forms, "form" + forms);
    }

    private SendingGate.Outcome send(String address, String proof) {
        return gate.judge(attempt(address, proof)).outcome();
    }

    @Test
    void whoeverHasAProofAndTakesTheirTimeIsTaken() {
        assertThat(send(HERE, proof(false))).isEqualTo(SendingGate.Outcome.TAKEN);
    }

    @Test
    void withoutAScriptItIsHeld() {
        assertThat(send(HERE, "")).isEqualTo(SendingGate.Outcome.HELD);
        assertThat(send(HERE, "forged")).isEqualTo(SendingGate.Outcome.HELD);
    }

    @Test
    void anExpiredProofIsAsNone() {
        var proof = proof(false);
        clock.pass(WorkProofs.LASTS);

        assertThat(send(HERE, proof)).isEqualTo(SendingGate.Outcome.HELD);
    }

    @Test
    void whatPeopleDoNotSeeOrDoSoFastIsLookedAtFirst() {
        assertThat(gate.judge(new SendingGate.Attempt(
                                HERE, ProvedForms.TOKEN, stamp, proof(false), true, "Hỏi", "trapped"))
                        .outcome())
                .isEqualTo(SendingGate.Outcome.HELD);
        assertThat(gate.judge(new SendingGate.Attempt(
                                HERE,
                                ProvedForms.TOKEN,
                                time.stamp(ProvedForms.TOKEN),
                                proof(false),
                                false,
                                "Hỏi",
                                "fast"))
                        .outcome())
                .isEqualTo(SendingGate.Outcome.HELD);
        assertThat(gate.judge(new SendingGate.Attempt(
                                HERE, ProvedForms.TOKEN, "", proof(false), false, "Hỏi", "no moment"))
                        .outcome())
                .isEqualTo(SendingGate.Outcome.HELD);
    }

    @Test
    void aProofIsGoodForOneFormAndForThatFormAgain() {
        var proof = proof(false);
        var first = attempt(HERE, proof);

        assertThat(gate.judge(first).outcome()).isEqualTo(SendingGate.Outcome.TAKEN);
        assertThat(gate.judge(first).outcome()).isEqualTo(SendingGate.Outcome.TAKEN);
        assertThat(send(HERE, proof)).isEqualTo(SendingGate.Outcome.USED);
    }

    @Test
    void anotherNodeKnowsThatAProofWasUsed() {
        var proof = proof(false);
        send(HERE, proof);

        var elsewhere = new SendingGate(
                ProvedForms.proofs(ProvedForms.signatures("k1", 1), clock), new Used(), time, new Throttle(clock));
        assertThat(elsewhere.judge(attempt(HERE, proof)).outcome()).isEqualTo(SendingGate.Outcome.USED);
    }

    @Test
    void ofTwoAtTheSameMomentTheDatabaseLetsOneUseTheProof() {
        var proof = proofs.check(proof(false), ProvedForms.TOKEN).orElseThrow();
        var used = new Used();
        used.use(proof, "first");

        // Who looked before the other one wrote.
        assertThatThrownBy(() -> database.inTransaction(
                        em -> new UsedProofRepository(em).add(new UsedProof(proof.key(), "second", proof.until()))))
                .satisfies(e -> assertThat(Faults.isCollision(e)).isTrue());
        assertThat(used.use(proof, "second")).isFalse();
        assertThat(used.use(proof, "first")).isTrue();
    }

    @Test
    void whatHoldsNoLongerIsForgottenAndTheRestIsNot() {
        send(HERE, proof(false));
        clock.pass(Duration.ofMinutes(45));
        send(HERE, proof(false));
        clock.pass(Duration.ofMinutes(60));
        database.inTransaction(em -> new UsedProofService(new UsedProofRepository(em), clock).forgetOld());

        assertThat((long) database.ask(em -> em.createQuery("select count(p) from UsedProof p", Long.class)
                        .getSingleResult()))
                .isEqualTo(1);
    }

    @Test
    void anOfficeOfFiftyPeopleNoticesNothing() {
        for (var i = 0; i < 50; i++) {
            assertThat(send(HERE, proof(false))).as("%d", i).isEqualTo(SendingGate.Outcome.TAKEN);
        }
    }

    @Test
    void anOfficeOfFiftyPeopleWithoutScriptsIsTakenToo() {
        for (var i = 0; i < 50; i++) {
            assertThat(send(HERE, "")).as("%d", i).isEqualTo(SendingGate.Outcome.HELD);
        }
    }

    @Test
    void whoSendsByTheThousandWorksHarderThenWaits() {
        for (var i = 0; i < 100; i++) {
            assertThat(send(HERE, proof(false))).as("%d", i).isEqualTo(SendingGate.Outcome.TAKEN);
        }
        assertThat(gate.isBusy(HERE)).isTrue();
        assertThat(send(HERE, proof(false))).isEqualTo(SendingGate.Outcome.HARDER);
        assertThat(send(HERE, proof(true))).isEqualTo(SendingGate.Outcome.HELD);
        var verdict = gate.judge(attempt(HERE, ""));
        for (var i = 0; i < 400 && verdict.outcome() != SendingGate.Outcome.LATER; i++) {
            verdict = gate.judge(attempt(HERE, ""));
        }
        assertThat(verdict.outcome()).isEqualTo(SendingGate.Outcome.LATER);
        assertThat(verdict.delay()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));

        clock.pass(verdict.delay());
        assertThat(send(HERE, "")).isEqualTo(SendingGate.Outcome.HELD);
        assertThat(send("203.0.113.8", proof(false))).isEqualTo(SendingGate.Outcome.TAKEN);
    }

    @Test
    void oneHouseholdHasAWholeNetworkOfIpV6() {
        for (var i = 0; i < 60; i++) {
            send("2001:db8:1:2:0:0:0:" + i, "");
        }
        assertThat(send("2001:db8:1:2:0:0:0:ffff", "")).isEqualTo(SendingGate.Outcome.LATER);
        assertThat(send("2001:db8:1:3:0:0:0:1", "")).isEqualTo(SendingGate.Outcome.HELD);
    }

    @Test
    void aPetitionIsTakenAndLookedAt() {
        var words = "Chúng tôi đề nghị Sở xem xét lại việc dời trạm xe buýt khỏi cổng chợ.";
        for (var i = 0; i < 5; i++) {
            assertThat(petition(i, words)).isEqualTo(SendingGate.Outcome.TAKEN);
        }
        assertThat(petition(5, words)).isEqualTo(SendingGate.Outcome.HELD);
        // Neither marks nor signs make another text of it.
        assertThat(petition(6, "chung toi de nghi So xem xet lai viec doi tram xe buyt khoi cong cho!!!"))
                .isEqualTo(SendingGate.Outcome.HELD);
        assertThat(petition(7, words + " Xin cảm ơn.")).isEqualTo(SendingGate.Outcome.TAKEN);
        for (var i = 8; i < 250; i++) {
            // However many they are, nobody is turned away.
            assertThat(petition(i, words)).as("%d", i).isEqualTo(SendingGate.Outcome.HELD);
        }
    }

    @Test
    void nobodyCanSilenceAPetitionBySendingItThemselves() {
        var words = "Chúng tôi đề nghị Sở xem xét lại việc dời trạm xe buýt khỏi cổng chợ.";
        for (var i = 0; i < 400; i++) {
            // Neither what is refused nor what is held anyway counts, with a proof or without.
            gate.judge(new SendingGate.Attempt(
                    HERE, ProvedForms.TOKEN, stamp, i < 60 ? proof(false) : "", i % 2 == 0, words, "program" + i));
        }
        assertThat(petition(1, words)).isEqualTo(SendingGate.Outcome.TAKEN);
        assertThat(petition(2, words)).isEqualTo(SendingGate.Outcome.TAKEN);
        assertThat(petition(3, words)).isEqualTo(SendingGate.Outcome.HELD);
    }

    private SendingGate.Outcome petition(int who, String words) {
        return gate.judge(new SendingGate.Attempt(
                        "198.51.100." + who, ProvedForms.TOKEN, stamp, proof(false), false, words, "petition" + who))
                .outcome();
    }
}
