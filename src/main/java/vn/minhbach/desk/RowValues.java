package vn.minhbach.desk;

import java.util.HashMap;
import java.util.Map;
import vn.minhbach.web.Visit;

/** The values of rows as people read them. What may be chosen in a field is asked for once, however many rows are shown. */
final class RowValues {

    private final Rows rows;
    private final Visit visit;
    private final Map<String, Map<String, String>> options = new HashMap<>();

    RowValues(Rows rows, Visit visit) {
        this.rows = rows;
        this.visit = visit;
    }

    /** A choice by its name, a day as it is written in Vietnam. */
    String shown(String name, String value) {
        if (value.isEmpty()) {
            return "";
        }
        var field = rows.fields().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (field == null) {
            return value;
        }
        if (field.type() == RowField.Type.CHOICE) {
            return field.choices().isEmpty()
                    ? options.computeIfAbsent(name, rows::options).getOrDefault(value, value)
                    : visit.text("row." + rows.kind() + "." + name + "." + value);
        }
        return field.shown(value);
    }

    /** By the field that names a row. */
    String titled(String title) {
        return shown(rows.columns().getFirst(), title);
    }

    /** A line of the history, whose row is called as the list calls it. */
    HistoryLine line(HistoryEntry entry) {
        return HistoryLine.reversible(entry, visit, this::shown).titled(titled(entry.getTitle()));
    }
}
