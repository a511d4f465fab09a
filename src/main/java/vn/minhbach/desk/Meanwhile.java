package vn.minhbach.desk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else did to a row while it was open in a form: told to the one who saves second, field by field, so that they can
 * save theirs, take over the other's, or write a third.
 *
 * @param removed whether the row is gone
 * @param last what was done last; null if that is not known
 * @param fields where the two differ
 */
public record Meanwhile(boolean removed, @Nullable HistoryLine last, List<Field> fields) implements Serializable {

    /** A value as it is kept by now, and as it stands in the form. */
    public record Field(String label, String theirs, String mine) implements Serializable {}

    public static Meanwhile removed(@Nullable HistoryLine last) {
        return new Meanwhile(true, last, List.of());
    }

    public static Meanwhile changed(@Nullable HistoryLine last) {
        return new Meanwhile(false, last, List.of());
    }

    /** With a field more, if the two differ in it. */
    public Meanwhile field(String label, String theirs, String mine) {
        if (theirs.equals(mine)) {
            return this;
        }
        var more = new ArrayList<>(fields);
        more.add(new Field(label, theirs, mine));
        return new Meanwhile(removed, last, List.copyOf(more));
    }
}
