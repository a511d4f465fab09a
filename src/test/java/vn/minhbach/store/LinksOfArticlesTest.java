package vn.minhbach.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What is known of links of articles is known afterwards as well, when links of all that is public are kept. */
class LinksOfArticlesTest {

    @Test
    void aBrokenLinkStaysInTheList() throws SQLException {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Migrator.migrate(Migrator.patient(database, 1).target("053"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set referential_integrity false");
            statement.execute("insert into section (id, version, slug, name, description, kind, position)"
                    + " values (3, 1, 'tin-tuc', 'Tin tức', '', 'NEWS', 1)");
            statement.execute("insert into article (id, slug, title, updated_at, section_id, lead, author, source_name,"
                    + " version_number) values (7, 'bai', 'Bài', timestamp '2026-01-01 00:00:00', 3, '', '', '', 1)");
            statement.execute(
                    "insert into article_link (id, article_id, address, status, trouble, failures, broken, since,"
                            + " checked_at) values (1, 7, 'https://a.example/', 404, '', 1, true, timestamp '2026-02-01"
                            + " 00:00:00', timestamp '2026-02-02 00:00:00'), (2, 7, 'https://b.example/', 0, '', 0, false,"
                            + " null, null)");
        }

        Migrator.migrate(database);

        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var links = statement.executeQuery(
                        "select kind || ' ' || content_id || ' ' || place || ' ' || title || ' ' || page || ' ' ||"
                                + " edit || ' ' || address || ' ' || status || ' ' || broken from public_link order by"
                                + " address")) {
            assertThat(links.next()).isTrue();
            assertThat(links.getString(1))
                    .isEqualTo("article 7 tin-tuc Bài /bai-viet/bai /quan-tri/bai-viet/soan?ma=7 https://a.example/ 404"
                            + " TRUE");
            assertThat(links.next()).isTrue();
            assertThat(links.next()).isFalse();
        }
    }
}
