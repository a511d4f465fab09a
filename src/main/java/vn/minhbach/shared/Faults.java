package vn.minhbach.shared;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells faults of the portal from those of what it stands on. */
public final class Faults {

    /** Connections that cannot be made or have broken (SQL standard), and a server that shuts down (PostgreSQL). */
    private static final String CONNECTION = "08";

    private static final String SHUTDOWN = "57P0";

    private static final int DEEPEST = 20;

    private Faults() {}

    /** Whether the database was away: whoever asks again in a while may be served. */
    public static boolean isDatabaseAway(Throwable thrown) {
        @Nullable Throwable at = thrown;
        for (var depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                if (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)) {
                    return true;
                }
            }
            at = at.getCause();
        }
        return false;
    }
}
