package vn.minhbach.change;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something computed from published content, kept until the change log moves. Its owner observes {@link LogAdvanced} and
 * calls {@link #drop}.
 *
 * <p>A value belongs to the generation in which its computing began: one that was begun before a change and ended after it
 * is handed to whoever asked, but not kept.
 */
public final class Derived<T> {

    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Kept<T> kept;

    private record Kept<T>(long generation, T value) {}

    /** The value; computed if it is not known. Several who ask at once may each compute it. */
    public T get(Supplier<T> compute) {
        var now = generation.get();
        var known = kept;
        if (known != null && known.generation() == now) {
            return known.value();
        }
        var value = compute.get();
        kept = new Kept<>(now, value);
        return value;
    }

    public void drop() {
        generation.incrementAndGet();
    }
}
