package vn.minhbach.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of the database whose values are sealed, each bound to its row: what was sealed as one person's telephone number opens neither as a name nor
 * in another's row. Who keeps personal data declares each such column ({@link SealedColumns}); what is not declared stays behind when the key is replaced.
 *
 * @param table its table
 * @param key the table's primary key, of one column
 * @param column where the sealed value stands
 * @param boundTo columns of the same row by which the row is known and which never change
 * @param owner the row on which the row hangs, if its values are bound to that too; null for none
 * @param former the column to which values were bound before they were bound to their row ({@link FieldCipher}); empty for none
 * @param blind where the mark of its blind index stands; empty for none
 * @param marks how the value is brought into one form before it is marked
 */
public record SealedColumn(
        String table,
        String key,
        String column,
        List<String> boundTo,
        @Nullable Owner owner,
        String former,
        String blind,
        Marks marks) {

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

    /**
     * The row on which others hang.
     *
     * @param reference the column in which they name it
     * @param identity the column of it to which they are bound: its number alone could be given to another
     */
    public record Owner(String reference, String table, String key, String identity) {

        public Owner {
            Stream.of(reference, table, key, identity).forEach(SealedColumn::check);
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}+");

    public SealedColumn {
        boundTo = List.copyOf(boundTo);
        Stream.concat(Stream.of(table, key, column), boundTo.stream()).forEach(SealedColumn::check);
        if (boundTo.isEmpty()) {
            throw new IllegalArgumentException("What lies in " + table + "." + column + " needs a row to be bound to");
        }
        if (!former.isEmpty() && !boundTo.contains(former)) {
            throw new IllegalArgumentException(table + "." + column + " is bound to " + former + " no longer");
        }
        if (!blind.isEmpty()) {
            check(blind);
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

    /** A column without a blind index, whose rows are known by these columns. */
    public static SealedColumn of(String table, String key, String column, String... boundTo) {
        return new SealedColumn(table, key, column, List.of(boundTo), null, "", "", Marks.NONE);
    }

    /** The same, bound to the row as well on which its row hangs; where that is none yet, to there being none. */
    public SealedColumn within(Owner other) {
        return new SealedColumn(table, key, column, boundTo, other, former, blind, marks);
    }

    /** The same, whose values were bound to that one column before. */
    public SealedColumn formerlyBoundTo(String other) {
        return new SealedColumn(table, key, column, boundTo, owner, other, blind, marks);
    }

    /** The same, with a blind index. */
    public SealedColumn marked(String blindColumn, Marks how) {
        return new SealedColumn(table, key, column, boundTo, owner, former, blindColumn, how);
    }

    /** What a query asks for to read a value with its row: see {@link #read}. */
    String selected() {
        var of = owner;
        return Stream.of(
                        Stream.of(column),
                        boundTo.stream(),
                        of == null
                                ? Stream.<String>of()
                                : Stream.of("(select o." + of.identity() + " from " + of.table() + " o where o."
                                        + of.key() + " = " + table + "." + of.reference() + ")"))
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
    }

    /**
     * A value with its row.
     *
     * @param from where in the result stands what {@link #selected()} asks for
     */
    SealedValue read(ResultSet result, int from) throws SQLException {
        var identity = new ArrayList<String>();
        for (var at = from + 1; at <= from + parts(); at++) {
            // Nothing but the reference to an owner may be missing.
            identity.add(Objects.requireNonNullElse(result.getString(at), ""));
        }
        return new SealedValue(this, new SealedRow(table, identity), result.getString(from));
    }

    private int parts() {
        return boundTo.size() + (owner == null ? 0 : 1);
    }

    /** To what a value in a row is bound. The lengths stand before the parts, so that no two rows are told alike. */
    String context(SealedRow row) {
        check(row);
        var context = new StringBuilder(toString());
        for (var part : row.identity()) {
            context.append(':').append(part.length()).append(':').append(part);
        }
        return context.toString();
    }

    /** To what it was bound before values were bound to their rows: {@code submission.phone}, or {@code submission.phone:8F2K}. */
    String formerContext(SealedRow row) {
        check(row);
        return former.isEmpty() ? toString() : this + ":" + row.identity().get(boundTo.indexOf(former));
    }

    private void check(SealedRow row) {
        if (!row.table().equals(table) || row.identity().size() != parts()) {
            throw new IllegalArgumentException(this + " does not lie in such a row of " + row.table());
        }
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
