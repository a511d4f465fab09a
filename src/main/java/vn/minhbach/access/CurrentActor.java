package vn.minhbach.access;

/** Tells who is acting now: injected by whoever needs to know, answered by {@code account}. */
public interface CurrentActor {

    /** Never null; {@link Actor#NOBODY} for a reader who has not signed in. */
    Actor get();
}
