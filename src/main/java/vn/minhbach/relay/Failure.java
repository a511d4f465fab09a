package vn.minhbach.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.minhbach.fetch.FetchTrouble;

/**
 * Why a look at a source came to nothing.
 *
 * @param trouble why nothing answered; null if something did
 * @param status the HTTP status; 0 if there was none, or it was well
 * @param rest how long the source asks to be left alone; zero if it does not say
 */
record Failure(RelayResult result, @Nullable FetchTrouble trouble, int status, Duration rest) {

    static Failure of(FetchTrouble trouble) {
        return new Failure(RelayResult.TROUBLE, trouble, 0, Duration.ZERO);
    }

    static Failure of(RelayResult result, int status) {
        return new Failure(result, null, status, Duration.ZERO);
    }

    Failure after(Duration pause) {
        return new Failure(result, trouble, status, pause);
    }
}
