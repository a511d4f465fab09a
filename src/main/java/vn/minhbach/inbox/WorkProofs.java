package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.altcha.altcha.Altcha;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.privacy.Signatures;
import vn.minhbach.shared.Sha256;

/**
 * The work that a browser does before something is sent (ALTCHA): it looks for a number for a second or so, which costs one sender nothing
 * and a program that sends by the thousand a machine. Nobody is watched and nothing of it goes to anybody else. The portal remembers no work that it
 * gave out: what it needs to know stands in the signed salt, which form the work is for, how hard it is and until when it holds.
 */
@ApplicationScoped
public class WorkProofs {

    /** How long a browser may take from being given the work until the form is sent. */
    static final Duration LASTS = Duration.ofMinutes(30);

    /** So many times the work, where very much is sent from one network. */
    static final int HARDER = 4;

    private static final Logger LOG = Logger.getLogger(WorkProofs.class.getName());

    private static final int EASIEST = 1_000;
    private static final int HARDEST = 1_000_000;
    private static final int LONGEST_PROOF = 2_000;
    private static final int KEY = 20;
    private static final String PURPOSE = "work";
    private static final String FORM = "form";
    private static final String WORK = "work";
    private static final String UNTIL = "expires";

    @Inject
    Signatures signatures;

    @Inject
    Clock clock;

    /** The largest number that a browser may have to try; it finds the right one half way, on the average. */
    @Inject
    @ConfigProperty(name = "portal.inbox.work", defaultValue = "50000")
    int work = 50_000;

    protected WorkProofs() {}

    /** Without a server, for tests. */
    WorkProofs(Signatures signatures, Clock clock, int work) {
        this.signatures = signatures;
        this.clock = clock;
        this.work = work;
    }

    /**
     * Work that was done for a form.
     *
     * @param key by which it is known again
     * @param hard whether it was the harder work
     * @param until when it ends to hold
     */
    public record Done(String key, boolean hard, Instant until) {}

    private long easy() {
        return Math.clamp(work, EASIEST, HARDEST);
    }

    /**
     * Work for the form with this token, in the names of ALTCHA.
     *
     * @return empty while there is no key
     */
    public Optional<Map<String, Object>> give(String token, boolean hard) {
        return signatures.secret(PURPOSE).map(secret -> {
            var most = hard ? easy() * HARDER : easy();
            var options = new Altcha.ChallengeOptions()
                    .setAlgorithm(Altcha.Algorithm.SHA256)
                    .setMaxNumber(most)
                    .setSecureRandomNumber(true)
                    .setHmacKey(secret)
                    .setExpires(clock.instant().plus(LASTS).getEpochSecond())
                    .addParam(FORM, form(token))
                    .addParam(WORK, Long.toString(most));
            try {
                var made = Altcha.createChallenge(options);
                return Map.<String, Object>of(
                        "algorithm", made.algorithm,
                        "challenge", made.challenge,
                        "maxnumber", made.maxnumber,
                        "salt", made.salt,
                        "signature", made.signature);
            } catch (Exception e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        });
    }

    private static String form(String token) {
        return Sha256.of("work " + token, 12);
    }

    /** What a browser sends as proof, if it is one for this form and still holds. */
    public Optional<Done> check(String proof, String token) {
        if (proof.isEmpty() || proof.length() > LONGEST_PROOF) {
            return Optional.empty();
        }
        try {
            var salt = salt(proof);
            var said = salt == null ? Map.<String, String>of() : Altcha.extractParams(salt);
            var until = Instant.ofEpochSecond(Long.parseLong(said.getOrDefault(UNTIL, "0")));
            if (!form(token).equals(said.get(FORM)) || !until.isAfter(clock.instant()) || !isSolved(proof)) {
                return Optional.empty();
            }
            var most = Long.parseLong(said.getOrDefault(WORK, "0"));
            // Of the salt and not of what was sent: that can be written in many ways.
            return Optional.of(new Done(Sha256.of("proof " + salt, KEY), most >= easy() * HARDER, until));
        } catch (Exception e) {
            LOG.log(Level.FINE, "What was sent as proof of work is none", e);
            return Optional.empty();
        }
    }

    private static @Nullable String salt(String proof) {
        var read = new org.json.JSONObject(new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8));
        return read.optString("salt", null);
    }

    private boolean isSolved(String proof) throws Exception {
        for (var secret : signatures.secrets(PURPOSE)) {
            if (Altcha.verifySolution(proof, secret, false)) {
                return true;
            }
        }
        return false;
    }
}
