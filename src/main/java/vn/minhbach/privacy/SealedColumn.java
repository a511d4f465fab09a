package vn.minhbach.privacy;

import java.util.regex.Pattern;

/**
 * A column of the database whose values are sealed. Who keeps personal data declares each such column ({@link SealedColumns}); what is not
 * declared stays behind when the key is replaced.
 *
 * @param table its table
 * @param key the table's primary key, of one column
 * @param column where the sealed value stands
 * @param boundTo a column of the same row to whose value the sealed one is bound, such as a code that never changes; empty for none
 * @param blind where the mark of its blind index stands; empty for none
 * @param marks how the value is brought into one form before it is marked
 */
public record SealedColumn(String table, String key, String column, String boundTo, String blind, Marks marks) {

    /** What a blind index is made of. */
    public enum Marks {
        NONE,
        /** As it lies: it was brought into one form before it was sealed. */
        AS_IS,
        PHONE,
        EMAIL,
        /** A text, of which letters and digits count. */
        TEXT;

        String normalised(String plain) {
            return switch (this) {
                case NONE -> "";
                case AS_IS -> plain;
                case PHONE -> Normalised.phone(plain);
                case EMAIL -> Normalised.email(plain);
                case TEXT -> Normalised.text(plain);
            };
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}+");

    public SealedColumn {
        for (var name : new String[] {table, key, column}) {
            check(name);
        }
        for (var name : new String[] {boundTo, blind}) {
            if (!name.isEmpty()) {
                check(name);
            }
        }
        if (blind.isEmpty() != (marks == Marks.NONE)) {
            throw new IllegalArgumentException("A blind index of " + table + "." + column + " needs column and form");
        }
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of a table or column: " + name);
        }
    }

    /** A column bound to nothing but itself, without a blind index. */
    public static SealedColumn of(String table, String key, String column) {
        return new SealedColumn(table, key, column, "", "", Marks.NONE);
    }

    /** The same, bound to the value of another column of its row. */
    public SealedColumn boundTo(String other) {
        return new SealedColumn(table, key, column, other, blind, marks);
    }

    /** The same, with a blind index. */
    public SealedColumn marked(String blindColumn, Marks how) {
        return new SealedColumn(table, key, column, boundTo, blindColumn, how);
    }

    /**
     * The context in which a value of it is sealed and opened: {@code submission.phone}, or {@code submission.phone:8F2K}.
     *
     * @param bound the value of the column it is bound to; empty if it is bound to none
     */
    public String context(String bound) {
        return boundTo.isEmpty() ? table + "." + column : table + "." + column + ":" + bound;
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
