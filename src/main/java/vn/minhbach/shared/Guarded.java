package vn.minhbach.shared;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does something on behalf of one of many, so that whatever it throws reaches neither the others nor the caller. */
public final class Guarded {

    private static final Logger LOG = Logger.getLogger(Guarded.class.getName());

    /** Whose failures, and of which kind, the log has been told of. */
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private Guarded() {}

    /**
     * Runs the deed. A kind of failure is logged once for each class it happens in.
     *
     * @param whose on whose behalf, for the log
     * @return whether it ended well
     */
    public static boolean run(Object whose, Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Throwable e) {
            try {
                var name = whose.getClass().getName();
                LOG.log(
                        TOLD.add(name + " " + e.getClass().getName()) ? Level.SEVERE : Level.FINE,
                        name + " failed; the others go on",
                        e);
            } catch (Throwable worse) {
                return false;
            }
            return false;
        }
    }
}
