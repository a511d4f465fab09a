package vn.minhbach.change;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something computed from published content, kept until the change log moves. A service has it injected and does nothing more:
 *
 * <pre>{@code
 * @Inject
 * Derived<List<Section>> sections;
 * }</pre>
 *
 * <p>A value belongs to the generation in which its computing began: one that was begun before a change and ended after it
 * is handed to whoever asked, but not kept.
 */
@Dependent
public class Derived<T> {

    private final Values values;
    private volatile @Nullable Kept<T> kept;

    private record Kept<T>(long generation, T value) {}

    /** @param values the generation that it belongs to; tests hand in their own */
    @Inject
    public Derived(Values values) {
        this.values = values;
    }

    /** The value; computed if it is not known. Several who ask at once may each compute it. */
    public T get(Supplier<T> compute) {
        var now = values.generation();
        var known = kept;
        if (known != null && known.generation() == now) {
            return known.value();
        }
        var value = compute.get();
        kept = new Kept<>(now, value);
        return value;
    }
}
