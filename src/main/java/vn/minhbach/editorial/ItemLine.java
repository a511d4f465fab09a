package vn.minhbach.editorial;

/** How an item stands before the board, as lists and screens of every kind show it; the tag {@code portal:itemState} asks for no more. */
public interface ItemLine {

    ItemState state();

    ReviewState review();

    /** Whether it was published before anybody else had seen it. */
    boolean isUrgent();

    /** What its source did that nobody has looked at; of what was not relayed, nothing. */
    default SourceMark sourceMark() {
        return SourceMark.NONE;
    }

    /** Whether there is something to be told of the newest version beside what the public sees. */
    default boolean isInReview() {
        return review() != ReviewState.SETTLED;
    }

    default boolean isMarked() {
        return sourceMark() != SourceMark.NONE;
    }

    default String stateTone() {
        return ItemSheet.tone(state());
    }

    default String reviewTone() {
        return ItemSheet.tone(review());
    }
}
