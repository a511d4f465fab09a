package vn.minhbach.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.shared.RuleBrokenException;

/** The way of a letter, with a real mail server at its end. */
class OutboxTest {

    private static final String FROM = "Sở Văn hóa và Thể thao <cong@example.gov.vn>";

    private GreenMail server;
    private OutboxOnH2 outbox;

    @BeforeEach
    void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        outbox =
                new OutboxOnH2(MailSettings.of("127.0.0.1", server.getSmtp().getPort(), MailSettings.Guard.NONE, FROM));
    }

    @AfterEach
    void close() {
        outbox.close();
        server.stop();
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        assertThat(outbox.sendTest("lan@example.vn")).isTrue();
        assertThat(server.getReceivedMessages()).isEmpty();

        outbox.ring();

        var message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Thư thử từ cổng thông tin điện tử");
        assertThat((String) message.getContent())
                .contains("tài khoản “quantri”", "https://cong.example.gov.vn")
                .doesNotContain("[[");
        assertThat(message.getContentType()).startsWith("text/plain");
        var to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("lan@example.vn");
        assertThat(to.getPersonal()).isEqualTo("Nguyễn Thị Lan");
        var from = (InternetAddress) message.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("cong@example.gov.vn");
        assertThat(from.getPersonal()).isEqualTo("Sở Văn hóa và Thể thao");
        // Whoever is away does not answer a machine, and no two machines write to each other.
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(message.getMessageID())
                .isEqualTo(outbox.letter().getMessageId())
                .endsWith("@cong.example.gov.vn>");
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.SENT);
        assertThat(wire(message).chars()).as("on the wire").allMatch(c -> c < 0x80);
    }

    /** Somebody may give the portal's own address, or one that answers everything: what comes back is read by people, and answered by no program. */
    @Test
    void thePortalReadsNoMailSoThatNoLetterIsAnsweredByAnother() throws Exception {
        assertThat(outbox.sendTest("cong@example.gov.vn")).isTrue();
        outbox.ring();
        outbox.ring();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("vn.minhbach")
                                .stream()
                                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                                .filter(each ->
                                        each.getTargetClass().getName().matches("jakarta\\.mail\\.(Store|Folder)"))
                                .map(each -> each.getDescription()))
                .isEmpty();
    }

    @Test
    void whatIsRolledBackWasNeverWritten() {
        assertThatThrownBy(() -> outbox.database.inTransaction(em -> {
                    new Outbox(
                                    new MailRepository(em),
                                    new Templates(
                                            new MailRepository(em),
                                            () -> vn.minhbach.access.Actor.PORTAL,
                                            outbox.clock,
                                            java.util.List.of(OutboxOnH2.TEST)),
                                    outbox.settings,
                                    (letter, turn, when) -> {},
                                    new vn.minhbach.web.PortalUrl("https://cong.example.gov.vn"),
                                    outbox.clock,
                                    new LetterSealer(outbox.keys))
                            .send(To.of("lan@example.vn", ""), "mail.test", Map.of(MailLetters.WHO, "x"));
                    throw new IllegalStateException("the deed failed");
                }))
                .hasMessage("the deed failed");

        assertThat(outbox.letters()).isEmpty();
    }

    @Test
    void aServerThatIsDownGetsTheSameLetterLater() throws Exception {
        var port = server.getSmtp().getPort();
        server.stop();
        outbox.sendTest("lan@example.vn");

        outbox.ring();
        outbox.clock.pass(Duration.ofMinutes(2));
        outbox.ring();

        var waiting = outbox.letter();
        assertThat(waiting.getState()).isEqualTo(Letter.State.WAITING);
        assertThat(waiting.getAttempts()).isEqualTo(2);
        assertThat(waiting.getProblem()).isEqualTo(MailProblem.UNREACHABLE);

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        outbox.ring();
        assertThat(server.getReceivedMessages()).as("not before its time").isEmpty();
        outbox.clock.pass(Duration.ofMinutes(6));
        outbox.ring();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getMessageID()).isEqualTo(waiting.getMessageId());
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.SENT);
        assertThat(outbox.letter().getProblem()).isEqualTo(MailProblem.NONE);
    }

    /** Killed between the server's "accepted" and our commit: the reader gets the same letter twice, by its Message-ID. */
    @Test
    void aNodeThatDiesAfterTheServerTookTheLetterSendsTheSameAgain() throws Exception {
        outbox.sendTest("lan@example.vn");
        var alarm = outbox.alarms.removeFirst();
        var about = Delivery.about(alarm.letter(), alarm.turn());

        assertThatThrownBy(() -> outbox.delivery(outbox.dyingAfterwards()).run(about))
                .isInstanceOf(OutboxOnH2.Died.class);
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.WAITING);
        // The job of a node that is gone is done again by another, as it was.
        outbox.delivery(outbox.postman).run(about);

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(wire(received[0])).contains("Message-ID: " + outbox.letter().getMessageId());
        assertThat(received[1].getMessageID()).isEqualTo(received[0].getMessageID());
        assertThat(received[1].getContent()).isEqualTo(received[0].getContent());
        assertThat(received[1].getHeader("Date")).isEqualTo(received[0].getHeader("Date"));
        // Done a third time, nothing happens any more.
        outbox.delivery(outbox.postman).run(about);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aLetterThatIsNeverTakenIsGivenUpAndCanBeTriedAgain() {
        var real = outbox.postman;
        outbox.postman = OutboxOnH2.unreachable();
        outbox.sendTest("lan@example.vn");

        var tries = 0;
        while (outbox.letter().getState() == Letter.State.WAITING) {
            outbox.ring();
            outbox.clock.pass(Duration.ofHours(12));
            assertThat(tries++).isLessThan(20);
        }

        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.GIVEN_UP);
        assertThat(outbox.letter().getAttempts()).isLessThanOrEqualTo(Letter.MOST_ATTEMPTS);
        assertThat(outbox.alarms).isEmpty();
        outbox.postman = real;
        outbox.ask(mail -> mail.retry(outbox.letter().number()));
        outbox.ring();
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.SENT);
        assertThatThrownBy(() -> outbox.ask(mail -> mail.retry(outbox.letter().number())))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void aRecipientWhoDoesNotExistIsNotTriedAgain() {
        outbox.postman = OutboxOnH2.failing("550 5.1.1 No such user here");
        outbox.sendTest("lan@example.vn");

        outbox.ring();

        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.GIVEN_UP);
        assertThat(outbox.letter().getProblem()).isEqualTo(MailProblem.REFUSED);
        assertThat(outbox.letter().getAnswer()).contains("No such user");
        assertThat(outbox.alarms).isEmpty();
    }

    @Test
    void aServerThatAsksForPatienceIsGivenIt() {
        outbox.postman = OutboxOnH2.failing("451 4.7.1 Greylisted, try again later");
        outbox.sendTest("lan@example.vn");

        outbox.ring();

        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.WAITING);
        assertThat(outbox.letter().getProblem()).isEqualTo(MailProblem.LATER);
    }

    @Test
    void aSecretIsNotKeptOnceItWasSentOrGivenUp() {
        var link = "https://cong.example.gov.vn/moi/3kf9";
        var values = Map.of("ho-ten", "Lan", "tai-khoan", "lan", "han", "mai", "lien-ket", link);
        outbox.send(To.of("lan@example.vn", "Lan"), OutboxOnH2.INVITATION, values);
        assertThat(outbox.letter().getBody()).contains(link);
        outbox.ring();
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.SENT);
        assertThat(outbox.letter().getBody()).isEmpty();

        outbox.postman = OutboxOnH2.failing("550 no");
        outbox.send(To.of("mai@example.vn", "Mai"), OutboxOnH2.INVITATION, values);
        outbox.ring();
        var failed = outbox.letters().getLast();
        assertThat(failed.getState()).isEqualTo(Letter.State.GIVEN_UP);
        assertThat(failed.getBody()).isEmpty();
        assertThat(failed.isRetryable()).isFalse();
        assertThat(outbox.database.<Object>ask(em -> em.createNativeQuery(
                                "select count(*) from mail_letter where body like '%3kf9%' or subject like '%3kf9%'"
                                        + " or answer like '%3kf9%' or sought like '%3kf9%'")
                        .getSingleResult()))
                .hasToString("0");
    }

    @Test
    void aLetterThatCameTooLateIsNotSent() {
        outbox.sendTest("lan@example.vn");
        outbox.clock.pass(LetterKind.DAYS.plusSeconds(1));

        outbox.ring();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(outbox.letter().getState()).isEqualTo(Letter.State.GIVEN_UP);
        assertThat(outbox.letter().getProblem()).isEqualTo(MailProblem.TOO_OLD);
    }

    @Test
    void whileMailIsOffNothingIsWrittenAndWhatWaitsGoesOnWaiting() {
        outbox.sendTest("lan@example.vn");
        var on = outbox.settings;
        outbox.settings = MailSettings.off();

        assertThat(outbox.sendTest("mai@example.vn")).isFalse();
        outbox.ring();
        assertThat(outbox.letters()).hasSize(1);
        assertThat(outbox.letter().getProblem()).isEqualTo(MailProblem.OFF);
        assertThat(outbox.letter().getAttempts()).isZero();

        outbox.settings = on;
        outbox.clock.pass(Duration.ofMinutes(31));
        outbox.ring();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void noMoreLeaveInAMinuteThanTheServerIsToBear() {
        outbox.settings = spy(3);
        for (var i = 0; i < 7; i++) {
            outbox.sendTest("lan" + i + "@example.vn");
        }

        outbox.ring();
        assertThat(server.getReceivedMessages()).hasSize(3);
        outbox.clock.pass(Duration.ofSeconds(61));
        outbox.ring();
        assertThat(server.getReceivedMessages()).hasSize(6);
        assertThat(outbox.letters()).allMatch(letter -> letter.getAttempts() <= 1);
    }

    private MailSettings spy(int rate) {
        var settings = MailSettings.of("127.0.0.1", server.getSmtp().getPort(), MailSettings.Guard.NONE, FROM);
        settings.givenRate = java.util.Optional.of(Integer.toString(rate));
        settings.read();
        return settings;
    }

    @Test
    void nobodyIsFloodedWithOneKindOfLetter() {
        var written = 0;
        for (var i = 0; i < 100; i++) {
            written += outbox.sendTest("lan@example.vn") ? 1 : 0;
        }

        assertThat(written).isEqualTo(20);
        assertThat(outbox.sendTest("mai@example.vn")).isTrue();
        outbox.clock.pass(Duration.ofMinutes(61));
        assertThat(outbox.sendTest("lan@example.vn")).isTrue();
    }

    @Test
    void whatSomebodyIsCalledCannotBecomeAHeader() throws Exception {
        outbox.send(
                To.of("lan@example.vn", "Lan\r\nBcc: tat-ca@example.vn"),
                OutboxOnH2.TEST,
                Map.of(MailLetters.WHO, "x\r\nBcc: tat-ca@example.vn\r\n\r\n[[cong]] <script>"));

        outbox.ring();

        assertThat(server.getReceivedMessages()).hasSize(1);
        var message = server.getReceivedMessages()[0];
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat((String) message.getContent()).contains("[[cong]] <script>");
    }

    @Test
    void aSubjectIsOneLineWhateverStandsInItsGaps() throws Exception {
        outbox.templates(templates -> templates.write(
                OutboxOnH2.TEST, "vi", LetterText.of("Thử [[nguoi-thu]]", "Nội dung [[nguoi-thu]]"), 0));
        outbox.send(
                To.of("lan@example.vn", ""),
                OutboxOnH2.TEST,
                Map.of(MailLetters.WHO, "một\r\nX-Evil: 1\r\n\r\nhai\u2028ba " + "dài ".repeat(500)));

        outbox.ring();

        var message = server.getReceivedMessages()[0];
        assertThat(message.getHeader("X-Evil")).isNull();
        assertThat(message.getSubject())
                .startsWith("Thử một X-Evil: 1 hai ba dài")
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void everyGapIsFilledAndNoOther() {
        var to = To.of("lan@example.vn", "");

        assertThatThrownBy(() -> outbox.send(to, OutboxOnH2.TEST, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outbox.send(to, OutboxOnH2.TEST, Map.of(MailLetters.WHO, "x", "khac", "y")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLetterOfWhichNobodyWasRemindedIsFoundAgain() {
        outbox.sendTest("lan@example.vn");
        outbox.alarms.clear();
        outbox.clock.pass(Duration.ofHours(2));

        outbox.ask(mail -> {
            mail.care();
            return true;
        });
        outbox.ring();

        assertThat(server.getReceivedMessages()).hasSize(1);
        outbox.clock.pass(Duration.ofDays(91));
        outbox.ask(mail -> {
            mail.care();
            return true;
        });
        assertThat(outbox.letters()).isEmpty();
    }

    private static String wire(MimeMessage message) throws Exception {
        var out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
