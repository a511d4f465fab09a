package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.job.Jobs;

/** Lets people choose another password by a link that is sent to them. */
@ApplicationScoped
@Transactional
public class ResetService {

    /** More than that is no name and no address for mail; the job is told it as its number. */
    static final int LONGEST = 100;

    /** More links within an hour would be a nuisance that somebody else plans. */
    private static final int MOST_IN_AN_HOUR = 3;

    @Inject
    UserRepository users;

    @Inject
    Tickets tickets;

    @Inject
    AccountMail mail;

    @Inject
    Jobs jobs;

    @Inject
    ResetJob job;

    @Inject
    Clock clock;

    /** Somebody says that they have forgotten the password of the account with this name, or this address for mail. */
    public void ask(String typed) {
        if (!typed.isEmpty()) {
            jobs.once(job, typed, clock.instant());
        }
    }

    /** Sends the link, if there is such an account, mail can reach its owner, and they were not sent too many. */
    @Permit(Permission.RUN_PORTAL)
    public void send(String typed) {
        users.byNameOrEmail(typed)
                .filter(user -> user.isActive() && !user.getEmail().isEmpty())
                .filter(user -> tickets.madeWithinTheHour(user) < MOST_IN_AN_HOUR)
                .ifPresent(user -> mail.reset(user, tickets.issue(user, Ticket.Purpose.RESET)));
    }
}
