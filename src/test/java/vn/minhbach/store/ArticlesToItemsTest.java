package vn.minhbach.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Articles of a portal that ran before there were items are all there afterwards, and found where they were found. */
class ArticlesToItemsTest {

    /** So many that they are not read in one go. */
    private static final int MORE = 1_200;

    @Test
    void onH2() throws SQLException {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        movesEveryArticle(database);
    }

    @Test
    void onPostgres() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start()) {
            movesEveryArticle(server.getPostgresDatabase());
        }
    }

    private static void movesEveryArticle(DataSource database) throws SQLException {
        Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .target("004")
                .load()
                .migrate();
        try (var connection = database.getConnection()) {
            change(
                    connection,
                    "insert into section (id, version, slug, name, description, kind, position)"
                            + " values (3, 1, 'tin-tuc', 'Tin tức', '', 'NEWS', 1)");
            change(
                    connection,
                    "insert into attachment (id, version, sha256, file_name, media_type, size_bytes, width, height, alt,"
                            + " credit, created_at) values (9, 1, '" + "0".repeat(64)
                            + "', 'a.svg', 'image/svg+xml', 1, 1, 1, '', '', timestamp '2026-01-01 00:00:00')");
            article(connection, 7, "dang-cong-khai", "PUBLISHED", "9", "timestamp '2026-02-03 04:05:06.123456'");
            article(connection, 8, "ban-nhap", "DRAFT", "null", "null");
            article(connection, 51, "da-go", "WITHDRAWN", "null", "timestamp '2026-02-03 04:05:06'");
            for (var i = 0; i < MORE; i++) {
                article(connection, 100 + i, "bai-" + i, "PUBLISHED", "null", "timestamp '2026-02-03 04:05:06'");
            }
            change(
                    connection,
                    "insert into best_bet (id, version, query, query_key, content_kind, content_id, position, updated_at,"
                            + " updated_by) values (1, 1, 'a', 'a', 'article', 'dang-cong-khai', 1,"
                            + " timestamp '2026-01-01 00:00:00', 'lan'), (2, 1, 'b', 'b', 'procedure', '1.001234', 1,"
                            + " timestamp '2026-01-01 00:00:00', 'lan')");
        }

        Migrator.migrate(database);

        try (var connection = database.getConnection()) {
            assertThat(rows(
                            connection,
                            "select id, kind, slug, state, published_version, newest_version, published_at, created_at,"
                                    + " updated_at from item where id < 100 order by id"))
                    .containsExactly(
                            "7 article dang-cong-khai PUBLISHED 1 1 2026-02-03 04:05:06.123456 2026-01-01 00:00:00.0 2026-03-01 00:00:00.0",
                            "8 article ban-nhap DRAFT null 1 null 2026-01-01 00:00:00.0 2026-03-01 00:00:00.0",
                            "51 article da-go WITHDRAWN null 1 2026-02-03 04:05:06.0 2026-01-01 00:00:00.0 2026-03-01 00:00:00.0");
            assertThat(
                            rows(
                                    connection,
                                    "select id, version_number, slug, title, author, section_id, image_id from article where id < 100"))
                    .containsExactly("7 1 dang-cong-khai Bài \"dang-cong-khai\" Thu Hà 3 9");
            assertThat(rows(connection, "select content from item_version where item_id = 7"))
                    .containsExactly(
                            "{\"author\":\"Thu Hà\",\"bodyHtml\":\"<p class=\\\"a\\\">Thân\\nbài</p>\",\"imageId\":9,"
                                    + "\"lead\":\"Sapo\",\"procedures\":[],\"sectionId\":3,\"sourceName\":\"Báo\","
                                    + "\"sourceUrl\":\"https://bao.example.vn\",\"tags\":[\"một\",\"hai\"],"
                                    + "\"title\":\"Bài \\\"dang-cong-khai\\\"\"}");
            assertThat(rows(connection, "select count(*) from item")).containsExactly(String.valueOf(MORE + 3));
            assertThat(rows(connection, "select count(*) from item_version")).containsExactly(String.valueOf(MORE + 3));
            assertThat(rows(connection, "select count(*) from article")).containsExactly(String.valueOf(MORE + 1));
            assertThat(rows(connection, "select item_id, deed, version from item_step where item_id < 100 order by id"))
                    .containsExactly("7 PUBLISH 1", "51 PUBLISH 1", "51 WITHDRAW 1");
            assertThat(rows(connection, "select content_id from best_bet order by id"))
                    .containsExactly("7", "1.001234");
            // The next id is the last of a fifty that begins behind the greatest.
            assertThat(next(connection, "item_seq")).isEqualTo(100 + MORE - 1 + 50);
            assertThat(next(connection, "item_step_seq")).isEqualTo(MORE + 3 + 50);
        }
    }

    private static void article(
            Connection connection, long id, String slug, String status, String image, String publishedAt)
            throws SQLException {
        change(
                connection,
                "insert into article (id, version, slug, title, status, published_at, created_at, updated_at, section_id,"
                        + " lead, body, image_id, author, source_name, source_url, tags, procedures) values (" + id
                        + ", 1, '" + slug + "', 'Bài \"" + slug + "\"', '" + status + "', " + publishedAt
                        + ", timestamp '2026-01-01 00:00:00', timestamp '2026-03-01 00:00:00', 3, 'Sapo',"
                        + " '<p class=\"a\">Thân\nbài</p>', " + image + ", 'Thu Hà', 'Báo', 'https://bao.example.vn',"
                        + " 'một\nhai', '')");
    }

    private static long next(Connection connection, String sequence) throws SQLException {
        var sql = connection.getMetaData().getDatabaseProductName().equals("H2")
                ? "select next value for " + sequence
                : "select nextval('" + sequence + "')";
        return Long.parseLong(rows(connection, sql).getFirst());
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    var value = found.getObject(i);
                    row.add(
                            value == null
                                    ? "null"
                                    : value instanceof java.sql.Timestamp
                                            ? found.getTimestamp(i).toString()
                                            : value.toString());
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        }
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
