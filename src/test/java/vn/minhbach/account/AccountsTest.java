package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhbach.account.AccountsOnH2.everywhere;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.RuleBrokenException;

/** The rules that hold for every account. */
@Timeout(60)
class AccountsTest {

    private final AccountsOnH2 h2 = new AccountsOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private void open(String name, String email) {
        h2.run(desk -> desk.accounts.open(new User.Details(name, "Nguyễn Thị Lan", email), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "Lan",
                "lan anh",
                "lân",
                "la\u0302n",
                "lan.",
                ".lan",
                "lan..anh",
                "l\u0430n",
                "lan@x",
                "lan/x",
                "<b>",
                "minhbach",
                "12345678901234567890123456789012345678901"
            })
    void namesThatCouldBeTakenForAnothersAreRefused(String name) {
        assertThatThrownBy(() -> open(name, ""))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageStartingWith("people.error.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lan", "nguyen.thi.lan", "lan-anh_2", "007"})
    void plainNamesAreTaken(String name) {
        open(name, "");

        assertThat(h2.holds(desk -> desk.get(name).isInvited())).isTrue();
    }

    @Test
    void twoPeopleHaveNeitherTheSameNameNorTheSameAddressForMail() {
        open("lan", "lan@example.gov.vn");

        assertThatThrownBy(() -> open("lan", "")).hasMessage("people.error.name.taken");
        assertThatThrownBy(() -> open("lan2", "LAN@Example.gov.vn")).hasMessage("people.error.email.taken");
        open("hoa", "");
        open("hai", "");
    }

    /** An account of the portal's own name, without any role, must not be taken for the portal, which may do everything. */
    @Test
    void nobodyIsTakenForThePortal() {
        assertThat(new Actor("minhbach", Set.of()).may(Permission.MANAGE_PEOPLE))
                .isFalse();
        assertThat(Actor.PORTAL.may(Permission.MANAGE_PEOPLE)).isTrue();
    }

    @Test
    void theLastAdministratorStays() {
        h2.person("mot", Role.ADMINISTRATOR, Role.EDITOR);
        h2.person("hai", Role.EDITOR);

        assertThatThrownBy(() -> h2.run(desk -> desk.accounts.close(desk.get("mot"))))
                .hasMessage("people.error.last.close");
        assertThatThrownBy(
                        () -> h2.run(desk -> desk.accounts.change(desk.get("mot"), "Một", "", everywhere(Role.EDITOR))))
                .hasMessage("people.error.last.role");
        h2.run(desk -> desk.accounts.change(desk.get("mot"), "Một", "", everywhere(Role.ADMINISTRATOR)));
        h2.run(desk -> desk.accounts.change(desk.get("hai"), "Hai", "", everywhere(Role.ADMINISTRATOR)));
        h2.run(desk -> desk.accounts.close(desk.get("mot")));
        // Who is closed administrates nothing.
        assertThatThrownBy(() -> h2.run(desk -> desk.accounts.close(desk.get("hai"))))
                .hasMessage("people.error.last.close");
        assertThat(h2.holds(desk -> desk.get("hai").isActive())).isTrue();
    }

    /** Each takes the role from the other, at the same moment. */
    @Test
    void twoAdministratorsCannotEachTakeTheOtherAway() throws Exception {
        h2.person("mot", Role.ADMINISTRATOR);
        h2.person("hai", Role.ADMINISTRATOR);
        var both = new CountDownLatch(2);
        try (var threads = Executors.newCachedThreadPool()) {
            var first = CompletableFuture.supplyAsync(() -> dropped("mot", both), threads);
            var second = CompletableFuture.supplyAsync(() -> dropped("hai", both), threads);

            assertThat(first.get(30, TimeUnit.SECONDS) && second.get(30, TimeUnit.SECONDS))
                    .isFalse();
        }
        assertThat(h2.<List<Long>>ask(desk -> desk.users.lockAdministrators())).hasSize(1);
    }

    private boolean dropped(String name, CountDownLatch both) {
        try {
            h2.run(desk -> {
                var user = desk.get(name);
                both.countDown();
                await(both);
                desk.accounts.change(user, name, "", Set.of());
            });
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverRunsThePortalRunsAllOfIt() {
        assertThatThrownBy(() -> h2.run(desk -> desk.accounts.open(
                        new User.Details("lan", "Lan", ""), Set.of(new Assignment(Role.ADMINISTRATOR, "tin-tuc")))))
                .hasMessage("people.error.place");
    }

    @Test
    void aRoleThatIsGivenEverywhereIsNotGivenForAPlaceAsWell() {
        h2.run(desk -> desk.accounts.open(
                new User.Details("lan", "Lan", ""),
                Set.of(
                        new Assignment(Role.EDITOR, ""),
                        new Assignment(Role.EDITOR, "tin-tuc"),
                        new Assignment(Role.PUBLISHER, "tin-tuc"))));

        assertThat(h2.<Set<Assignment>>ask(desk -> desk.get("lan").getAssignments()))
                .containsExactlyInAnyOrder(new Assignment(Role.EDITOR, ""), new Assignment(Role.PUBLISHER, "tin-tuc"));
    }
}
