package vn.minhbach.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The generation to which all {@link Derived} values belong. It is one number for all, so all are dropped in the same instant,
 * and none can be computed again from another that is still to be dropped.
 */
@ApplicationScoped
public class Values implements Follower {

    private final AtomicLong generation = new AtomicLong();

    long generation() {
        return generation.get();
    }

    @Override
    public Phase phase() {
        return Phase.VALUES;
    }

    @Override
    public void follow() {
        generation.incrementAndGet();
    }
}
