package vn.minhbach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.Rotation;

/** Letters to citizens: nothing in the database tells to whom they are, nor to whom they went. */
class CitizenLettersTest {

    private static final String ADDRESS = "lan.nguyen@example.vn";

    private GreenMail server;
    private OutboxOnH2 outbox;

    @BeforeEach
    void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        outbox = new OutboxOnH2(MailSettings.of(
                "127.0.0.1", server.getSmtp().getPort(), MailSettings.Guard.NONE, "Sở <cong@example.gov.vn>"));
    }

    @AfterEach
    void close() {
        outbox.close();
        server.stop();
    }

    private boolean send() {
        return outbox.send(To.of(ADDRESS, "Nguyễn Thị Lan"), OutboxOnH2.NEWS, values());
    }

    private static Map<String, String> values() {
        return Map.of(
                "ho-ten", "Nguyễn Thị Lan",
                "tinh-trang", "Đã có câu trả lời",
                "loi-nhan", "Mời bà xem.",
                "ma-tra-cuu", "ABCD-EFGH");
    }

    /** A Message-ID, and the fingerprint of an address. */
    private static final Pattern RANDOM = Pattern.compile("<[0-9a-f-]{36}@[^>]*>|\\bk1\\.[\\w-]{43}(?![\\w-])");

    /** Everything that stands in the table, as text; without its random numbers, which may well hold "abcd". */
    private String table() {
        String table =
                outbox.database.ask(em -> em.createNativeQuery("select * from mail_letter").getResultList().stream()
                        .flatMap(row -> java.util.Arrays.stream((Object[]) row))
                        .map(String::valueOf)
                        .collect(Collectors.joining("|"))
                        .toString());
        return RANDOM.matcher(table).replaceAll("");
    }

    private static void tellsNobody(String table) {
        assertThat(table).doesNotContainIgnoringCase("lan.nguyen", "example.vn", "Nguyễn", "nguyen", "ABCD", "Mời bà");
    }

    @Test
    void whileItWaitsItLiesSealedAndThenItArrives() throws Exception {
        assertThat(send()).isTrue();
        tellsNobody(table());
        assertThat(outbox.letter().getAddressSealed().text()).startsWith("e2:k1:");

        outbox.ring();

        var message = server.getReceivedMessages()[0];
        var to = (InternetAddress) message.getRecipients(jakarta.mail.Message.RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo(ADDRESS);
        assertThat(to.getPersonal()).isEqualTo("Nguyễn Thị Lan");
        assertThat((String) message.getContent()).contains("Mời bà xem.", "ABCD-EFGH");
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.SENT);
    }

    @Test
    void onceItWasSentNothingTellsToWhom() {
        send();
        outbox.ring();

        tellsNobody(table());
        assertThat(outbox.letter().getAddressSealed().text()).isEmpty();
        assertThat(outbox.letter().getTextSealed().text()).isEmpty();
    }

    @Test
    void whatAServerSaysOfAnAddressIsNotKept() {
        send();
        outbox.postman = OutboxOnH2.failing("550 <" + ADDRESS + "> no such user " + ADDRESS);
        outbox.ring();

        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.GIVEN_UP);
        assertThat(outbox.letter().getAnswer()).contains("550", "no such user");
        tellsNobody(table());
    }

    @Test
    void whatIsOwedIsDeferredAndNeverRefused() {
        assertThat(IntStream.range(0, 45).allMatch(i -> send())).isTrue();
        assertThat(outbox.letters()).hasSize(45);
        outbox.ring();
        assertThat(server.getReceivedMessages()).as("in the first hour").hasSize(20);
        outbox.clock.pass(Duration.ofMinutes(61));
        outbox.ring();
        assertThat(server.getReceivedMessages()).as("in the second").hasSize(40);
        outbox.clock.pass(Duration.ofMinutes(61));
        outbox.ring();
        assertThat(server.getReceivedMessages()).as("in the third").hasSize(45);
    }

    @Test
    void whatOneAddressWaitsForKeepsNoOtherWaiting() {
        IntStream.range(0, 21).forEach(i -> send());
        outbox.send(To.of("binh@example.vn", "Trần Văn Bình"), OutboxOnH2.NEWS, values());

        assertThat(outbox.letters().getLast().getFirstAttempt()).isEqualTo(outbox.clock.instant());
    }

    @Test
    void howeverManyWaitOneMoreIsWrittenBehindThem() {
        // As if a mail server had been away while all of these were written.
        outbox.database.inTransaction(em -> em.createNativeQuery("insert into mail_letter (id, version, message_id,"
                        + " letter_kind, address, recipient, language, subject, body, secret, sought, state, attempts,"
                        + " turn, created_at, useful_until, next_attempt, problem, answer, citizen)"
                        + " select 1000000 + x, 1, cast(x as varchar), 'inbox.received', '', '', 'vi', '', '', true, '',"
                        + " 'WAITING', 0, 0, timestamp '2026-06-01 00:00:00', timestamp '2026-06-15 00:00:00',"
                        + " timestamp '2026-06-01 00:00:00', 'NONE', '', true from system_range(1, 12000)")
                .executeUpdate());

        assertThat(send()).isTrue();
        assertThat(outbox.letters().stream()
                        .filter(letter -> letter.getKind().equals(OutboxOnH2.NEWS.key()))
                        .map(Letter::getFirstAttempt))
                .containsExactly(outbox.clock.instant().plus(Duration.ofMinutes(200)));
        assertThat(outbox.sendTest("thu@example.gov.vn"))
                .as("letters to the staff do not wait behind them")
                .isTrue();
    }

    @Test
    void aMailServerThatIsAwayForAWeekLosesNothingThatIsOwed() {
        var real = outbox.postman;
        outbox.postman = OutboxOnH2.unreachable();
        send();
        for (var hour = 0; hour < 24 * 7; hour++) {
            outbox.ring();
            outbox.clock.pass(Duration.ofHours(1));
        }
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.WAITING);

        outbox.postman = real;
        outbox.clock.pass(Duration.ofHours(12));
        outbox.ring();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatCouldNotArriveInTimeIsGivenUpAtLast() {
        outbox.postman = OutboxOnH2.unreachable();
        send();
        for (var day = 0; day < 16; day++) {
            outbox.ring();
            outbox.clock.pass(Duration.ofHours(24));
        }
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.GIVEN_UP);
        assertThat(outbox.letter().getProblem()).isEqualTo(MailProblem.TOO_OLD);
        tellsNobody(table());
    }

    @Test
    void withoutItsKeyItWaitsHoweverLong() {
        send();
        var keys = outbox.keys;
        outbox.keys = DataKeys.of(KeyRing.EMPTY);
        for (var day = 0; day < 20; day++) {
            outbox.ring();
            outbox.clock.pass(Duration.ofDays(1));
        }
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.WAITING);
        assertThat(outbox.letter().getProblem()).isEqualTo(MailProblem.KEY);
        assertThat(outbox.letter().getAddressSealed().text()).isNotEmpty();
        assertThat(outbox.letter().getAttempts()).isZero();
        // Nothing that would lie open is written meanwhile.
        assertThat(send()).isFalse();

        outbox.keys = keys;
        outbox.ring();
        assertThat(outbox.letter().getProblem()).isEqualTo(MailProblem.TOO_OLD);
    }

    @Test
    void aKeyThatIsReplacedSealsItAnew() throws Exception {
        send();
        var both = DataKeys.of(KeyRing.parse("k2:"
                + Base64.getEncoder().encodeToString(new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                    28, 29, 30, 31, 32
                })
                + ",k1:" + Base64.getEncoder().encodeToString(new byte[32])));
        try (var connection = outbox.database.dataSource().getConnection()) {
            new Rotation(both, work -> work.with(connection)).run(new MailSeals().columns(), count -> {});
        }

        assertThat(outbox.letter().getAddressSealed().text()).startsWith("e2:k2:");
        assertThat(outbox.letter().getAddressKey()).startsWith("k2.");
        outbox.keys = both;
        outbox.ring();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    /** Whoever can write to the database has a letter go to themselves: it is a letter of nobody's then, and waits. */
    @Test
    void theTextOfALetterDoesNotGoToTheAddressOfAnother() {
        send();
        var theirs = outbox.letter().getMessageId();
        outbox.database.inTransaction(
                em -> em.createNativeQuery("update mail_letter set message_id = '<mine@example.vn>'")
                        .executeUpdate());

        outbox.ring();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.WAITING);
        outbox.database.inTransaction(em -> em.createNativeQuery("update mail_letter set message_id = '" + theirs + "'")
                .executeUpdate());
        outbox.clock.pass(Duration.ofHours(1));
        outbox.ring();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoIsForgottenLeavesNoMarkAndGetsWhatIsOwed() {
        send();
        outbox.ring();
        send();
        assertThat(outbox.letters()).allMatch(letter -> !letter.getAddressKey().isEmpty());

        outbox.forget("LAN.nguyen@example.vn");

        assertThat(outbox.letters())
                .extracting(letter -> letter.getAddressKey().isEmpty())
                .containsExactly(true, false);
        outbox.ring();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void afterADayNoMarkIsLeft() {
        send();
        outbox.ring();
        outbox.clock.pass(Duration.ofHours(25));

        outbox.ask(mail -> {
            mail.care();
            return true;
        });

        assertThat(outbox.letter().getAddressKey()).isEmpty();
    }

    @Test
    void lettersToTheStaffStayReadable() {
        outbox.sendTest("thu@example.gov.vn");
        outbox.ring();

        assertThat(outbox.letter().getAddress()).isEqualTo("thu@example.gov.vn");
    }
}
