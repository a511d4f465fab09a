package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.job.Jobs;

/** Lets people choose another password by a link that is sent to them. */
@ApplicationScoped
@Transactional
public class ResetService {

    /** How the audit calls it. */
    static final String DEED = "RESET_LINK";

    /** More than that is no name and no address for mail. */
    static final int LONGEST = 100;

    /** More links within an hour would be a nuisance that somebody else plans. */
    static final int MOST_IN_AN_HOUR = 3;

    @Inject
    Accounts accounts;

    @Inject
    Tickets tickets;

    @Inject
    AccountMail mail;

    @Inject
    Audit audit;

    @Inject
    Jobs jobs;

    @Inject
    ResetJob job;

    @Inject
    Clock clock;

    protected ResetService() {}

    /** Without a server, for tests. */
    ResetService(Accounts accounts, Tickets tickets, AccountMail mail, Audit audit) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.mail = mail;
        this.audit = audit;
    }

    /**
     * Somebody says that they have forgotten the password of the account with this name, or this address for mail. It takes as long for a name
     * that nobody has: one query, and one job that is put by. What was typed may be a password, and is kept nowhere.
     *
     * @param address from where they ask
     */
    public void ask(String typed, String address) {
        jobs.once(job, ResetJob.about(accounts.numberByNameOrEmail(typed), address), clock.instant());
    }

    /**
     * Sends the link, if there is such an account, mail can reach its owner, and they were not sent too many.
     *
     * @param account its number; 0 if there is none
     */
    @Permit(Permission.RUN_PORTAL)
    public void send(long account, String address) {
        var user = accounts.findForOne(account).filter(User::isActive).orElse(null);
        var deed = new Audit.Deed(DEED, "", (user == null ? "?" : user.getName()) + " · " + address);
        if (user != null && mail.reaches(user) && tickets.askedWithinTheHour(user) < MOST_IN_AN_HOUR) {
            mail.reset(user, tickets.issue(user, Ticket.Purpose.RESET));
            audit.done(Actor.NOBODY, deed);
        } else {
            audit.refused(Actor.NOBODY, deed);
        }
    }
}
