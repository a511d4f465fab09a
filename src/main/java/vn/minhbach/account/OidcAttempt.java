package vn.minhbach.account;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody was sent to the department's server to show who they are. Kept in a session of their own that opens nothing yet, so that only
 * the browser that was sent comes back with anything.
 *
 * @param state what the server gives back, to know the answer for one to this question
 * @param nonce what the server writes into its statement, to know it for one made for this attempt
 * @param verifier what only we know and show when we fetch the statement (PKCE): who has caught the code alone gets nothing for it
 * @param next where they go from there, in their language; a place of the back office
 * @param since when they were sent; it holds some minutes
 */
record OidcAttempt(String state, String nonce, String verifier, String next, Instant since) implements Serializable {

    /** Session attribute. */
    static final String NAME = "account.oidc.attempt";

    static final Duration HOLDS = Duration.ofMinutes(10);

    boolean holds(Instant now) {
        return now.isBefore(since.plus(HOLDS));
    }
}
