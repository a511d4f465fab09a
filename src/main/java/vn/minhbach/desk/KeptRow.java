package vn.minhbach.desk;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * A row of one of the lists by which the site is run: a notice, a hotline, an item of the menu, a section. What it says stands in it as
 * its form has it, by the names of the fields.
 *
 * @param id 0 for one that is not kept yet
 * @param version that one has seen; who saves says so
 * @param position among the rows of its kind
 */
public record KeptRow(
        long id, long version, int position, Map<String, String> values, Instant updatedAt, String updatedBy)
        implements Serializable {

    public KeptRow {
        values = Map.copyOf(values);
    }

    /** One that is not kept. */
    public static KeptRow draft(long id, Map<String, String> values) {
        return new KeptRow(id, 0, 0, values, Instant.EPOCH, "");
    }

    /** What a field says; empty if it says nothing. */
    public String get(String field) {
        return values.getOrDefault(field, "");
    }
}
