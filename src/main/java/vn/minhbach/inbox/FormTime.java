package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.privacy.Signatures;

/**
 * When a form was first shown, as the form itself carries it: signed and bound to its token, so that nobody can say otherwise and nothing is kept
 * of forms that are never sent. Nobody writes to an office within a few seconds, and a form older than a day was kept by a program or forgotten
 * in a browser: either way somebody looks at it first. In the same way a form carries which version of the consent it showed, so that nobody is
 * said to have agreed to what they never read.
 */
@ApplicationScoped
public class FormTime {

    static final Duration LONGEST = Duration.ofDays(1);

    private static final String PURPOSE = "form";
    private static final String CONSENT = "consent";
    private static final Pattern STAMP = Pattern.compile("(\\d{9,12})\\.([A-Za-z0-9_-]{16})");

    @Inject
    Signatures signatures;

    @Inject
    Clock clock;

    /** In fewer seconds nobody fills in a form. */
    @Inject
    @ConfigProperty(name = "portal.inbox.fastest-seconds", defaultValue = "5")
    int fastestSeconds = 5;

    protected FormTime() {}

    /** Without a server, for tests. */
    FormTime(Signatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    /** What a form carries beside its token; empty while there is no key. */
    public String stamp(String token) {
        var seconds = clock.instant().getEpochSecond();
        var signature = signatures.of(PURPOSE, token + " " + seconds);
        return signature.isEmpty() ? "" : seconds + "." + signature;
    }

    /** The moment; empty if the portal never showed this form. */
    Optional<Instant> shownAt(String token, String stamp) {
        var read = STAMP.matcher(stamp);
        return read.matches() && signatures.isOwn(PURPOSE, token + " " + read.group(1), read.group(2))
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(read.group(1))))
                : Optional.empty();
    }

    /** What a form carries of the consent that it shows to whoever fills it in. */
    public String consent(String token, SubmissionKind kind) {
        return kind.getConsentVersion() + "." + signatures.of(CONSENT, consentOf(token, kind));
    }

    /** Whether this form showed what senders of a kind agree to now. Without a key nothing is signed, and nothing is taken either. */
    boolean isShown(String token, SubmissionKind kind, String carried) {
        var version = kind.getConsentVersion() + ".";
        return carried.equals(consent(token, kind))
                || carried.startsWith(version)
                        && signatures.isOwn(CONSENT, consentOf(token, kind), carried.substring(version.length()));
    }

    private static String consentOf(String token, SubmissionKind kind) {
        return token + " " + kind.getKey() + " " + kind.getConsentVersion();
    }

    /** Whether the form was shown by the portal, and filled in in about the time that people take. */
    public boolean isHuman(String token, String stamp) {
        return shownAt(token, stamp)
                .map(shown -> Duration.between(shown, clock.instant()))
                .filter(age -> age.compareTo(Duration.ofSeconds(fastestSeconds)) >= 0 && age.compareTo(LONGEST) <= 0)
                .isPresent();
    }
}
