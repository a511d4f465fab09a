package vn.minhbach.mail;

import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.web.PortalUrl;

/** An outbox on a database in memory, without a server; its alarms ring when a test lets them. */
final class OutboxOnH2 implements AutoCloseable {

    static final LetterKind INVITATION =
            LetterKind.of("account.invitation", gaps("ho-ten", "tai-khoan", "han", "lien-ket"));
    static final LetterKind TEST = new MailLetters().kinds().getFirst();

    /** To a citizen. */
    static final LetterKind NEWS = LetterKind.toCitizens(
            "inbox.news",
            LetterKind.Gap.of("ho-ten"),
            LetterKind.Gap.of("tinh-trang"),
            LetterKind.Gap.of("loi-nhan"),
            LetterKind.Gap.secret("ma-tra-cuu"));

    /** What the portal has for keys; a test may take them away. */
    DataKeys keys = DataKeys.of(KeyRing.parse("k1:" + Base64.getEncoder().encodeToString(new byte[32])));

    final SetClock clock = new SetClock(Instant.parse("2026-06-01T01:00:00Z"));
    final TestDatabase database = TestDatabase.create();
    final List<Ringing> alarms = new ArrayList<>();
    MailSettings settings;
    Postman postman;

    record Ringing(long letter, int turn, Instant when) {}

    OutboxOnH2(MailSettings settings) {
        this.settings = settings;
        postman = new SmtpPostman(settings);
    }

    private static LetterKind.Gap[] gaps(String... names) {
        var gaps = new LetterKind.Gap[names.length];
        for (var i = 0; i < names.length; i++) {
            gaps[i] = names[i].equals("lien-ket") ? LetterKind.Gap.secret(names[i]) : LetterKind.Gap.of(names[i]);
        }
        return gaps;
    }

    boolean send(To to, LetterKind kind, Map<String, String> values) {
        return database.ask(em -> over(em).send(to, kind.key(), values));
    }

    void forget(String address) {
        database.inTransaction(em -> over(em).forget(address));
    }

    private Outbox over(EntityManager em) {
        var repository = new MailRepository(em);
        return new Outbox(
                repository,
                new Templates(repository, () -> Actor.PORTAL, clock, List.of(INVITATION, TEST, NEWS)),
                settings,
                this::set,
                new PortalUrl("https://cong.example.gov.vn"),
                clock,
                new LetterSealer(keys));
    }

    boolean sendTest(String address) {
        return send(To.of(address, "Nguyễn Thị Lan"), TEST, Map.of(MailLetters.WHO, "quantri"));
    }

    <T> T templates(Function<Templates, T> work) {
        return database.ask(em -> work.apply(
                new Templates(new MailRepository(em), () -> Actor.PORTAL, clock, List.of(INVITATION, TEST, NEWS))));
    }

    private void set(long letter, int turn, Instant when) {
        alarms.add(new Ringing(letter, turn, when));
    }

    <T> T ask(Function<MailService, T> work) {
        return database.ask(em -> work.apply(MailService.over(em, settings, this::set, clock, new LetterSealer(keys))));
    }

    /** Does what is due by now, and what becomes due by that. */
    void ring() {
        while (true) {
            var due = alarms.stream()
                    .filter(alarm -> !alarm.when().isAfter(clock.instant()))
                    .findFirst()
                    .orElse(null);
            if (due == null) {
                return;
            }
            alarms.remove(due);
            delivery(postman).run(Delivery.about(due.letter(), due.turn()));
        }
    }

    /** A delivery each of whose steps is a transaction of its own, as in the server. */
    Delivery delivery(Postman postman) {
        return new Delivery(
                new MailService() {
                    @Override
                    public java.util.Optional<Outgoing> begin(long id, int turn) {
                        return ask(mail -> mail.begin(id, turn));
                    }

                    @Override
                    public void sent(long id, int turn) {
                        ask(mail -> {
                            mail.sent(id, turn);
                            return true;
                        });
                    }

                    @Override
                    public void failed(long id, int turn, MailProblem problem, String answer) {
                        ask(mail -> {
                            mail.failed(id, turn, problem, answer);
                            return true;
                        });
                    }
                },
                postman);
    }

    List<Letter> letters() {
        return database.ask(em -> em.createQuery("select l from Letter l order by l.id", Letter.class)
                .getResultList());
    }

    Letter letter() {
        return letters().getFirst();
    }

    /** Breaks off as a node does that dies. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Hands the letter over, and then the node is gone. */
    Postman dyingAfterwards() {
        var real = postman;
        return letter -> {
            real.bring(letter);
            throw new Died();
        };
    }

    static Postman failing(String answer) {
        return letter -> {
            throw new jakarta.mail.SendFailedException(answer);
        };
    }

    static Postman unreachable() {
        return letter -> {
            throw new MessagingException("Couldn't connect", new java.net.ConnectException("refused"));
        };
    }

    @Override
    public void close() {
        database.close();
    }
}
