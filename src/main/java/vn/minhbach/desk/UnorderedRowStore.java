package vn.minhbach.desk;

/** Rows that have no order of their own: they stand as their days or names do, and nobody moves them. */
public interface UnorderedRowStore extends RowStore {

    @Override
    default boolean isOrdered() {
        return false;
    }

    @Override
    default boolean areNeighbours(KeptRow one, KeptRow other) {
        return false;
    }

    @Override
    default void place(long id, int position) {
        throw new UnsupportedOperationException(kind() + " has no order of its own");
    }
}
