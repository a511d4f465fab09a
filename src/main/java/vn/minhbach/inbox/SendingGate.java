package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.shared.Sha256;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Throttle;

/**
 * Whether what somebody sends is taken at once, taken and looked at first, or not yet taken. Nobody is asked who they are, and whoever has no
 * script is not turned away: their item is held until somebody has looked at it, its clock running as the law has it. Refused is only
 * what comes in such numbers that the office could not read it, and with the minutes after which to try again.
 *
 * <p>An office of fifty people, or a village behind one address of its telephone company, sends a few dozen an hour and notices nothing. Beyond
 * that a browser works harder, and what comes is held; refused it is at twice that.
 */
@ApplicationScoped
public class SendingGate {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** The same words by several people are a petition; each is taken, however many they are, and somebody looks. */
    private static final Throttle.Limit SAME_WORDS = new Throttle.Limit("words", 5, DAY);

    /** Of one network; what more comes from there is looked at, and does not count against others who write the same. */
    private static final Throttle.Limit SAME_WORDS_EACH = new Throttle.Limit("words each", 3, DAY);

    /** Short texts are alike by chance. */
    private static final int FEWEST_LETTERS = 40;

    @Inject
    WorkProofs proofs;

    @Inject
    UsedProofService used;

    @Inject
    FormTime time;

    @Inject
    Throttle throttle;

    /** What comes from one network within an hour before browsers work harder. */
    @Inject
    @ConfigProperty(name = "portal.inbox.per-hour", defaultValue = "100")
    int perHour = 100;

    protected SendingGate() {}

    /** Without a server, for tests. */
    SendingGate(WorkProofs proofs, UsedProofService used, FormTime time, Throttle throttle) {
        this.proofs = proofs;
        this.used = used;
        this.time = time;
        this.throttle = throttle;
    }

    /**
     * Something that is about to be sent.
     *
     * @param address the sender's, as {@code Forwarded} has it; it is neither kept nor logged
     * @param token of the form
     * @param stamp when the form was shown, as it carries it
     * @param proof of work, as the browser sends it; empty without a script
     * @param trapped whether the field was filled in that people do not see
     * @param text what was written
     * @param formKey by which the same form sent again is known
     */
    public record Attempt(
            String address, String token, String stamp, String proof, boolean trapped, String text, String formKey) {

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Attempt";
        }
    }

    /** What becomes of it. */
    public enum Outcome {
        TAKEN,
        /** Taken, and looked at by somebody before anything else. */
        HELD,
        /** The browser is given harder work, and what was typed stands there for another press. */
        HARDER,
        /** With this proof something else was sent; the browser is given new work. */
        USED,
        /** Not now. */
        LATER
    }

    /** @param delay zero unless it is not taken now */
    public record Verdict(Outcome outcome, Duration delay) {

        static Verdict of(Outcome outcome) {
            return new Verdict(outcome, Duration.ZERO);
        }

        boolean isTaken() {
            return outcome == Outcome.TAKEN || outcome == Outcome.HELD;
        }
    }

    private Throttle.Limit calm() {
        return new Throttle.Limit("send", perHour, HOUR);
    }

    private Throttle.Limit most() {
        return new Throttle.Limit("send most", 2L * perHour, HOUR);
    }

    private Throttle.Limit unproved() {
        return new Throttle.Limit("send unproved", Math.max(1, perHour * 6L / 10), HOUR);
    }

    /** Whether so much is sent from there that browsers work harder. */
    public boolean isBusy(String address) {
        return throttle.lookFrom(calm(), address).isPositive();
    }

    /**
     * Decides, and counts it; the same form sent again is to be recognised before. Within the transaction that takes it in. Of two that use one
     * proof at the same moment the database refuses one, whose transaction is to be tried again.
     */
    public Verdict judge(Attempt attempt) {
        var address = attempt.address();
        var proof = proofs.check(attempt.proof(), attempt.token());
        var isBusy = throttle.takeFrom(calm(), address).isPositive();
        if (proof.isEmpty()) {
            return held(throttle.takeFrom(unproved(), address));
        }
        if (isBusy && !proof.get().hard()) {
            return Verdict.of(Outcome.HARDER);
        }
        if (!used.use(proof.get(), attempt.formKey())) {
            return Verdict.of(Outcome.USED);
        }
        if (isBusy) {
            return held(throttle.takeFrom(most(), address));
        }
        if (attempt.trapped() || !time.isHuman(attempt.token(), attempt.stamp())) {
            return Verdict.of(Outcome.HELD);
        }
        return Verdict.of(isRepeated(attempt.text(), Throttle.holder(address)) ? Outcome.HELD : Outcome.TAKEN);
    }

    /**
     * Whether the same words were taken that often already. Counted is only what would be taken otherwise, and a few times from one network:
     * else a program that is refused itself could see to it that nobody's petition gets through.
     */
    private boolean isRepeated(String text, String network) {
        return words(text)
                .map(words ->
                        throttle.take(SAME_WORDS_EACH, words + " " + network).isPositive()
                                || throttle.take(SAME_WORDS, words).isPositive())
                .orElse(false);
    }

    private static Verdict held(Duration wait) {
        return wait.isPositive() ? new Verdict(Outcome.LATER, wait) : Verdict.of(Outcome.HELD);
    }

    /** The text as a copy of it is known again, whatever was done to its marks, spaces and signs; empty if it is too short to tell. */
    private static Optional<String> words(String text) {
        var words = Text.fold(text).replaceAll("[^\\p{L}\\p{N}]+", "");
        return words.length() < FEWEST_LETTERS ? Optional.empty() : Optional.of(Sha256.of(words, 12));
    }
}
