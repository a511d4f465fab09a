package vn.minhbach.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.privacy.FieldCipher.Trouble;
import vn.minhbach.privacy.SealedColumn.Marks;

/** A key replaced by another in a database in use. */
class RotationTest {

    private static final int MANY = 10_000;

    private static final SealedColumn PHONE = SealedColumn.of("letter", "id", "phone", "code")
            .formerlyBoundTo("code")
            .marked("phone_mark", Marks.PHONE);

    private static final SealedColumn BODY = SealedColumn.of("letter", "id", "body", "code", "id");

    private static SealedRow ofPhone(long id) {
        return SealedRow.of("letter", "M" + id);
    }

    private static SealedRow ofBody(long id) {
        return SealedRow.of("letter", "M" + id, id);
    }

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection(url);
        connection
                .createStatement()
                .execute(
                        "create table letter (id bigint primary key, code varchar(20), phone varchar, phone_mark varchar, body varchar)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.createStatement().execute("shutdown");
    }

    private static String phone(int id) {
        return String.format("0%09d", 912_000_000 + id);
    }

    private void fill(DataKeys keys, int from, int count) throws SQLException {
        var cipher = new FieldCipher(keys);
        var index = new BlindIndex(keys);
        try (var insert = connection.prepareStatement("insert into letter values (?, ?, ?, ?, ?)")) {
            for (var id = from; id < from + count; id++) {
                insert.setLong(1, id);
                insert.setString(2, "M" + id);
                insert.setString(3, cipher.seal(phone(id), PHONE, ofPhone(id)));
                insert.setString(4, index.of(phone(id)));
                insert.setString(5, id % 10 == 0 ? null : cipher.seal("Nội dung " + id, BODY, ofBody(id)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Rotation rotation(DataKeys keys) {
        return new Rotation(keys, work -> {
            connection.setAutoCommit(false);
            try {
                work.with(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private int count(String condition) throws SQLException {
        try (var result = connection.createStatement().executeQuery("select count(*) from letter where " + condition)) {
            result.next();
            return result.getInt(1);
        }
    }

    private void assertAllOpenBy(String id, int count) throws SQLException {
        assertAllOpen(FieldCipherTest.keys(id), count);
    }

    private void assertAllOpen(DataKeys keys, int count) throws SQLException {
        var cipher = new FieldCipher(keys);
        var index = new BlindIndex(keys);
        var seen = 0;
        try (var result = connection.createStatement().executeQuery("select * from letter order by id")) {
            while (result.next()) {
                var number = result.getInt("id");
                assertThat(cipher.open(new SealedValue(PHONE, ofPhone(number), result.getString("phone"))))
                        .isEqualTo(phone(number));
                assertThat(result.getString("phone_mark")).isIn(index.candidates(phone(number)));
                if (number % 10 != 0) {
                    assertThat(cipher.open(new SealedValue(BODY, ofBody(number), result.getString("body"))))
                            .isEqualTo("Nội dung " + number);
                }
                seen++;
            }
        }
        assertThat(seen).isEqualTo(count);
    }

    @Test
    void tenThousandValuesChangeTheirKey() throws SQLException {
        fill(FieldCipherTest.keys("k1"), 1, MANY);

        var outcomes = rotation(FieldCipherTest.keys("k2", "k1")).run(List.of(PHONE, BODY), done -> {});

        assertThat(outcomes).extracting(Rotation.Outcome::sealed).containsExactly(MANY, MANY - MANY / 10);
        assertThat(outcomes).extracting(Rotation.Outcome::unopened).containsOnly(0);
        assertAllOpenBy("k2", MANY);
        assertThat(rotation(FieldCipherTest.keys("k2", "k1")).run(List.of(PHONE, BODY), done -> {}))
                .extracting(Rotation.Outcome::sealed)
                .containsOnly(0);
    }

    @Test
    void goesOnWhereItWasInterrupted() throws SQLException {
        fill(FieldCipherTest.keys("k1"), 1, 2_000);
        var keys = FieldCipherTest.keys("k2", "k1");

        assertThatThrownBy(() -> rotation(keys).run(List.of(PHONE), done -> {
                    if (done >= 1_000) {
                        throw new IllegalStateException("Mất điện");
                    }
                }))
                .hasMessage("Mất điện");
        assertThat(count("phone like 'e2:k2:%'")).isEqualTo(1_000);
        assertThat(count("phone like 'e2:k1:%'")).isEqualTo(1_000);
        assertThat(new KeyCheck(keys).run(connection, List.of(PHONE, BODY))).isEmpty();
        // Meanwhile the portal goes on writing with the new key.
        fill(keys, 5_001, 100);

        assertThat(rotation(keys)
                        .run(List.of(PHONE, BODY), done -> {})
                        .getFirst()
                        .sealed())
                .isEqualTo(1_000);
        assertAllOpenBy("k2", 2_100);
    }

    private void fillAsBefore(DataKeys keys, int count) throws SQLException {
        var index = new BlindIndex(keys);
        try (var insert = connection.prepareStatement("insert into letter values (?, ?, ?, ?, ?)")) {
            for (var id = 1; id <= count; id++) {
                insert.setLong(1, id);
                insert.setString(2, "M" + id);
                insert.setString(3, FormerSeals.seal(keys, phone(id), "letter.phone:M" + id));
                insert.setString(4, index.of(phone(id)));
                insert.setString(5, id % 10 == 0 ? "" : FormerSeals.seal(keys, "Nội dung " + id, "letter.body"));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What lies bound to its column only is bound to its row, by the same key or by another; with the power gone meanwhile all of it opens. */
    @ParameterizedTest
    @ValueSource(strings = {"k1", "k2"})
    void whatIsFromBeforeIsBoundToItsRow(String current) throws SQLException {
        fillAsBefore(FieldCipherTest.keys("k1"), 1_000);
        var keys = current.equals("k1") ? FieldCipherTest.keys("k1") : FieldCipherTest.keys("k2", "k1");
        var check = new KeyCheck(keys);
        assertThat(check.run(connection, List.of(PHONE, BODY))).isEmpty();
        assertThat(check.sawFormer()).isTrue();

        assertThatThrownBy(() -> rotation(keys).run(List.of(PHONE, BODY), done -> {
                    if (done >= 600) {
                        throw new IllegalStateException("Mất điện");
                    }
                }))
                .hasMessage("Mất điện");
        assertThat(count("phone like 'e2:" + current + ":%'")).isEqualTo(600);
        assertThat(count("phone like 'e1:k1:%'")).isEqualTo(400);
        assertThat(new KeyCheck(keys).run(connection, List.of(PHONE, BODY))).isEmpty();
        assertAllOpen(keys, 1_000);

        var outcomes = rotation(keys).run(List.of(PHONE, BODY), done -> {});

        assertThat(outcomes).extracting(Rotation.Outcome::sealed).containsExactly(400, 900);
        assertThat(outcomes).extracting(Rotation.Outcome::unopened).containsOnly(0);
        assertThat(count("phone like 'e1:%' or body like 'e1:%'")).isZero();
        var after = new KeyCheck(keys);
        assertThat(after.run(connection, List.of(PHONE, BODY))).isEmpty();
        assertThat(after.sawFormer()).isFalse();
        assertAllOpenBy(current, 1_000);
        assertThat(rotation(keys).run(List.of(PHONE, BODY), done -> {}))
                .extracting(Rotation.Outcome::sealed)
                .containsOnly(0);
    }

    /** A copy that somebody kept of a value from before: that all is bound shuts it out as little as a new key does, as long as the old one is there. */
    @Test
    void aCopyFromBeforeOpensUntilItsKeyIsTakenOut() throws SQLException {
        fillAsBefore(FieldCipherTest.keys("k1"), 10);
        var copy = body(1);
        var both = FieldCipherTest.keys("k2", "k1");

        rotation(FieldCipherTest.keys("k1")).run(List.of(PHONE, BODY), done -> {});
        put(copy);
        assertThat(opened(FieldCipherTest.keys("k1"))).isEqualTo("Nội dung 1");
        assertThat(opened(both)).isEqualTo("Nội dung 1");
        rotation(both).run(List.of(PHONE, BODY), done -> {});
        put(copy);
        assertThat(opened(both)).isEqualTo("Nội dung 1");

        assertThat(opened(FieldCipherTest.keys("k2"))).isEqualTo("⟦không mở được: thiếu khoá k1⟧");
    }

    private String body(long id) throws SQLException {
        try (var result = connection.createStatement().executeQuery("select body from letter where id = " + id)) {
            result.next();
            return result.getString(1);
        }
    }

    private void put(String copy) throws SQLException {
        try (var update = connection.prepareStatement("update letter set body = ? where id = 2")) {
            update.setString(1, copy);
            update.executeUpdate();
        }
    }

    /** What stands in the row of another one. */
    private String opened(DataKeys keys) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select " + BODY.selected() + " from letter where id = 2")) {
            assertThat(result.next()).isTrue();
            return new FieldCipher(keys).open(BODY.read(result, 1));
        }
    }

    /** A number of which no mark can be made is bound as well, once. */
    @Test
    void aValueWithoutAMarkIsBoundToo() throws SQLException {
        var keys = FieldCipherTest.keys("k1");
        connection
                .createStatement()
                .execute("insert into letter values (1, 'M1', '" + FormerSeals.seal(keys, "không có", "letter.phone:M1")
                        + "', '', '')");

        var first = rotation(keys).run(List.of(PHONE), done -> {}).getFirst();
        var second = rotation(keys).run(List.of(PHONE), done -> {}).getFirst();

        assertThat(first.sealed()).isEqualTo(1);
        assertThat(second.sealed()).isZero();
        assertThat(count("phone like 'e2:k1:%'")).isEqualTo(1);
    }

    /** A value that somebody put into another row is left as it is, and the check tells of it. */
    @Test
    void aValueThatWasMovedIsFoundAndLeft() throws SQLException {
        fill(FieldCipherTest.keys("k1"), 1, 3);
        var stolen = sealed(1);
        connection.createStatement().execute("update letter set phone = '" + stolen + "' where id in (1, 2, 3)");
        var keys = FieldCipherTest.keys("k2", "k1");

        var outcome = rotation(keys).run(List.of(PHONE), done -> {}).getFirst();

        assertThat(outcome.sealed()).isEqualTo(1);
        assertThat(outcome.unopened()).isEqualTo(2);
        assertThat(outcome.missing()).isEmpty();
        assertThat(sealed(2)).isEqualTo(stolen);
        assertThat(new KeyCheck(keys).run(connection, List.of(PHONE)))
                .extracting(KeyCheck.Finding::trouble)
                .containsExactly(Trouble.ALTERED);
    }

    /** A batch that fails half-way leaves none of its values changed. */
    @Test
    void aBatchIsDoneWhollyOrNotAtAll() throws SQLException {
        fill(FieldCipherTest.keys("k1"), 1, 300);
        var failing = new Rotation(FieldCipherTest.keys("k2", "k1"), work -> {
            connection.setAutoCommit(false);
            try {
                work.with(connection);
                throw new SQLException("Mất kết nối");
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
        assertThatThrownBy(() -> failing.run(List.of(PHONE), done -> {})).hasMessage("Mất kết nối");
        assertThat(count("phone like 'e2:k1:%'")).isEqualTo(300);
    }

    @Test
    void whatCannotBeOpenedStaysAsItIs() throws SQLException {
        fill(FieldCipherTest.keys("mat"), 1, 5);
        fill(FieldCipherTest.keys("k1"), 6, 5);
        connection.createStatement().execute("update letter set code = 'KHAC' where id = 6");
        var before = sealed(1) + sealed(6);

        var outcome = rotation(FieldCipherTest.keys("k2", "k1"))
                .run(List.of(PHONE), done -> {})
                .getFirst();

        assertThat(outcome.sealed()).isEqualTo(4);
        assertThat(outcome.unopened()).isEqualTo(6);
        assertThat(outcome.missing()).containsExactly("mat");
        assertThat(sealed(1) + sealed(6)).isEqualTo(before);
    }

    private String sealed(int id) throws SQLException {
        try (var result = connection.createStatement().executeQuery("select phone from letter where id = " + id)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Somebody saves a row between its reading and its writing: theirs stays. */
    @Test
    void aValueThatWasChangedMeanwhileIsLeftAlone() throws SQLException {
        fill(FieldCipherTest.keys("k1"), 1, 3);
        var keys = FieldCipherTest.keys("k2", "k1");
        var theirs = new FieldCipher(keys).seal("0999999999", PHONE, ofPhone(2));
        var once = new boolean[1];
        var rotation = new Rotation(
                keys,
                work -> work.with(meanwhile(connection, () -> {
                    if (!once[0]) {
                        once[0] = true;
                        connection
                                .createStatement()
                                .execute("update letter set phone = '" + theirs + "', phone_mark = '"
                                        + new BlindIndex(keys).of("0999999999") + "' where id = 2");
                    }
                })));

        var outcome = rotation.run(List.of(PHONE), done -> {}).getFirst();

        assertThat(outcome.changed()).isEqualTo(1);
        assertThat(outcome.sealed()).isEqualTo(2);
        assertThat(sealed(2)).isEqualTo(theirs);
    }

    private interface Deed {
        void run() throws SQLException;
    }

    /** A connection by which something happens before the first change. */
    private static Connection meanwhile(Connection connection, Deed deed) {
        return (Connection) Proxy.newProxyInstance(
                RotationTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && ((String) arguments[0]).startsWith("update")) {
                        deed.run();
                    }
                    return method.invoke(connection, arguments);
                });
    }

    @Test
    void withoutAKeyNothingIsRotated() {
        assertThatIllegalArgumentException().isThrownBy(() -> rotation(FieldCipherTest.keys()));
    }

    @Test
    void aMissingAWrongAndNoSealAreTold() throws SQLException {
        fill(FieldCipherTest.keys("mat"), 1, 3);
        fill(FieldCipherTest.keys("k1"), 11, 3);
        connection.createStatement().execute("update letter set body = '0912345678' where id = 2");
        var keys = DataKeys.of(KeyRing.parse("k1:" + FieldCipherTest.key("k9").substring(3)));

        var findings = new KeyCheck(keys).run(connection, List.of(PHONE, BODY));

        assertThat(findings)
                .extracting(KeyCheck.Finding::trouble)
                .contains(Trouble.KEY_MISSING, Trouble.ALTERED, Trouble.NOT_SEALED);
        assertThat(findings).extracting(KeyCheck.Finding::key).contains("mat", "k1");
        assertThat(findings)
                .allSatisfy(
                        each -> assertThat(each.text()).doesNotContain("0912").contains("letter."));
        assertThat(new KeyCheck(FieldCipherTest.keys()).run(connection, List.of(PHONE)))
                .extracting(KeyCheck.Finding::key)
                .containsExactlyInAnyOrder("mat", "k1");
    }

    @Test
    void namesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealedColumn.of("letter; drop table letter", "id", "phone", "code"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SealedColumn.of("letter", "id", "phone", "code").marked("mark", Marks.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SealedColumn.Owner("person_id", "person", "id", "name or true"));
    }

    /** One that is not found is left behind by the rotation. */
    @Test
    void everyDeclarationOfSealedColumnsIsFound() {
        var all = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.minhbach").stream()
                        .filter(each -> each.isAssignableTo(SealedColumns.class) && !each.isInterface())
                        .map(each -> each.getName())
                        .toList();
        assertThat(ServiceLoader.load(SealedColumns.class).stream()
                        .map(each -> each.type().getName()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(SealedColumns.all()).doesNotHaveDuplicates();
    }
}
