package vn.minhbach.shared;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells faults of the portal from those of what it stands on. */
public final class Faults {

    /** Connections that cannot be made or have broken (SQL standard), and a server that shuts down (PostgreSQL). */
    private static final String CONNECTION = "08";

    private static final String SHUTDOWN = "57P0";

    /** Room, memory or connections that a PostgreSQL server has none left of. */
    private static final String EXHAUSTED = "53";

    /** H2 has closed its file after it could not write to it, or is about to, and whoever had it open has it no more. */
    private static final Set<String> CLOSED = Set.of("90007", "90020", "90067", "90098", "90121");

    /** H2 tells whoever asks by way of its server what went wrong in the words of the message only. */
    private static final String STORE_OF_H2 = "MVStoreException";

    /** A value is there already (SQLSTATE, class 23). */
    private static final String TAKEN = "23";

    private static final int DEEPEST = 20;

    private Faults() {}

    /**
     * Whether the database was away, or has no room to write: whoever asks again in a while may be served. H2 says of a full disk only that
     * something went wrong, and names what the file system said as its cause; and of a commit that came to no end the server says only
     * that, and nothing of the database.
     */
    public static boolean isDatabaseAway(Throwable thrown) {
        @Nullable Throwable at = thrown;
        var isOfDatabase = false;
        for (var depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                if (state.startsWith(CONNECTION)
                        || state.startsWith(SHUTDOWN)
                        || state.startsWith(EXHAUSTED)
                        || CLOSED.contains(state)
                        || String.valueOf(sql.getMessage()).contains(STORE_OF_H2)) {
                    return true;
                }
            }
            isOfDatabase |= at instanceof SQLException;
            if (at instanceof SystemException || isOfDatabase && at instanceof IOException) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /** Does something; where somebody else did the same at the very same moment it is tried once more, and meets what they have done. */
    public static <T> T triedAgain(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (RuleBrokenException | ChangedMeanwhileException e) {
            throw e;
        } catch (RuntimeException e) {
            if (isCollision(e)) {
                return deed.get();
            }
            throw e;
        }
    }

    /** Whether two did the same at the very same moment: whoever tries once more meets what the other one has done. */
    public static boolean isCollision(Throwable thrown) {
        @Nullable Throwable at = thrown;
        for (var depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof OptimisticLockException) {
                return true;
            }
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith(TAKEN);
            }
            at = at.getCause();
        }
        return false;
    }
}
