package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FormerSeals;
import vn.minhbach.privacy.KeyCheck;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.Rotation;
import vn.minhbach.privacy.SealedColumn;
import vn.minhbach.privacy.SealedColumns;
import vn.minhbach.web.Words;

/** Somebody can write to the database and has no key: whatever they move, they read nothing that another person wrote. */
class SealedRowsTest {

    private static final String UNOPENED = "⟦không mở được: dữ liệu đã bị thay đổi, bị chuyển chỗ hoặc sai khoá k1⟧";

    private static final DataKeys BOTH = DataKeys.of(
            KeyRing.parse("k2:" + key(2) + ",k1:" + Base64.getEncoder().encodeToString(new byte[32])));

    private final InboxOnH2 h2 = new InboxOnH2();
    private long victim;
    private long thief;

    private static String key(int fill) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Two people have sent something and added a message; each was answered, with a note beside. */
    @BeforeEach
    void fill() {
        victim = send("Con tôi bị bạn đánh ở trường.");
        thief = send("Mấy giờ mở cửa?");
    }

    private long send(String message) {
        h2.clock().pass(Duration.ofMinutes(1));
        h2.actAs("moderator");
        var id = h2.send("question");
        var code = h2.code(id);
        h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t" + id, message));
        h2.deed(id, (desk, sheet) -> desk.note(id, sheet.unit(), sheet.version(), "Gia đình bà ấy khó khăn."));
        h2.answer(id);
        return id;
    }

    /** Somebody has begun an answer. */
    private void begin() {
        h2.clock().pass(Duration.ofMinutes(1));
        h2.actAs("moderator");
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.act(desk -> desk.drafts.keepTyped(
                id, "van-phong", 0, SaidOfDeed.answer("<p>Chào bà</p>", "Thời hạn", "Bao lâu?", "<p>Bảy ngày.</p>")));
    }

    @AfterEach
    void close() {
        h2.close();
    }

    private void sql(String statement) {
        h2.database().inTransaction(em -> em.createNativeQuery(statement).executeUpdate());
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T database(Work<T> work) {
        try (var connection = h2.database().dataSource().getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Rotation.Outcome> rotate(DataKeys keys) {
        var outcomes = new HashMap<String, Rotation.Outcome>();
        database(connection -> new Rotation(keys, work -> work.with(connection)).run(SealedColumns.all(), count -> {}))
                .forEach(outcome -> outcomes.put(outcome.column().toString(), outcome));
        return outcomes;
    }

    private List<KeyCheck.Finding> check(DataKeys keys) {
        return database(connection -> new KeyCheck(keys).run(connection, SealedColumns.all()));
    }

    private List<String> strings(String select) {
        return database(connection -> {
            var all = new ArrayList<String>();
            try (var result = connection.createStatement().executeQuery(select)) {
                while (result.next()) {
                    all.add(result.getString(1));
                }
            }
            return all;
        });
    }

    /** The columns of the inbox of which at least two rows hold something here; those of files see {@link EnclosuresTest}. */
    private static List<SealedColumn> columns() {
        return new InboxSeals()
                .columns().stream()
                        .filter(column -> !List.of("inbox_enclosure", "inbox_masked_picture", "inbox_slip")
                                .contains(column.table()))
                        .toList();
    }

    @Test
    void aValueMovedToAnotherRowDoesNotOpenAndIsNotTouched() {
        begin();
        begin();
        var moved = new HashMap<String, String>();
        for (var column : columns()) {
            var rows = strings("select " + column.key() + " from " + column.table() + " where " + column.column()
                    + " <> '' order by " + column.key());
            assertThat(rows).as(column.toString()).hasSizeGreaterThanOrEqualTo(2);
            var value = strings("select " + column.column() + " from " + column.table() + " where " + column.key()
                            + " = " + rows.getFirst())
                    .getFirst();
            sql("update " + column.table() + " set " + column.column() + " = '" + value + "' where " + column.key()
                    + " = " + rows.getLast());
            moved.put(column.toString(), value);
        }

        var outcomes = rotate(BOTH);

        for (var column : columns()) {
            assertThat(Objects.requireNonNull(outcomes.get(column.toString())).unopened())
                    .as(column.toString())
                    .isEqualTo(1);
            assertThat(strings("select " + column.column() + " from " + column.table() + " where " + column.column()
                            + " like 'e2:k1:%'"))
                    .containsExactly(moved.get(column.toString()));
        }
    }

    @Test
    void aValueMovedToAnotherColumnDoesNotOpen() {
        sql("update inbox_submission set subject_sealed = phone_sealed where id = " + victim);
        sql("update inbox_event set text_sealed = (select text_sealed from inbox_submission where id = " + victim
                + ") where submission_id = " + victim + " and deed = 'ADD'");

        var told = h2.track(victim);

        assertThat(told.subject()).isEqualTo(UNOPENED);
        assertThat(told.steps()).extracting(Tracked.Step::text).contains(UNOPENED);
        assertThat(told.text()).isEqualTo("Giấy phép tổ chức triển lãm mất bao lâu?");
    }

    /** Whoever has sent something themselves gives another's steps and answers to their own submission. */
    @Test
    void whatIsGivenToAnotherSubmissionDoesNotOpenThere() {
        var code = h2.code(thief);
        sql("update inbox_event set submission_id = " + thief + " where submission_id = " + victim);
        sql("delete from inbox_answer where submission_id = " + thief);
        sql("update inbox_answer set submission_id = " + thief + " where submission_id = " + victim);

        var told = h2.ask(desk -> desk.service.track(code, InboxOnH2.PHONE, Words.VIETNAMESE))
                .orElseThrow();

        assertThat(told.steps()).extracting(Tracked.Step::text).contains("Mấy giờ mở cửa?", UNOPENED);
        assertThat(told.toString()).doesNotContain("bạn đánh");
        assertThat(Objects.requireNonNull(told.answer()).html()).isEqualTo(UNOPENED);
    }

    /** A note among colleagues is made a message. */
    @Test
    void aNoteIsNotReadAsAMessage() {
        sql("update inbox_event set deed = 'ADD' where deed = 'NOTE' and submission_id = " + thief);

        assertThat(h2.track(thief).steps())
                .extracting(Tracked.Step::text)
                .contains("Mấy giờ mở cửa?", UNOPENED)
                .noneMatch(text -> text.contains("khó khăn"));
    }

    /** An answer that was not sent stands in for the one that was. */
    @Test
    void anotherVersionOfAnAnswerIsNotReadAsTheOneThatWasSent() {
        sql("update inbox_answer set version_number = version_number + 1 where submission_id = " + thief);
        sql("update inbox_submission set sent_answer = sent_answer + 1 where id = " + thief);

        var answer = Objects.requireNonNull(h2.track(thief).answer());

        assertThat(answer.html()).isEqualTo(UNOPENED);
    }

    /** Marks are bound to nothing: those of one's own code and number are written over another's. */
    @Test
    void anothersRowIsNotShownForOnesOwnMarks() {
        var code = h2.code(thief);
        var key = strings("select code_key from inbox_submission where id = " + thief)
                .getFirst();
        sql("update inbox_submission set code_key = 'gone' where id = " + thief);
        sql("update inbox_submission set code_key = '" + key + "' where id = " + victim);

        var told = h2.ask(desk -> desk.service.track(code, InboxOnH2.PHONE, Words.VIETNAMESE));
        assertThat(told).isEmpty();

        // With the sealed code as well it is found, and the code itself does not open there.
        sql("update inbox_submission set code_sealed = (select s.code_sealed from inbox_submission s where s.id = "
                + thief + ") where id = " + victim);
        told = h2.ask(desk -> desk.service.track(code, InboxOnH2.PHONE, Words.VIETNAMESE));
        assertThat(told).isEmpty();
    }

    @Test
    void onesOwnNumberWrittenOverAnothersOpensNothing() {
        var code = h2.code(victim);
        var other = InboxOnH2.form("question", "another", "Hỏi");
        var values = new HashMap<>(other.values());
        values.put(AskedField.PHONE, "0987 654 321");
        values.remove(AskedField.EMAIL);
        var sent = new NewSubmission("question", "another", values, "", "", false, false, "vi");
        h2.act(desk -> desk.submit(sent));
        sql("update inbox_submission set phone_key = (select s.phone_key from inbox_submission s where s.form_key = '"
                + sent.key() + "') where id = " + victim);

        assertThat(h2.<Boolean>ask(desk -> desk.service.isOwner(code, "0987 654 321")))
                .isFalse();
        assertThat(h2.<Boolean>ask(desk -> desk.service.isOwner(code, InboxOnH2.EMAIL)))
                .isTrue();
    }

    /** A receipt shows the code to whoever has its address. */
    @Test
    void theReceiptOfAnotherDoesNotShowTheirCode() {
        var code = h2.code(victim);
        var mine = strings("select form_key from inbox_submission where id = " + thief)
                .getFirst();
        sql("update inbox_submission set form_key = 'gone' where id = " + thief);
        sql("update inbox_submission set form_key = '" + mine + "' where id = " + victim);
        var told = h2.ask(desk -> desk.service.receipt(mine, Words.VIETNAMESE)).orElseThrow();

        assertThat(told.code().replace("-", "")).contains("⟦").doesNotContain(code);
    }

    /** A database of before: all of it opens, is found, and is bound by the rotation, with the same key or another. */
    @Test
    void whatLiesInADatabaseOfBeforeOpensAndIsBound() {
        var count = database(connection -> {
            var all = 0;
            for (var column : SealedColumns.all()) {
                all += FormerSeals.sealAll(connection, InboxOnH2.KEYS, column);
            }
            return all;
        });
        assertThat(count).isGreaterThan(25);
        assertThat(check(InboxOnH2.KEYS)).isEmpty();
        var before = h2.track(victim);
        assertThat(before.toString()).doesNotContain("⟦");
        assertThat(before.steps()).extracting(Tracked.Step::text).contains("Con tôi bị bạn đánh ở trường.");

        var outcomes = rotate(InboxOnH2.KEYS);

        assertThat(outcomes.values().stream().mapToInt(Rotation.Outcome::sealed).sum())
                .isEqualTo(count);
        assertThat(outcomes.values()).allMatch(outcome -> outcome.unopened() == 0);
        assertThat(check(InboxOnH2.KEYS)).isEmpty();
        assertThat(h2.track(victim)).isEqualTo(before);

        rotate(BOTH);
        h2.useKeys(DataKeys.of(KeyRing.parse("k2:" + key(2))));
        assertThat(check(DataKeys.of(KeyRing.parse("k2:" + key(2))))).isEmpty();
        assertThat(h2.track(victim)).isEqualTo(before);
    }

    /** Each value is bound as the rotation reads its row. */
    @Test
    void entitiesAndDeclarationsNameTheSameRows() {
        assertThat(check(InboxOnH2.KEYS)).isEmpty();
        assertThat(rotate(BOTH).values()).allMatch(outcome -> outcome.unopened() == 0);
        h2.useKeys(BOTH);
        assertThat(h2.track(thief).toString()).doesNotContain("⟦");
    }

    /** A part that is made a submission of its own has its sender sealed for itself. */
    @Test
    void whoSentAPartIsSealedForIt() {
        h2.clock().pass(Duration.ofMinutes(1));
        h2.actAs("moderator");
        var whole = h2.send("question");
        var part = new long[1];
        h2.work(
                whole,
                (work, sheet) ->
                        part[0] = work.split(whole, sheet.unit(), sheet.version(), "Phí", "Phí là bao nhiêu?"));

        var sender = h2.ask(desk -> desk.desk.sender(part[0], h2.open(part[0]).unit()));

        assertThat(sender.name()).isEqualTo("Nguyễn Thị Lan");
        assertThat(strings("select name_sealed from inbox_submission where id in (" + whole + ", " + part[0] + ")"))
                .doesNotHaveDuplicates();
        assertThat(check(InboxOnH2.KEYS)).isEmpty();
    }

    /** Whatever lies sealed is declared: else it stays behind when the key is replaced, and nobody asked to what it is bound. */
    @Test
    void everySealedColumnIsDeclared() {
        var declared = new TreeSet<>(
                SealedColumns.all().stream().map(SealedColumn::toString).toList());
        assertThat(new TreeSet<>(
                        strings("select lower(table_name || '.' || column_name) from information_schema.columns"
                                + " where lower(column_name) like '%\\_sealed'")))
                .isEqualTo(declared);
        var texts =
                strings("select '\"' || table_name || '\".\"' || column_name || '\"' from information_schema.columns"
                        + " where table_schema = 'PUBLIC' and data_type like 'CHARACTER%'");
        assertThat(texts).hasSizeGreaterThan(100);
        for (var text : texts) {
            var table = text.substring(0, text.indexOf('.'));
            if (!declared.contains(text.replace("\"", "").toLowerCase(Locale.ROOT))) {
                assertThat(strings("select count(*) from " + table + " where " + text + " like 'e2:k1:%'"))
                        .as(text)
                        .containsExactly("0");
            }
        }
    }
}
