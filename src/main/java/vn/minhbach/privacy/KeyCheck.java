package vn.minhbach.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the keys with what is sealed: whether one is missing, or an id now names another key. Looks at few rows and changes nothing. */
public final class KeyCheck {

    private final FieldCipher cipher;
    private boolean former;

    public KeyCheck(DataKeys keys) {
        this.cipher = new FieldCipher(keys);
    }

    /** Something that cannot be opened. */
    public record Finding(SealedColumn column, FieldCipher.Trouble trouble, String key) {

        /** As an administrator reads it, in both languages; names the key's id and never a value. */
        public String text() {
            return switch (trouble) {
                case KEY_MISSING -> "thiếu khoá " + key + " của " + column + " (key " + key + " is missing)";
                case ALTERED ->
                    "khoá " + key + " không mở được " + column
                            + ", có thể khoá đã bị thay bằng khoá khác cùng mã, hoặc dữ liệu bị sửa, bị chuyển chỗ (key "
                            + key
                            + " does not open it)";
                case NOT_SEALED -> column + " có dữ liệu chưa mã hoá (holds values that are not sealed)";
                case NONE -> throw new IllegalStateException("Nothing is wrong with " + column);
            };
        }
    }

    /** What is wrong, at most one line for each column and key. */
    public List<Finding> run(Connection connection, List<SealedColumn> columns) throws SQLException {
        var findings = new LinkedHashSet<Finding>();
        for (var column : columns) {
            look(connection, column, findings);
        }
        return List.copyOf(findings);
    }

    /** Whether it has seen values from before values were bound to their rows; {@link Rotation} binds them. */
    public boolean sawFormer() {
        return former;
    }

    /** Looks at one value of each form and key. */
    private void look(Connection connection, SealedColumn column, Set<Finding> findings) throws SQLException {
        var others = new LinkedHashSet<String>();
        while (true) {
            var value = first(connection, column, others).orElse(null);
            if (value == null) {
                return;
            }
            var opened = cipher.opened(value);
            if (!opened.isOpen()) {
                findings.add(new Finding(column, opened.trouble(), opened.key()));
            }
            former |= value.text().startsWith(FieldCipher.FORMER_PREFIX);
            var form = value.text()
                    .substring(
                            0,
                            Math.min(FieldCipher.PREFIX.length(), value.text().length()));
            if (!others.add(opened.key().isEmpty() ? " like 'e_:%'" : " not like '" + form + opened.key() + ":%'")) {
                return; // Nothing tells those apart that nobody sealed.
            }
        }
    }

    private static Optional<SealedValue> first(Connection connection, SealedColumn column, Set<String> conditions)
            throws SQLException {
        var sql = new StringBuilder(
                "select " + column.selected() + " from " + column.table() + " where " + column.column() + " <> ''");
        for (var condition : conditions) {
            sql.append(" and ").append(column.column()).append(condition);
        }
        sql.append(" fetch first 1 rows only");
        try (var statement = connection.prepareStatement(sql.toString());
                var result = statement.executeQuery()) {
            return result.next() ? Optional.of(column.read(result, 1)) : Optional.empty();
        }
    }
}
