package vn.minhbach.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the board had read, and whose hands were in what it published urgently, is known afterwards as well. */
class BoardOfOldTest {

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void before() throws SQLException {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Migrator.migrate(Migrator.patient(database, 1).target("071"));
        try (var connection = database.getConnection()) {
            item(connection, 1, "mai", "lan");
            item(connection, 2, "mai", "mai");
            item(connection, 3, "", "");
            notice(connection, 50, "08:00");
            notice(connection, 51, "10:00");
            // Of another node, which had the numbers from 100 on.
            notice(connection, 100, "09:00");
            notice(connection, 101, "11:00");
            change(connection, "insert into item_notice_seen (person, seen) values ('mai', 51), ('ha', 101)");
        }
        Migrator.migrate(database);
    }

    @Test
    void whatWasReadIsReadAndWhatWasNotIsNot() throws SQLException {
        var unread =
                "select n.id from item_notice n, item_notice_seen s where s.person = '%s' and n.told_at >= s.read_before"
                        + " and not exists (select r.person from item_notice_read r where r.person = s.person and r.notice_id = n.id)"
                        + " order by n.told_at";
        assertThat(ask(unread.formatted("mai"))).containsExactly("100", "101");
        assertThat(ask(unread.formatted("ha"))).isEmpty();
    }

    @Test
    void whoeverHadAHandInItIsKnown() throws SQLException {
        assertThat(ask("select urgent_hands from item order by id")).containsExactly("mai\nlan", "mai", "");
    }

    private static void item(Connection connection, long id, String urgentBy, String author) throws SQLException {
        change(
                connection,
                "insert into item (id, revision, kind, slug, state, newest_version, created_at, updated_at, urgent_by,"
                        + " urgent_author) values (%d, 1, 'article', 'bai-%d', 'PUBLISHED', 1, timestamp '2026-01-01 00:00:00',"
                                .formatted(id, id)
                        + " timestamp '2026-01-01 00:00:00', '%s', '%s')".formatted(urgentBy, author));
    }

    private static void notice(Connection connection, long id, String hour) throws SQLException {
        change(
                connection,
                "insert into item_notice (id, told_at, item_id, kind, title, event, deed, actor, note, person, for_right, place)"
                        + " values (%d, timestamp '2026-02-01 %s:00', 1, 'article', 'Bài', 'DEED', 'SUBMIT', 'lan', '', '', 'REVIEW', '')"
                                .formatted(id, hour));
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> ask(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
