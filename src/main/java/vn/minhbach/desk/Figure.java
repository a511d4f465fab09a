package vn.minhbach.desk;

import org.jspecify.annotations.Nullable;

/**
 * A number of the overview.
 *
 * @param target what is wanted; null if nobody has said
 * @param url the list that holds just as many
 */
public record Figure(String name, long count, @Nullable Integer target, String url) {

    public Figure(String name, long count, String url) {
        this(name, count, null, url);
    }

    /** Whether more is wanted. */
    public boolean isShort() {
        return target != null && count < target;
    }
}
