package vn.minhbach.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares the keys with what is sealed: whether one is missing, or an id now names another key. Looks at few rows and changes nothing. */
public final class KeyCheck {

    private final FieldCipher cipher;
    private final KeyRing ring;

    public KeyCheck(DataKeys keys) {
        this.cipher = new FieldCipher(keys);
        this.ring = keys.ring();
    }

    /** Something that cannot be opened. */
    public record Finding(SealedColumn column, FieldCipher.Trouble trouble, String key) {

        /** As an administrator reads it, in both languages; names the key's id and never a value. */
        public String text() {
            return switch (trouble) {
                case KEY_MISSING -> "thiếu khoá " + key + " của " + column + " (key " + key + " is missing)";
                case ALTERED ->
                    "khoá " + key + " không mở được " + column + ", có thể đã bị thay bằng khoá khác cùng mã (key "
                            + key + " does not open it)";
                case NOT_SEALED -> column + " có dữ liệu chưa mã hoá (holds values that are not sealed)";
                case NONE -> throw new IllegalStateException("Nothing is wrong with " + column);
            };
        }
    }

    /** What is wrong, at most one line for each column and key. */
    public List<Finding> run(Connection connection, List<SealedColumn> columns) throws SQLException {
        var findings = new ArrayList<Finding>();
        for (var column : columns) {
            for (var id : ring.ids()) {
                look(connection, column, " like '" + FieldCipher.PREFIX + id + ":%'", findings);
            }
            strangers(connection, column, findings);
        }
        return findings;
    }

    /** Values by keys that are not ours, one of each key. */
    private void strangers(Connection connection, SealedColumn column, List<Finding> findings) throws SQLException {
        var seen = new TreeSet<>(ring.ids());
        while (true) {
            var condition = new StringBuilder(" <> ''");
            for (var id : seen) {
                condition
                        .append(" and ")
                        .append(column.column())
                        .append(" not like '")
                        .append(FieldCipher.PREFIX)
                        .append(id)
                        .append(":%'");
            }
            var found = look(connection, column, condition.toString(), findings);
            if (found.isEmpty()
                    || found.get().trouble() != FieldCipher.Trouble.KEY_MISSING
                    || !seen.add(found.get().key())) {
                return;
            }
        }
    }

    private Optional<Finding> look(Connection connection, SealedColumn column, String condition, List<Finding> findings)
            throws SQLException {
        var sql = "select " + column.column() + (column.boundTo().isEmpty() ? "" : ", " + column.boundTo()) + " from "
                + column.table() + " where " + column.column() + condition + " fetch first 1 rows only";
        try (var statement = connection.prepareStatement(sql);
                var result = statement.executeQuery()) {
            if (!result.next()) {
                return Optional.empty();
            }
            var bound = column.boundTo().isEmpty() ? "" : result.getString(2);
            var opened = cipher.opened(result.getString(1), column.context(bound == null ? "" : bound));
            if (opened.isOpen()) {
                return Optional.empty();
            }
            var finding = new Finding(column, opened.trouble(), opened.key());
            findings.add(finding);
            return Optional.of(finding);
        }
    }
}
