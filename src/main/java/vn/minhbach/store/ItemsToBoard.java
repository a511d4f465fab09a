package vn.minhbach.store;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * Migration V015.1: gives each article the title and the section by which the board's lists know it, and writes down which files its
 * versions show. In Java because the contents are JSON; it reads them as they were when this was written, and is never altered.
 */
final class ItemsToBoard implements JavaMigration {

    private static final int BATCH = 500;
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"/tep/(\\d{1,18})/");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("015.1");
    }

    @Override
    public String getDescription() {
        return "items to board";
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
        var sections = sections(connection);
        try (var read = connection.prepareStatement(
                        "select i.id, i.newest_version, v.number, v.content from item i join item_version v"
                                + " on v.item_id = i.id where i.kind = 'article' and (i.id > ? or i.id = ? and v.number > ?)"
                                + " order by i.id, v.number");
                var item = connection.prepareStatement(
                        "update item set title = ?, title_key = ?, place = ? where id = ?");
                var file = connection.prepareStatement(
                        "insert into item_file (item_id, version, attachment_id) values (?, ?, ?)")) {
            read.setMaxRows(BATCH);
            var id = 0L;
            var number = 0;
            for (var more = true; more; ) {
                more = false;
                read.setLong(1, id);
                read.setLong(2, id);
                read.setInt(3, number);
                try (var rows = read.executeQuery()) {
                    while (rows.next()) {
                        more = true;
                        id = rows.getLong(1);
                        number = rows.getInt(3);
                        var content = content(rows.getString(4));
                        if (number == rows.getInt(2)) {
                            call(item, id, content, sections);
                        }
                        for (var attachment : files(content)) {
                            file.setLong(1, id);
                            file.setInt(2, number);
                            file.setLong(3, attachment);
                            file.addBatch();
                        }
                    }
                }
                item.executeBatch();
                file.executeBatch();
            }
        }
    }

    private static Map<Long, String> sections(Connection connection) throws SQLException {
        var sections = new HashMap<Long, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, slug from section")) {
            while (rows.next()) {
                sections.put(rows.getLong(1), rows.getString(2));
            }
        }
        return sections;
    }

    private static JsonObject content(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static void call(PreparedStatement update, long id, JsonObject content, Map<Long, String> sections)
            throws SQLException {
        var title = content.getString("title", "");
        var section = content.get("sectionId") instanceof JsonNumber number ? number.longValue() : 0;
        update.setString(1, Text.cut(title, 300));
        update.setString(2, Text.cut(Text.fold(title), 300));
        update.setString(3, sections.getOrDefault(section, ""));
        update.setLong(4, id);
        update.addBatch();
    }

    private static Set<Long> files(JsonObject content) {
        var files = new LinkedHashSet<Long>();
        if (content.get("imageId") instanceof JsonNumber image) {
            files.add(image.longValue());
        }
        FILE.matcher(content.getString("bodyHtml", ""))
                .results()
                .forEach(found -> files.add(Long.valueOf(found.group(1))));
        return files;
    }
}
