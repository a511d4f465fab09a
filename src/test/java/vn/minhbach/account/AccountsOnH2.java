package vn.minhbach.account;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;

/** Accounts, links and sign-ins on a database in memory. */
final class AccountsOnH2 implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

    final TestDatabase database = TestDatabase.create();
    final SetClock clock = new SetClock(NOW);

    /** What a deed has at hand, in one transaction. */
    static final class Desk {

        final UserRepository users = new UserRepository();
        final TicketRepository ticketRows = new TicketRepository();
        final OpenSignInRepository openRows = new OpenSignInRepository();
        final SecondFactorRepository factorRows = new SecondFactorRepository();
        final Tickets tickets;
        final Accounts accounts;
        final OpenSignIns open;

        Desk(EntityManager em, SetClock clock) {
            users.em = em;
            ticketRows.em = em;
            openRows.em = em;
            factorRows.em = em;
            tickets = new Tickets(ticketRows, clock);
            accounts = new Accounts(users, tickets, clock);
            open = new OpenSignIns(openRows, accounts, clock);
        }

        User get(String name) {
            return users.byName(name).orElseThrow();
        }
    }

    <T> T ask(Function<Desk, T> work) {
        return database.ask(em -> work.apply(new Desk(em, clock)));
    }

    boolean holds(Predicate<Desk> question) {
        return ask(question::test);
    }

    void run(Consumer<Desk> work) {
        ask(desk -> {
            work.accept(desk);
            return true;
        });
    }

    /** Somebody who has a password already. */
    void person(String name, Role... roles) {
        run(desk -> {
            var user = desk.accounts.open(
                    new User.Details(name, "Người " + name, name + "@example.gov.vn"),
                    Arrays.stream(roles).map(role -> new Assignment(role, "")).collect(Collectors.toSet()));
            user.choosePassword("$argon2id$…");
        });
    }

    static Set<Assignment> everywhere(Role role) {
        return Set.of(new Assignment(role, ""));
    }

    @Override
    public void close() {
        database.close();
    }
}
