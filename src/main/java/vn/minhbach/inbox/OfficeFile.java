package vn.minhbach.inbox;

import java.io.Serializable;

/**
 * A file that somebody of the staff has before them with what they write.
 *
 * @param place by which a form names it
 * @param label "PDF, 1,2 MB"
 */
public record OfficeFile(long id, String place, String name, String label) implements Serializable {

    /** Who prints a record prints nothing that somebody wrote. */
    @Override
    public String toString() {
        return "OfficeFile " + label;
    }
}
