package vn.minhbach.links;

import java.util.Set;
import vn.minhbach.fetch.FetchTrouble;

/**
 * What was found at an address.
 *
 * @param status what was answered; 0 for nothing
 * @param trouble why it could not be asked, or why the answer will not do; empty if it will
 */
record LinkOutcome(int status, String trouble) {

    private static final Set<Integer> GONE = Set.of(404, 410);

    /** Within the portal nobody needs to be led on: whoever keeps the link can name the right address. */
    private static final String MOVED = "MOVED";

    /** What does not pass by itself. */
    private static final Set<String> LASTING = Set.of(
            FetchTrouble.NO_ADDRESS.name(),
            FetchTrouble.PRIVATE_ADDRESS.name(),
            FetchTrouble.UNKNOWN_HOST.name(),
            MOVED);

    static LinkOutcome answered(int status) {
        return new LinkOutcome(status, "");
    }

    /** What the portal itself answers. */
    static LinkOutcome inside(int status) {
        return status >= 300 && status < 400 ? new LinkOutcome(status, MOVED) : answered(status);
    }

    /** What is too large to be looked at is there. */
    static LinkOutcome of(FetchTrouble trouble) {
        return trouble == FetchTrouble.TOO_LARGE ? answered(200) : new LinkOutcome(0, trouble.name());
    }

    /** Whether readers find nothing there. Who only turns programs away, or wants a password, has something. */
    boolean isBad() {
        return !trouble.isEmpty() || GONE.contains(status) || status >= 500;
    }

    boolean isForGood() {
        return GONE.contains(status) || LASTING.contains(trouble);
    }
}
