package vn.minhbach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/**
 * Brings one letter to the mail server, in three steps: it is told in the database that it is being tried, then tried, then told
 * how that went. A node that dies between two of them leaves a letter that another tries again, with the same Message-ID; by that
 * the mail server or the reader's program knows it for the same.
 */
@ApplicationScoped
public class Delivery implements Job.Single {

    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());

    @Inject
    MailService mail;

    @Inject
    Postman postman;

    protected Delivery() {}

    Delivery(MailService mail, Postman postman) {
        this.mail = mail;
        this.postman = postman;
    }

    static String about(long letter, int turn) {
        return letter + "." + turn;
    }

    @Override
    public String name() {
        return "send-letter";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void run(String about) {
        var dot = about.indexOf('.');
        var letter = Long.parseLong(about.substring(0, dot));
        var turn = Integer.parseInt(about.substring(dot + 1));
        Acting.asPortal(() -> deliver(letter, turn));
    }

    private void deliver(long letter, int turn) {
        var due = mail.begin(letter, turn).orElse(null);
        if (due == null) {
            return;
        }
        try {
            postman.bring(due);
        } catch (MessagingException | RuntimeException e) {
            var problem = MailProblem.of(e);
            LOG.log(Level.INFO, "Letter {0} was not sent: {1}", new Object[] {letter, problem});
            mail.failed(letter, turn, problem, String.valueOf(e.getMessage()));
            return;
        }
        mail.sent(letter, turn);
    }
}
