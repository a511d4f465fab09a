package vn.minhbach.privacy;

/**
 * A sealed value with the place where it lies, since it opens nowhere else.
 *
 * @param text as it stands in the database; empty for nothing
 */
public record SealedValue(SealedColumn column, SealedRow row, String text) {

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
