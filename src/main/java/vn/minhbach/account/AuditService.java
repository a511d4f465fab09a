package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;

/** The audit as a whole: sealed, checked, read, and taken out when it was kept long enough. */
@ApplicationScoped
@Transactional
public class AuditService {

    private static final Logger LOG = Logger.getLogger(AuditService.class.getName());
    private static final int BATCH = 500;
    private static final int PAGE = 1_000;

    /** No installation forgets sooner than this, whatever its setting says. */
    static final int SHORTEST_DAYS = 90;

    /** An entry that waits longer than this for its seal waits for somebody to look. */
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(1);

    @Inject
    AuditRepository repository;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data = "data";

    /** For how many days entries are kept; 0 keeps them for good. */
    @Inject
    @ConfigProperty(name = "portal.audit.days", defaultValue = "1095")
    int days = 1095;

    private @Nullable AuditHeads heads;

    protected AuditService() {}

    /** For a command, and for tests: without a server. */
    public static AuditService over(EntityManager em, Clock clock, Path data) {
        var service = new AuditService();
        service.repository = new AuditRepository(em);
        service.audit = new Audit(em, clock);
        service.clock = clock;
        service.data = data.toString();
        return service;
    }

    private synchronized AuditHeads heads() {
        var known = heads;
        if (known == null) {
            known = new AuditHeads(Path.of(data));
            heads = known;
        }
        return known;
    }

    // --- Sealing
    // ------------------------------------------------------------------------------------------------------

    /**
     * Seals entries that were written since, in the order in which they are found; one node at a time.
     *
     * @return the new end of the chain; nothing if there was nothing to seal
     */
    @Permit(Permission.RUN_PORTAL)
    public Optional<AuditChain.Head> seal() {
        if (!repository.hasUnsealed()) {
            return Optional.empty();
        }
        var head = repository.holdHead();
        var entries = repository.unsealed(BATCH);
        entries.forEach(head::seal);
        return entries.isEmpty() ? Optional.empty() : Optional.of(head.head());
    }

    /** Writes the end of the chain down outside of the database. Called when it is committed. */
    void remember(AuditChain.Head head) {
        try {
            heads().remember(head, clock.instant());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The end of the audit cannot be written down in " + data, e);
        }
    }

    // --- Checking
    // -----------------------------------------------------------------------------------------------------

    /** Compares all entries with the chain, and the chain with what was written down elsewhere. Changes nothing. */
    public AuditChain.Verdict verify() {
        // First where it ends, then what is there: entries that are sealed meanwhile come on top.
        var end = repository.head();
        var known = new ArrayList<>(known());
        known.add(end);
        var anchor = repository.anchor().map(AuditAnchor::head).orElse(AuditChain.Head.NONE);
        var chain = new AuditChain(anchor, known);
        if (anchor.position() > 0 && !repository.hasReason(reason(anchor))) {
            chain.blame(AuditChain.Kind.UNEXPLAINED, anchor.position());
        }
        var at = anchor.position();
        while (true) {
            var page = repository.after(at, PAGE);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(chain::next);
            at = page.getLast().place();
            repository.forget();
        }
        var now = repository.head();
        if (now.position() < at) {
            chain.blame(AuditChain.Kind.ALTERED, now.position());
        }
        return chain.end();
    }

    private List<AuditChain.Head> known() {
        try {
            return heads().known();
        } catch (IOException e) {
            throw new IllegalStateException("The ends of the audit in " + data + " cannot be read", e);
        }
    }

    /** Checks, and keeps what was found for the desk. */
    @Permit(Permission.RUN_PORTAL)
    public AuditChain.Verdict check() {
        return keep(verify());
    }

    /** The same because somebody asked. */
    @Permit(Permission.READ_AUDIT)
    public AuditChain.Verdict checkNow() {
        return keep(verify());
    }

    private AuditChain.Verdict keep(AuditChain.Verdict verdict) {
        if (!verdict.isSound()) {
            LOG.log(Level.SEVERE, "The audit is not as it was written: {0}", verdict.faults());
        }
        repository
                .holdHead()
                .checked(
                        now(),
                        verdict.faults().stream()
                                .map(fault -> fault.kind() + " " + fault.position())
                                .collect(Collectors.joining("\n")));
        return verdict;
    }

    /**
     * How the audit stands.
     *
     * @param checkedAt when it was last checked; null if never
     * @param faults what was found then
     * @param waiting whether an entry waits for its seal longer than it should
     */
    public record Condition(
            AuditChain.Head head, @Nullable Instant checkedAt, List<AuditChain.Fault> faults, boolean waiting) {}

    public Condition condition() {
        var row = repository.headRow();
        var faults = row.getFaults()
                .lines()
                .map(line -> line.split(" "))
                .map(parts -> new AuditChain.Fault(AuditChain.Kind.valueOf(parts[0]), Long.parseLong(parts[1])))
                .toList();
        return new Condition(
                row.head(), row.getCheckedAt(), faults, repository.hasUnsealedBefore(now().minus(SEALED_WITHIN)));
    }

    // --- Keeping
    // ------------------------------------------------------------------------------------------------------

    /**
     * Takes out what was kept long enough: entries from the beginning of the chain, as far as all of them are old. The last of them stays
     * as an anchor, and an entry says that it was done.
     */
    @Permit(Permission.RUN_PORTAL)
    public void forgetOld() {
        if (days <= 0) {
            return;
        }
        var limit = now().minus(Duration.ofDays(Math.max(days, SHORTEST_DAYS)));
        repository.holdHead();
        var last = repository.lastBefore(limit).orElse(null);
        if (last == null) {
            return;
        }
        var anchor = new AuditChain.Head(last.place(), last.getDigest());
        repository.add(new AuditAnchor(anchor, now()));
        repository.removeUntil(anchor.position());
        audit.done(Actor.PORTAL, new Audit.Deed(FORGOTTEN, "AuditService.forgetOld", reason(anchor)));
    }

    /** The deed by which old entries are taken out. */
    public static final String FORGOTTEN = "FORGET_AUDIT";

    private static String reason(AuditChain.Head anchor) {
        return anchor.position() + " " + anchor.digest();
    }

    // --- Reading
    // ------------------------------------------------------------------------------------------------------

    /** The entries that match, the newest first; those behind one that was seen. */
    public List<AuditEntry> page(AuditFilter filter, AuditFilter.@Nullable Seen seen, int size) {
        return repository.page(filter, seen, size);
    }

    /** Notes that somebody takes the audit out of the portal. */
    @Permit(Permission.READ_AUDIT)
    public void export(@vn.minhbach.access.Subject String filter) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
