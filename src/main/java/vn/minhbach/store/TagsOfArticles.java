package vn.minhbach.store;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * Migration V024.1: writes the tags of the public articles into the rows by which they are listed. In Java because the contents are
 * JSON; it reads them as they were when this was written, and is never altered.
 */
final class TagsOfArticles implements JavaMigration {

    private static final int BATCH = 500;
    private static final int LONGEST = 8_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("024.1");
    }

    @Override
    public String getDescription() {
        return "tags of articles";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var read = connection.prepareStatement("select a.id, v.content from article a join item_version v"
                        + " on v.item_id = a.id and v.number = a.version_number where a.id > ? order by a.id");
                var write = connection.prepareStatement("update article set tags = ? where id = ?")) {
            read.setMaxRows(BATCH);
            var id = 0L;
            for (var more = true; more; ) {
                more = false;
                read.setLong(1, id);
                try (var rows = read.executeQuery()) {
                    while (rows.next()) {
                        more = true;
                        id = rows.getLong(1);
                        write.setString(1, tags(rows.getString(2)));
                        write.setLong(2, id);
                        write.addBatch();
                    }
                }
                write.executeBatch();
            }
        }
    }

    private static String tags(String content) {
        try (var reader = Json.createReader(new StringReader(content))) {
            var tags = reader.readObject().getJsonArray("tags");
            return tags == null
                    ? ""
                    : Text.cut(
                            tags.getValuesAs(JsonString.class).stream()
                                    .map(JsonString::getString)
                                    .collect(Collectors.joining("\n")),
                            LONGEST);
        }
    }
}
