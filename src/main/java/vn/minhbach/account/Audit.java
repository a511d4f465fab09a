package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.web.RequestId;

/**
 * The record of what people did in the back office, and of what they were refused. A deed that is done is written down in its own
 * transaction, so that there is none without the other; a refusal in one of its own, for the refused one is undone.
 */
@ApplicationScoped
public class Audit {

    /** What stands between the parts of a subject: "1234 · 3" for the third version of an article. */
    public static final String BETWEEN = " · ";

    @Inject
    AuditRepository entries;

    @Inject
    Clock clock;

    @Inject
    @Nullable
    Whence whence;

    protected Audit() {}

    /** For a command that runs beside the portal and holds its own transaction. */
    public Audit(EntityManager em, Clock clock) {
        this.entries = new AuditRepository(em);
        this.clock = clock;
    }

    /**
     * What is written down.
     *
     * @param name a permission's name, or SIGN_IN, SIGN_OUT
     * @param method the service's method; empty for a sign-in
     * @param subject what it was done to; never what a citizen wrote, nor a secret
     */
    public record Deed(String name, String method, String subject) {

        static Deed of(Permission permission, String method, String subject) {
            return new Deed(permission.name(), method, subject);
        }

        /** The same, done to this as well. */
        Deed with(String further) {
            return new Deed(
                    name,
                    method,
                    subject.isEmpty() || further.isEmpty() ? subject + further : subject + BETWEEN + further);
        }
    }

    /** Within the transaction that did it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void done(Actor actor, Deed deed) {
        write(actor, deed, AuditEntry.Outcome.DONE);
    }

    /** For what is no transaction by itself. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void noted(Actor actor, Deed deed) {
        write(actor, deed, AuditEntry.Outcome.DONE);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void refused(Actor actor, Deed deed) {
        write(actor, deed, AuditEntry.Outcome.REFUSED);
    }

    private void write(Actor actor, Deed deed, AuditEntry.Outcome outcome) {
        var from = whence == null ? "" : whence.address();
        entries.add(new AuditEntry(clock.instant(), actor.name(), deed, outcome, RequestId.current(), from));
    }

    /** The last deeds and refusals, the newest first. */
    @Transactional
    public List<AuditEntry> newest(int size) {
        return entries.newest(size);
    }
}
