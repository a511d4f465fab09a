package vn.minhbach.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Seals everything anew by the current key that a former one sealed, or that is not bound to its row yet, and makes the marks of blind indexes anew: in
 * batches, each a transaction of its own, while the portal runs. It looks for what is left to do, so it may be stopped at any moment and begun again; a value that was changed
 * meanwhile is left to that change. What cannot be opened stays as it is.
 */
public final class Rotation {

    /** Rows that are sealed in one transaction: few, since people wait for their locks. */
    static final int BATCH = 200;

    private final FieldCipher cipher;
    private final BlindIndex index;
    private final String current;
    private final Transactions transactions;

    /**
     * @param transactions where each batch is done
     * @throws IllegalArgumentException if there is no key
     */
    public Rotation(DataKeys keys, Transactions transactions) {
        this.cipher = new FieldCipher(keys);
        this.index = new BlindIndex(keys);
        this.current = keys.ring()
                .current()
                .orElseThrow(() -> new IllegalArgumentException("There is no key"))
                .id();
        this.transactions = transactions;
    }

    /** Does some work with the database in one transaction. */
    @FunctionalInterface
    public interface Transactions {
        void run(Work work) throws SQLException;
    }

    /** Work with the database. */
    @FunctionalInterface
    public interface Work {
        void with(Connection connection) throws SQLException;
    }

    /**
     * How it went for one column.
     *
     * @param sealed values that are sealed by the current key, and bound, since
     * @param changed values that somebody changed at the same moment; they were sealed by that
     * @param unopened values that could not be opened and stay as they are
     * @param missing ids of the keys that they need
     */
    public record Outcome(SealedColumn column, int sealed, int changed, int unopened, Set<String> missing) {}

    /** A row that is not sealed by the current key, or not bound. */
    private record Row(Object key, SealedValue value) {}

    private static final class Count {
        private int sealed;
        private int changed;
        private int unopened;
        private final Set<String> missing = new TreeSet<>();
    }

    /**
     * Goes through columns.
     *
     * @param progress told after each batch how many values of the column were sealed so far
     */
    public List<Outcome> run(List<SealedColumn> columns, Consumer<Integer> progress) throws SQLException {
        var outcomes = new ArrayList<Outcome>();
        for (var column : columns) {
            outcomes.add(run(column, progress));
        }
        return outcomes;
    }

    private Outcome run(SealedColumn column, Consumer<Integer> progress) throws SQLException {
        var count = new Count();
        @Nullable Object last = null;
        while (true) {
            var from = last;
            var rows = new ArrayList<Row>();
            transactions.run(connection -> {
                rows.clear();
                rows.addAll(rows(connection, column, from));
                for (var row : rows) {
                    seal(connection, column, row, count);
                }
            });
            if (rows.isEmpty()) {
                return new Outcome(column, count.sealed, count.changed, count.unopened, Set.copyOf(count.missing));
            }
            last = rows.getLast().key();
            progress.accept(count.sealed);
        }
    }

    private List<Row> rows(Connection connection, SealedColumn column, @Nullable Object last) throws SQLException {
        var sql = "select " + column.key() + ", " + column.selected()
                + " from " + column.table() + " where " + column.column() + " <> '' and ("
                + column.column() + " not like '" + FieldCipher.PREFIX + current + ":%'"
                + (column.blind().isEmpty()
                        ? ""
                        : " or " + column.blind() + " is null or " + column.blind() + " not like '" + current + ".%'")
                + ")" + (last == null ? "" : " and " + column.key() + " > ?")
                + " order by " + column.key() + " fetch first " + BATCH + " rows only";
        try (var statement = connection.prepareStatement(sql)) {
            if (last != null) {
                statement.setObject(1, last);
            }
            var rows = new ArrayList<Row>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getObject(1), column.read(result, 2)));
                }
            }
            return rows;
        }
    }

    private void seal(Connection connection, SealedColumn column, Row row, Count count) throws SQLException {
        var opened = cipher.opened(row.value());
        if (!opened.isOpen()) {
            count.unopened++;
            if (opened.trouble() == FieldCipher.Trouble.KEY_MISSING) {
                count.missing.add(opened.key());
            }
            return;
        }
        var mark = index.of(column.marks().normalised(opened.text()));
        if (mark.isEmpty()
                && !column.blind().isEmpty()
                && row.value().text().startsWith(FieldCipher.PREFIX + current + ":")) {
            return; // A value of which no mark can be made, and nothing else to do.
        }
        var identity = row.value().row();
        var sealed = cipher.seal(opened.text(), column, identity);
        if (!cipher.open(new SealedValue(column, identity, sealed)).equals(opened.text())) {
            throw new IllegalStateException("A value of " + column + " did not open again; it stays as it is");
        }
        var sql = "update " + column.table() + " set " + column.column() + " = ?"
                + (column.blind().isEmpty() ? "" : ", " + column.blind() + " = ?")
                + " where " + column.key() + " = ? and " + column.column() + " = ?";
        try (var statement = connection.prepareStatement(sql)) {
            var at = 1;
            statement.setString(at++, sealed);
            if (!column.blind().isEmpty()) {
                statement.setString(at++, mark);
            }
            statement.setObject(at++, row.key());
            statement.setString(at, row.value().text());
            if (statement.executeUpdate() == 1) {
                count.sealed++;
            } else {
                count.changed++;
            }
        }
    }
}
