package vn.minhbach.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the portal act in its own name: at start, in a job, in a command. What is done inside is done by {@link Actor#PORTAL},
 * whoever waits for it. {@code ArchitectureTest} lists who may call this.
 */
public final class Acting {

    private static final ThreadLocal<@Nullable Actor> NOW = new ThreadLocal<>();

    private Acting() {}

    public static void asPortal(Runnable deed) {
        as(Actor.PORTAL, () -> {
            deed.run();
            return true;
        });
    }

    public static <T> T asPortal(Supplier<T> deed) {
        return as(Actor.PORTAL, deed);
    }

    /** Somebody else's deed: for tests, and for the people of the sample. */
    public static <T> T as(Actor actor, Supplier<T> deed) {
        var before = NOW.get();
        NOW.set(actor);
        try {
            return deed.get();
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }

    /** Who acts on this thread in somebody's name; null if nobody does, so that the request decides. */
    public static @Nullable Actor now() {
        return NOW.get();
    }
}
