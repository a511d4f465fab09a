package vn.minhbach.legal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock stands still, because the office waits for somebody else, or has decided what it was to decide. The day on which it was stopped and the day on which
 * it goes on are not counted; who answers on the same day has stopped nothing.
 *
 * @param until null while it still stands
 */
public record Pause(LocalDate from, @Nullable LocalDate until, Reason reason) {

    /** Why a clock stands still. */
    public enum Reason {
        /** The sender was asked for what is missing. */
        ASKED,
        /** The matter was joined to another one, and is answered with that. */
        JOINED
    }

    /** A time in which the sender was waited for. */
    public Pause(LocalDate from, @Nullable LocalDate until) {
        this(from, until, Reason.ASKED);
    }

    public Pause {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + until);
        }
    }

    boolean stopsNothing() {
        return from.equals(until);
    }
}
