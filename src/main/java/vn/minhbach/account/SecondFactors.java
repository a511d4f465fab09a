package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.shared.Secret;
import vn.minhbach.shared.Sha256;

/**
 * What somebody shows beside a password, and of whom that is asked: a code of an app, a passkey, or one of the codes that were written down
 * for the day when both are lost. Each counts once.
 */
@ApplicationScoped
@Transactional
public class SecondFactors {

    /** How long a device may take to sign what it was asked. */
    static final Duration TO_SIGN = Duration.ofMinutes(5);

    private static final int RECOVERY_CODES = 10;
    private static final int CODE_LETTERS = 16;
    private static final int CHALLENGE_BYTES = 32;

    /** No 0/O nor 1/l/I: people copy it by hand. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    SecondFactorRepository factors;

    @Inject
    PasskeyCheck passkeys;

    @Inject
    FieldCipher cipher;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "portal.second-factor", defaultValue = "optional")
    String demand = "optional";

    protected SecondFactors() {}

    SecondFactors(SecondFactorRepository factors, PasskeyCheck passkeys, FieldCipher cipher, Clock clock) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Who must show more than a password. */
    public enum Demand {
        /** Whoever has set it up. */
        OPTIONAL,
        ADMINISTRATORS,
        EVERYONE
    }

    /** Whether the department asks it of them; whoever has set it up shows it in any case. */
    boolean mustProve(User user) {
        return switch (Demand.valueOf(demand.strip().toUpperCase(Locale.ROOT))) {
            case OPTIONAL -> false;
            case ADMINISTRATORS -> user.has(Role.ADMINISTRATOR);
            case EVERYONE -> true;
        };
    }

    /** Whether somebody has set up what they show beside a password. */
    boolean has(User user) {
        return hasTotp(user) || factors.countPasskeys(user) > 0;
    }

    boolean hasTotp(User user) {
        return factors.totp(user).isPresent();
    }

    // --- Codes of an app
    // -------------------------------------------------------------------------------------------------

    /** Shares a secret with somebody's telephone, if its code shows that it has come across. */
    boolean shareTotp(User user, String secret, String code) {
        var step = Totp.matching(secret, digits(code), clock.instant(), 0);
        if (step.isEmpty()) {
            return false;
        }
        factors.removeTotp(user);
        factors.add(new TotpSecret(id(user), secret, sealed(id(user), secret), step.getAsLong(), now()));
        return true;
    }

    /** Bound to the account; empty if there is no key. */
    private String sealed(long user, String secret) {
        return cipher.isReady() ? cipher.seal(secret, AccountSeals.TOTP, TotpSecret.sealedRow(user)) : "";
    }

    /** The step of time of a code of an app; empty if it is none of now, or the key is missing that sealed the secret. */
    private OptionalLong step(TotpSecret totp, String digits) {
        if (totp.getSealed().isEmpty()) {
            return Totp.matching(totp.getSecret(), digits, clock.instant(), totp.getLastStep());
        }
        var opened = cipher.opened(totp.getSealed());
        return opened.isOpen()
                ? Totp.matching(opened.text(), digits, clock.instant(), totp.getLastStep())
                : OptionalLong.empty();
    }

    /** Seals what lies in clear, if there is a key by now. @return how many were sealed */
    @Permit(Permission.RUN_PORTAL)
    public int sealSecrets() {
        if (!cipher.isReady()) {
            return 0;
        }
        var count = 0;
        for (var each : factors.inClear()) {
            count += factors.seal(each, sealed(each.getUserId(), each.getSecret())) ? 1 : 0;
        }
        return count;
    }

    /** Whether it is the code of now, or one of those that were written down; either is used up by this. */
    boolean takeCode(User user, String typed) {
        var digits = digits(typed);
        if (digits.matches("\\d{6}")) {
            return factors.totp(user)
                    .map(totp -> step(totp, digits))
                    .filter(step -> step.isPresent() && factors.takeStep(user, step.getAsLong()))
                    .isPresent();
        }
        return factors.takeRecovery(user, digest(user, typed));
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s++", "");
    }

    void removeTotp(User user) {
        factors.removeTotp(user);
    }

    // --- Codes that are written down
    // ---------------------------------------------------------------------------------------

    /** New codes to write down; earlier ones are of no use any more. */
    List<String> newRecoveryCodes(User user) {
        factors.removeRecovery(user);
        var codes = new ArrayList<String>();
        for (var i = 0; i < RECOVERY_CODES; i++) {
            var code = code();
            codes.add(code);
            factors.addRecovery(user, digest(user, code));
        }
        return codes;
    }

    long countRecoveryCodes(User user) {
        return factors.countRecovery(user);
    }

    private static String code() {
        var code = new StringBuilder();
        for (var i = 0; i < CODE_LETTERS; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** However it is typed. The person stands in it, so that no two rows can be compared. */
    private static String digest(User user, String code) {
        var typed = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]++", "");
        return Sha256.of(id(user) + " " + typed, Sha256.WHOLE);
    }

    // --- Passkeys
    // ----------------------------------------------------------------------------------------------------------

    List<Passkey> passkeys(User user) {
        return factors.passkeys(user);
    }

    /** Something for a device to sign; base64url. */
    String newChallenge() {
        var now = now();
        factors.removeChallengesBefore(now);
        var challenge = Secret.next(CHALLENGE_BYTES);
        factors.addChallenge(digest(challenge), now.plus(TO_SIGN));
        return challenge;
    }

    /** Whether a device made a key for what it was asked, and its owner has it from now on. */
    boolean addPasskey(User user, String challenge, String json, String name) {
        var key = factors.takeChallenge(digest(challenge), now())
                ? passkeys.registered(json, bytes(challenge)).orElse(null)
                : null;
        if (key == null || factors.passkey(key.credentialId()).isPresent()) {
            return false;
        }
        factors.add(new Passkey(user, key, name, now()));
        return true;
    }

    /** Whose passkey signed what it was asked; empty if none did. */
    Optional<User> signed(String challenge, String json) {
        if (!factors.takeChallenge(digest(challenge), now())) {
            return Optional.empty();
        }
        var passkey = passkeys.credentialId(json).flatMap(factors::passkey).orElse(null);
        if (passkey == null) {
            return Optional.empty();
        }
        return passkeys.signed(json, bytes(challenge), passkey).map(count -> {
            passkey.use(count, now());
            return passkey.getUser();
        });
    }

    boolean removePasskey(User owner, long id) {
        return factors.removePasskey(id, owner);
    }

    /** Somebody has lost all of it: an administrator lets them in with the password alone. */
    public void removeAll(User user) {
        factors.removeTotp(user);
        factors.removePasskeys(user);
        factors.removeRecovery(user);
    }

    private static byte[] bytes(String challenge) {
        return Base64.getUrlDecoder().decode(challenge);
    }

    private static String digest(String challenge) {
        return Secret.mark(challenge);
    }

    private static long id(User user) {
        var id = user.getId();
        return id == null ? 0 : id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
