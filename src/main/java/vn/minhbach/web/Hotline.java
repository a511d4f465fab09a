package vn.minhbach.web;

import java.util.List;

/**
 * A number to call, as a page shows it.
 *
 * @param phoneHref dials it
 * @param fields the fields of government for which it is there; empty for the numbers of the office itself
 */
public record Hotline(String name, String phone, String phoneHref, String hours, String note, List<String> fields) {

    /** Whether somebody with a matter of this field is helped there. */
    public boolean helpsWith(String field) {
        return fields.isEmpty() || fields.contains(field);
    }
}
