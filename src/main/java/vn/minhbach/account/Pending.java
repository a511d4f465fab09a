package vn.minhbach.account;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody has given the right password and has to show something else beside it. Kept in a session of their own that opens nothing yet.
 *
 * @param since when they gave it; it holds some minutes
 */
record Pending(SignIns.Proof proof, Instant since) implements Serializable {

    /** Session attribute. */
    static final String NAME = "account.pending";

    static final Duration HOLDS = Duration.ofMinutes(10);

    boolean holds(Instant now) {
        return now.isBefore(since.plus(HOLDS));
    }
}
