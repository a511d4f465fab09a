package vn.minhbach.store;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration V017.1: takes the one document in which the frame of the site was kept apart into rows, one for the department and one for
 * each notice, hotline, banner and link of the foot. It reads and writes as things were when this was written; it is never altered.
 */
final class ProfileToRows implements JavaMigration {

    private static final List<String> PROFILE = List.of(
            "name",
            "shortName",
            "parentName",
            "province",
            "address",
            "phone",
            "email",
            "hours",
            "responsible",
            "responsiblePost",
            "licenceNumber");

    /** Behind the menu, which V017 brings. */
    private static final int FIRST = 100;

    private static final int FIRST_OF_THE_FOOT = 100;

    private record Row(String kind, int position, Map<String, String> values) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("017.1");
    }

    @Override
    public String getDescription() {
        return "profile to rows";
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
        var rows = rows(connection);
        try (var insert = connection.prepareStatement(
                "insert into site_row (id, version, kind, position, content, updated_at, updated_by)"
                        + " values (?, 1, ?, ?, ?, ?, 'minhbach')")) {
            var id = FIRST;
            for (var row : rows) {
                insert(insert, id++, row);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("drop table site_block");
            // The sequence hands out numbers by fifties, each the last of its fifty.
            statement.execute("alter sequence site_row_seq restart with " + (1000 + FIRST + rows.size() + 50));
        }
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select content from site_block where name = 'profile'")) {
            if (!found.next()) {
                return List.of();
            }
            try (var reader = Json.createReader(new StringReader(found.getString(1)))) {
                return rows(reader.readObject());
            }
        }
    }

    private static List<Row> rows(JsonObject document) {
        var rows = new ArrayList<Row>();
        var profile = new TreeMap<String, String>();
        PROFILE.forEach(name -> profile.put(name, text(document, name)));
        profile.put("reformTarget", number(document, "reformTarget"));
        if (document.get("reformTheme") instanceof JsonObject theme) {
            profile.put("theme", text(theme, "text"));
            profile.put("themeYear", number(theme, "year"));
        }
        rows.add(new Row("PROFILE", 1, profile));
        each(document, "notices")
                .forEach(notice -> rows.add(new Row(
                        "NOTICE",
                        rows.size(),
                        values(
                                "title",
                                text(notice, "title"),
                                "text",
                                text(notice, "text"),
                                "link",
                                text(notice, "path"),
                                "level",
                                "NORMAL",
                                "from",
                                morning(text(notice, "from"), 0),
                                "until",
                                // It was shown on its last day too.
                                morning(text(notice, "until"), 1)))));
        each(document, "hotlines")
                .forEach(line -> rows.add(new Row(
                        "HOTLINE",
                        rows.size(),
                        values(
                                "name",
                                text(line, "name"),
                                "phone",
                                text(line, "phone"),
                                "hours",
                                text(line, "hours"),
                                "note",
                                text(line, "note"),
                                "fields",
                                lines(line, "fields")))));
        each(document, "banners")
                .forEach(banner -> rows.add(new Row(
                        "BANNER",
                        rows.size(),
                        values(
                                "title",
                                text(banner, "title"),
                                "text",
                                text(banner, "text"),
                                "picture",
                                text(banner, "imagePath"),
                                "alt",
                                text(banner, "alt"),
                                "link",
                                text(banner, "url")))));
        each(document, "channels")
                .forEach(channel -> rows.add(new Row(
                        "MENU",
                        FIRST_OF_THE_FOOT + rows.size(),
                        values(
                                "title",
                                text(channel, "name"),
                                "link",
                                text(channel, "url"),
                                "place",
                                "FOOTER",
                                "parent",
                                ""))));
        return rows;
    }

    private static void insert(PreparedStatement insert, long id, Row row) throws SQLException {
        var content = Json.createObjectBuilder();
        row.values().forEach(content::add);
        insert.setLong(1, id);
        insert.setString(2, row.kind());
        insert.setInt(3, row.position());
        insert.setString(4, content.build().toString());
        insert.setTimestamp(5, Timestamp.valueOf(LocalDateTime.of(2026, 11, 29, 0, 0)));
        insert.executeUpdate();
    }

    private static String text(JsonObject object, String name) {
        return object.containsKey(name) && object.get(name).getValueType() == JsonValue.ValueType.STRING
                ? object.getString(name)
                : "";
    }

    private static String number(JsonObject object, String name) {
        return object.containsKey(name) && object.get(name).getValueType() == JsonValue.ValueType.NUMBER
                ? String.valueOf(object.getInt(name))
                : "";
    }

    private static String lines(JsonObject object, String name) {
        return object.containsKey(name)
                ? String.join(
                        "\n",
                        object.getJsonArray(name).getValuesAs(jakarta.json.JsonString.class).stream()
                                .map(jakarta.json.JsonString::getString)
                                .toList())
                : "";
    }

    private static String morning(String day, int later) {
        return day.isEmpty()
                ? ""
                : LocalDate.parse(day).plusDays(later).atStartOfDay().toString();
    }

    private static List<JsonObject> each(JsonObject object, String name) {
        return object.containsKey(name) ? object.getJsonArray(name).getValuesAs(JsonObject.class) : List.of();
    }

    private static Map<String, String> values(String... namesAndTexts) {
        var values = new TreeMap<String, String>();
        for (var i = 0; i < namesAndTexts.length; i += 2) {
            values.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return values;
    }
}
