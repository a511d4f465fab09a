package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;

/** The audit in the database. Rows are added, sealed once, and read; what is old is taken out from the beginning of the chain. */
@ApplicationScoped
class AuditRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    AuditRepository() {}

    AuditRepository(EntityManager em) {
        this.em = em;
    }

    void add(AuditEntry entry) {
        em.persist(entry);
    }

    void add(AuditAnchor anchor) {
        em.persist(anchor);
    }

    List<AuditEntry> newest(int size) {
        return page(AuditFilter.EVERYTHING, null, size);
    }

    List<AuditEntry> page(AuditFilter filter, AuditFilter.@Nullable Seen seen, int size) {
        var conditions = new StringBuilder("select a from AuditEntry a where 1 = 1");
        var values = new LinkedHashMap<String, Object>();
        if (!filter.actor().isEmpty()) {
            conditions.append(" and a.actor = :actor");
            values.put("actor", filter.actor());
        }
        if (!filter.deed().isEmpty()) {
            conditions.append(" and a.deed = :deed");
            values.put("deed", filter.deed());
        }
        if (filter.outcome() != null) {
            conditions.append(" and a.outcome = :outcome");
            values.put("outcome", filter.outcome());
        }
        if (!filter.subject().isEmpty()) {
            conditions.append(
                    " and (lower(a.subject) like :subject escape '!' or lower(a.method) like :subject escape '!')");
            values.put("subject", Text.within(filter.subject().toLowerCase(Locale.ROOT)));
        }
        var from = filter.from();
        if (from != null) {
            conditions.append(" and a.at >= :from");
            values.put("from", from.atStartOfDay(Time.ZONE).toInstant());
        }
        var until = filter.until();
        if (until != null) {
            conditions.append(" and a.at < :until");
            values.put("until", until.plusDays(1).atStartOfDay(Time.ZONE).toInstant());
        }
        if (seen != null) {
            conditions.append(" and (a.at < :seen or a.at = :seen and a.id < :seenId)");
            values.put("seen", seen.at());
            values.put("seenId", seen.id());
        }
        TypedQuery<AuditEntry> query = em.createQuery(
                conditions.append(" order by a.at desc, a.id desc").toString(), AuditEntry.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(size).getResultList();
    }

    // --- The chain

    boolean hasUnsealed() {
        return !em.createQuery("select a.id from AuditEntry a where a.position is null", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    boolean hasUnsealedBefore(Instant moment) {
        return !em.createQuery("select a.id from AuditEntry a where a.position is null and a.at < :moment", Long.class)
                .setParameter("moment", moment)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    List<AuditEntry> unsealed(int size) {
        return em.createQuery(
                        "select a from AuditEntry a where a.position is null order by a.at, a.id", AuditEntry.class)
                .setMaxResults(size)
                .getResultList();
    }

    /** Whoever has it seals; others wait. */
    AuditHead holdHead() {
        return Objects.requireNonNull(em.find(AuditHead.class, AuditHead.ONLY, LockModeType.PESSIMISTIC_WRITE));
    }

    AuditHead headRow() {
        return Objects.requireNonNull(em.find(AuditHead.class, AuditHead.ONLY));
    }

    AuditChain.Head head() {
        return headRow().head();
    }

    Optional<AuditAnchor> anchor() {
        return em.createQuery("select a from AuditAnchor a order by a.position desc", AuditAnchor.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<AuditEntry> after(long position, int size) {
        return em.createQuery(
                        "select a from AuditEntry a where a.position > :position order by a.position", AuditEntry.class)
                .setParameter("position", position)
                .setMaxResults(size)
                .getResultList();
    }

    /** Entries that were looked at need not be remembered. */
    void forget() {
        em.clear();
    }

    boolean hasReason(String reason) {
        return !em.createQuery("select a.id from AuditEntry a where a.deed = :deed and a.subject = :reason", Long.class)
                .setParameter("deed", AuditService.FORGOTTEN)
                .setParameter("reason", reason)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The last of those entries at the beginning of the chain that are all older than a moment. */
    Optional<AuditEntry> lastBefore(Instant moment) {
        Long firstKept = em.createQuery(
                        "select min(a.position) from AuditEntry a where a.position is not null and a.at >= :moment",
                        Long.class)
                .setParameter("moment", moment)
                .getSingleResult();
        return em.createQuery(
                        "select a from AuditEntry a where a.position < :first order by a.position desc",
                        AuditEntry.class)
                .setParameter("first", firstKept == null ? Long.MAX_VALUE : firstKept)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    void removeUntil(long position) {
        em.createQuery("delete from AuditEntry a where a.position <= :position")
                .setParameter("position", position)
                .executeUpdate();
    }
}
