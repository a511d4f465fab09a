package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.job.Job;
import vn.minhbach.job.Jobs;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.To;
import vn.minhbach.web.PortalUrl;

/** Who is sent a link to choose another password, and who is not. */
class ResetServiceTest {

    private static final String FROM = "192.0.2.1";

    private final AccountsOnH2 h2 = new AccountsOnH2();
    private final List<Sent> sent = new ArrayList<>();
    private boolean on = true;

    private record Sent(String address, String kind, Map<String, String> values) {

        String secret() {
            var link = values.getOrDefault(AccountLetters.LINK, "");
            return link.substring(link.indexOf('=') + 1);
        }
    }

    @BeforeEach
    void open() {
        h2.person("lan");
    }

    @AfterEach
    void close() {
        h2.close();
    }

    private AccountMail mail() {
        var outbox = new Outbox() {
            @Override
            public boolean isOn() {
                return on;
            }

            @Override
            public boolean send(To to, String kind, Map<String, String> values) {
                sent.add(new Sent(to.address(), kind, new HashMap<>(values)));
                return on;
            }
        };
        return new AccountMail(outbox, new PortalUrl("https://cong.example.gov.vn"), h2.clock);
    }

    private void ask(String typed) {
        h2.database.inTransaction(em -> {
            var desk = new AccountsOnH2.Desk(em, h2.clock);
            new ResetService(desk.accounts, desk.tickets, mail(), new Audit(em, h2.clock))
                    .send(desk.accounts.numberByNameOrEmail(typed), FROM);
        });
    }

    private List<String> audit() {
        return h2.database.ask(em -> new Audit(em, h2.clock)
                .newest(10).stream()
                        .map(each -> each.getDeed() + " " + each.getOutcome() + " " + each.getSubject())
                        .toList());
    }

    @Test
    void theOwnerIsSentALinkByTheNameAndByTheAddressHoweverItIsWritten() {
        ask("lan");
        ask("LAN@Example.gov.vn");

        assertThat(sent).extracting(Sent::address).containsExactly("lan@example.gov.vn", "lan@example.gov.vn");
        assertThat(sent).extracting(Sent::kind).containsOnly(AccountLetters.RESET);
        assertThat(sent.getFirst().values())
                .containsEntry(AccountLetters.ACCOUNT, "lan")
                .containsEntry(AccountLetters.UNTIL, "08:30 ngày 01/06/2026");
        assertThat(sent.getFirst().values().get(AccountLetters.LINK))
                .startsWith("https://cong.example.gov.vn/dat-mat-khau?ma=");
        assertThat(sent)
                .allMatch(each ->
                        h2.holds(desk -> desk.tickets.find(each.secret()).isPresent()));
        assertThat(audit()).containsOnly("RESET_LINK DONE lan · " + FROM);
    }

    @Test
    void nothingGoesOutForWhoeverHasNoAccountOrNoneOfNow() {
        h2.run(desk -> desk.accounts.open(new User.Details("hoa", "Hoa", ""), java.util.Set.of()));
        h2.run(desk -> desk.accounts.open(new User.Details("mai", "Mai", "mai@noi-bo"), java.util.Set.of()));
        h2.run(desk -> desk.accounts.close(desk.get("lan")));

        for (var typed : List.of("lan", "hoa", "mai", "Mật khẩu của tôi", "' or 1=1 --", "@")) {
            ask(typed);
        }

        assertThat(sent).isEmpty();
        assertThat(audit())
                .as("what was typed may be a password")
                .hasSize(6)
                .allMatch(each -> each.startsWith("RESET_LINK REFUSED"))
                .noneMatch(each -> each.contains("Mật khẩu"));
    }

    @Test
    void threeLinksInAnHourAreEnoughAlsoWhenTheyHaveEnded() {
        IntStream.range(0, 5).forEach(unused -> ask("lan"));
        assertThat(sent).hasSize(ResetService.MOST_IN_AN_HOUR);

        h2.clock.pass(Duration.ofMinutes(45));
        ask("lan");
        assertThat(sent).hasSize(ResetService.MOST_IN_AN_HOUR);
        assertThat(sent)
                .noneMatch(each ->
                        h2.holds(desk -> desk.tickets.find(each.secret()).isPresent()));

        h2.clock.pass(Duration.ofMinutes(16));
        ask("lan");
        assertThat(sent).hasSize(ResetService.MOST_IN_AN_HOUR + 1);
    }

    @Test
    void aPortalThatSendsNoLettersMakesNoLinks() {
        on = false;

        ask("lan");

        assertThat(sent).isEmpty();
        assertThat(h2.<Object>ask(desk -> desk.tickets.askedWithinTheHour(desk.get("lan"))))
                .isEqualTo(0L);
    }

    @Test
    void theJobIsToldWhoseAccountItIsAndNothingOfWhatWasTyped() {
        var told = new ArrayList<String>();
        var job = new ResetJob();
        job.resets = new ResetService() {
            @Override
            public void send(long account, String address) {
                told.add(account + "|" + address);
            }
        };

        job.run(ResetJob.about(7, "2001:db8::1"));
        job.run("2001:db8::1 Trần Thị Lan");
        job.run("2001:db8::1 mật khẩu của tôi");

        assertThat(told).as("what was put by before held what was typed").containsExactly("7|2001:db8::1");
        assertThat(ResetJob.about(0, "f".repeat(45)))
                .as("each asking is a row, so that the time it takes tells nothing")
                .isNotEqualTo(ResetJob.about(0, "f".repeat(45)))
                .hasSizeLessThan(200);
    }

    @Test
    void whatWasTypedIsLookedUpAndKeptNowhere() {
        var put = new ArrayList<String>();
        h2.run(desk -> {
            var resets = new ResetService(desk.accounts, desk.tickets, mail(), new Audit(desk.users.em, h2.clock));
            resets.clock = h2.clock;
            resets.jobs = new Jobs() {
                @Override
                public void once(Job.Single job, String about, Instant when) {
                    put.add(about);
                }
            };
            resets.ask("LAN@Example.gov.vn", FROM);
            resets.ask("Mật khẩu của tôi", FROM);
        });

        var lan = h2.<Long>ask(desk -> desk.get("lan").getId());
        assertThat(put.get(0)).startsWith(lan + " " + FROM + " ");
        assertThat(put.get(1)).startsWith("0 " + FROM + " ").doesNotContain("khẩu");
    }
}
