package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Links by which somebody chooses a password. */
@Timeout(60)
class TicketsTest {

    private final AccountsOnH2 h2 = new AccountsOnH2();

    @BeforeEach
    void open() {
        h2.person("lan");
        h2.person("hoa");
    }

    @AfterEach
    void close() {
        h2.close();
    }

    private String issue(String name, Ticket.Purpose purpose) {
        return h2.ask(desk -> desk.tickets.issue(desk.get(name), purpose));
    }

    private boolean holds(String secret) {
        return h2.ask(desk -> desk.tickets.find(secret).isPresent());
    }

    private String taken(String secret) {
        return h2.ask(desk -> desk.tickets
                .take(secret)
                .map(ticket -> ticket.getUser().getName())
                .orElse(""));
    }

    @Test
    void aLinkHoldsOnce() {
        var secret = issue("lan", Ticket.Purpose.INVITATION);

        assertThat(holds(secret)).isTrue();
        assertThat(taken(secret)).isEqualTo("lan");
        assertThat(holds(secret)).isFalse();
        assertThat(taken(secret)).isEmpty();
    }

    @Test
    void anInvitationHoldsThreeDaysAndAResetHalfAnHour() {
        var invitation = issue("lan", Ticket.Purpose.INVITATION);
        var reset = issue("hoa", Ticket.Purpose.RESET);
        h2.clock.pass(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(holds(reset)).isTrue();
        h2.clock.pass(Duration.ofSeconds(1));
        assertThat(holds(reset)).isFalse();
        assertThat(taken(reset)).isEmpty();
        h2.clock.pass(Duration.ofHours(71));
        assertThat(holds(invitation)).isTrue();
        h2.clock.pass(Duration.ofMinutes(30));
        assertThat(holds(invitation)).isFalse();
    }

    @Test
    void aNewLinkEndsTheOneBeforeAndNoOnesElse() {
        var first = issue("lan", Ticket.Purpose.INVITATION);
        var others = issue("hoa", Ticket.Purpose.INVITATION);
        var second = issue("lan", Ticket.Purpose.INVITATION);

        assertThat(holds(first)).isFalse();
        assertThat(holds(second)).isTrue();
        assertThat(holds(others)).isTrue();
        assertThat(second).isNotEqualTo(first).hasSizeGreaterThanOrEqualTo(32);
    }

    /** Or a stranger who asks for many would end the one that is on its way. */
    @Test
    void aLinkThatSomebodyAskedForEndsNoOther() {
        var invitation = issue("lan", Ticket.Purpose.INVITATION);
        var first = issue("lan", Ticket.Purpose.RESET);
        var second = issue("lan", Ticket.Purpose.RESET);

        assertThat(Stream.of(invitation, first, second)).allMatch(this::holds);
        h2.run(desk -> desk.tickets.end(desk.get("lan")));
        assertThat(Stream.of(invitation, first, second)).noneMatch(this::holds);
    }

    @Test
    void aClosedAccountHasNoLinks() {
        var secret = issue("lan", Ticket.Purpose.INVITATION);
        h2.run(desk -> desk.accounts.close(desk.get("lan")));
        assertThat(holds(secret)).isFalse();
        h2.run(desk -> desk.accounts.reopen(desk.get("lan")));

        assertThat(holds(secret)).isFalse();
    }

    @Test
    void whoReadsTheDatabaseCannotUseALink() {
        var secret = issue("lan", Ticket.Purpose.INVITATION);

        var kept = h2.database.ask(em -> em.createNativeQuery("select digest, purpose from account_ticket")
                .getResultList());
        assertThat(String.valueOf(((Object[]) kept.getFirst())[0])).hasSize(64).isNotEqualTo(secret);
        assertThat(holds(String.valueOf(((Object[]) kept.getFirst())[0]))).isFalse();
        assertThat(Stream.of("", "x", "\u0000", secret + "=", secret.substring(1)))
                .noneMatch(this::holds);
    }

    @Test
    void twoWhoUseALinkAtTheSameMomentAreOne() throws Exception {
        var secret = issue("lan", Ticket.Purpose.INVITATION);
        try (var threads = Executors.newCachedThreadPool()) {
            var all = Stream.generate(() -> CompletableFuture.supplyAsync(() -> tried(secret), threads))
                    .limit(8)
                    .toList();
            var taken = 0;
            for (var one : all) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    private boolean tried(String secret) {
        try {
            return !taken(secret).isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void openSignInsEndWithTheirAccountTheirPasswordAndTheirTime() {
        var here = begin("lan");
        var there = begin("lan");
        assertThat(Set.of(here, there)).hasSize(2).allMatch(this::isOpen);

        h2.run(desk -> {
            var lan = desk.get("lan");
            lan.choosePassword("$argon2id$khác");
            desk.open.endOthers(lan, here);
            desk.open.goOn(lan, here);
        });
        assertThat(isOpen(here)).isTrue();
        assertThat(isOpen(there)).isFalse();

        // By a link, nothing goes on.
        h2.run(desk -> desk.get("lan").choosePassword("$argon2id$mới"));
        assertThat(isOpen(here)).isFalse();

        var closed = begin("lan");
        h2.run(desk -> desk.accounts.close(desk.get("lan")));
        assertThat(isOpen(closed)).isFalse();
        h2.run(desk -> desk.accounts.reopen(desk.get("lan")));
        assertThat(isOpen(closed)).as("what was closed does not come back").isFalse();
    }

    @Test
    void whoDoesNothingIsSignedOutAndEverybodyIsAfterHalfADay() {
        var idle = begin("lan");
        h2.clock.pass(Duration.ofMinutes(59));
        assertThat(isOpen(idle)).isTrue();
        h2.clock.pass(Duration.ofMinutes(1));
        assertThat(isOpen(idle)).isFalse();

        var busy = begin("lan");
        for (var minutes = 0; minutes < 12 * 60 - 30; minutes += 30) {
            h2.clock.pass(Duration.ofMinutes(30));
            assertThat(isOpen(busy)).as("after " + minutes).isTrue();
            h2.run(desk -> desk.open.see(desk.open.find(busy).orElseThrow()));
        }
        h2.clock.pass(Duration.ofMinutes(30));
        assertThat(isOpen(busy)).isFalse();
    }

    @Test
    void nobodyEndsTheSignInOfAnother() {
        var secret = begin("lan");
        var id = h2.ask(desk -> desk.open.find(secret).orElseThrow().getId());

        assertThat(h2.holds(desk -> desk.open.end(id, desk.get("hoa")))).isFalse();
        assertThat(isOpen(secret)).isTrue();
        assertThat(h2.holds(desk -> desk.open.end(id, desk.get("lan")))).isTrue();
        assertThat(isOpen(secret)).isFalse();
    }

    @Test
    void whatWasProvedBeforeAChangeOpensNothingAfterIt() {
        var proof = h2.ask(desk -> new SignIns.Proof("lan", desk.get("lan").getStamp()));
        h2.run(desk -> desk.get("lan").choosePassword("$argon2id$mới"));

        assertThat(h2.<Optional<String>>ask(desk -> desk.open.begin(proof, false, visitor())))
                .isEmpty();
    }

    private String begin(String name) {
        return h2.ask(desk -> desk.open
                .begin(new SignIns.Proof(name, desk.get(name).getStamp()), false, visitor())
                .orElseThrow());
    }

    private boolean isOpen(String secret) {
        return h2.ask(desk -> desk.open.find(secret).isPresent());
    }

    private static Visitor visitor() {
        return Visitor.of("192.0.2.1", "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0");
    }
}
