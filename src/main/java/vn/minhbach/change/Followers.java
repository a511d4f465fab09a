package vn.minhbach.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Guarded;

/**
 * Tells everybody who follows the change log, phase by phase. One who fails keeps nobody else from being told, and is told
 * again with the next look at the log.
 *
 * <p>Not by events of CDI: their observers have no order here, and the first who throws ends the telling.
 */
@ApplicationScoped
public class Followers {

    private final Supplier<List<Follower>> found;
    private volatile @Nullable List<Follower> inOrder;
    private final Set<Follower> owed = ConcurrentHashMap.newKeySet();

    @Inject
    Followers(@Any Instance<Follower> beans) {
        found = () -> beans.stream().toList();
    }

    /** For tests. */
    public Followers(List<Follower> followers) {
        found = () -> followers;
    }

    protected Followers() {
        this(List.of());
    }

    private List<Follower> inOrder() {
        var known = inOrder;
        if (known == null) {
            known = found.get().stream()
                    .sorted(Comparator.comparing(Follower::phase))
                    .toList();
            inOrder = known;
        }
        return known;
    }

    /** The log has moved: all are told. */
    public void advanced() {
        tell(unused -> true);
    }

    /** What stands in a phase is up to date by now, later than the log moved: those of later phases are told once more. */
    public void moved(Follower.Phase phase) {
        tell(follower -> follower.phase().compareTo(phase) > 0);
    }

    /** Tells those again who failed. */
    void remind() {
        for (var follower : inOrder()) {
            if (owed.contains(follower) && tell(follower)) {
                moved(follower.phase());
            }
        }
    }

    private void tell(Predicate<Follower> whom) {
        for (var follower : inOrder()) {
            if (whom.test(follower)) {
                tell(follower);
            }
        }
    }

    private boolean tell(Follower follower) {
        owed.add(follower);
        var done = Guarded.run(follower, follower::follow);
        if (done) {
            owed.remove(follower);
        }
        return done;
    }
}
