package vn.minhbach.store;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration V005.1: makes an item with one version of each article as it was kept before, in Java because JSON is written
 * differently in SQL on H2 and on PostgreSQL. It writes the content as {@code ArticleContent} was when this was written, whatever
 * becomes of that record; it is never altered.
 */
final class ArticlesToItems implements JavaMigration {

    private static final int BATCH = 500;
    private static final String AUTHOR = "minhbach";

    private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("005.1");
    }

    @Override
    public String getDescription() {
        return "articles to items";
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
        startSequenceBehind(connection);
        try (var read = connection.prepareStatement("select * from article where id > ? order by id");
                var item = connection.prepareStatement(
                        "insert into item (id, revision, kind, slug, state, published_version, newest_version,"
                                + " published_at, created_at, updated_at) values (?, 1, 'article', ?, ?, ?, 1, ?, ?, ?)");
                var version = connection.prepareStatement(
                        "insert into item_version (item_id, number, author, written_at, note, content)"
                                + " values (?, 1, '" + AUTHOR + "', ?, '', ?)");
                var step =
                        connection.prepareStatement("insert into item_step (id, item_id, done_at, actor, deed, version)"
                                + " values (?, ?, ?, '" + AUTHOR + "', ?, 1)")) {
            read.setMaxRows(BATCH);
            var steps = 0L;
            var last = 0L;
            for (var more = true; more; ) {
                more = false;
                read.setLong(1, last);
                try (var rows = read.executeQuery()) {
                    while (rows.next()) {
                        more = true;
                        last = rows.getLong("id");
                        item(rows, item);
                        version(rows, version);
                        steps = steps(rows, step, steps);
                    }
                }
                item.executeBatch();
                version.executeBatch();
                step.executeBatch();
            }
            restart(connection, "item_step_seq", steps);
        }
    }

    /** The sequences hand out numbers by fifties, each the last of its fifty. */
    private static void startSequenceBehind(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(id), 0) from article")) {
            row.next();
            restart(connection, "item_seq", row.getLong(1));
        }
    }

    private static void restart(Connection connection, String sequence, long last) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter sequence " + sequence + " restart with " + (last + 50));
        }
    }

    private static void item(ResultSet row, PreparedStatement insert) throws SQLException {
        var state = row.getString("status");
        insert.setLong(1, row.getLong("id"));
        insert.setString(2, row.getString("slug"));
        insert.setString(3, state);
        insert.setObject(4, "PUBLISHED".equals(state) ? 1 : null, java.sql.Types.INTEGER);
        insert.setTimestamp(5, row.getTimestamp("published_at"));
        insert.setTimestamp(6, row.getTimestamp("created_at"));
        insert.setTimestamp(7, row.getTimestamp("updated_at"));
        insert.addBatch();
    }

    private void version(ResultSet row, PreparedStatement insert) throws SQLException {
        insert.setLong(1, row.getLong("id"));
        insert.setTimestamp(2, row.getTimestamp("created_at"));
        insert.setString(3, content(row));
        insert.addBatch();
    }

    private static long steps(ResultSet row, PreparedStatement insert, long last) throws SQLException {
        var id = last;
        var state = row.getString("status");
        if (row.getTimestamp("published_at") != null) {
            step(row, insert, ++id, "PUBLISH", "published_at");
        }
        if ("WITHDRAWN".equals(state)) {
            step(row, insert, ++id, "WITHDRAW", "updated_at");
        }
        return id;
    }

    private static void step(ResultSet row, PreparedStatement insert, long id, String deed, String moment)
            throws SQLException {
        insert.setLong(1, id);
        insert.setLong(2, row.getLong("id"));
        insert.setTimestamp(3, row.getTimestamp(moment));
        insert.setString(4, deed);
        insert.addBatch();
    }

    /** Keys in alphabetical order, as {@code shared.Json} writes them. */
    private String content(ResultSet row) throws SQLException {
        var content = json.createObjectBuilder()
                .add("author", row.getString("author"))
                .add("bodyHtml", row.getString("body"));
        var image = row.getLong("image_id");
        if (!row.wasNull()) {
            content.add("imageId", image);
        }
        return content.add("lead", row.getString("lead"))
                .add("procedures", lines(row.getString("procedures")))
                .add("sectionId", row.getLong("section_id"))
                .add("sourceName", row.getString("source_name"))
                .add("sourceUrl", row.getString("source_url"))
                .add("tags", lines(row.getString("tags")))
                .add("title", row.getString("title"))
                .build()
                .toString();
    }

    private JsonArrayBuilder lines(String column) {
        var lines = json.createArrayBuilder();
        if (!column.isEmpty()) {
            for (var line : column.split("\n", -1)) {
                lines.add(line);
            }
        }
        return lines;
    }
}
