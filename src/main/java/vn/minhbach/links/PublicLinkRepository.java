package vn.minhbach.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where public content leads, in the database. */
@ApplicationScoped
class PublicLinkRepository {

    /** Whose host is only known after the next night: what an earlier version kept. */
    private static final String UNKNOWN = "unknown";

    /** What was never looked at, or not for long; or in which something was wrong, and not since. */
    private static final String DUE = "l.host not in ('', '" + UNKNOWN + "') and (l.checkedAt < :before"
            + " or l.failures > 0 and l.broken = false and l.checkedAt < :doubtful)";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    PublicLinkRepository() {}

    PublicLinkRepository(EntityManager em) {
        this.em = em;
    }

    /**
     * What somebody sees of a kind.
     *
     * @param places null for all
     */
    record Seen(String kind, @Nullable Set<String> places) {}

    void add(PublicLink link) {
        em.persist(link);
    }

    void remove(PublicLink link) {
        em.remove(link);
    }

    /** Those of the content of a kind whose numbers lie behind the one, up to the other. */
    List<PublicLink> ofContents(String kind, long after, long until) {
        return em.createQuery(
                        "select l from PublicLink l where l.kind = :kind and l.contentId > :after and l.contentId <="
                                + " :until order by l.id",
                        PublicLink.class)
                .setParameter("kind", kind)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultList();
    }

    /** Of content of which nobody says any more where it leads. */
    void removeAllBut(Collection<String> kinds) {
        em.createQuery("delete from PublicLink l where l.kind not in :kinds")
                .setParameter("kinds", kinds)
                .executeUpdate();
    }

    /** Addresses to be looked at: one of each host, those first that have waited longest. */
    Map<String, String> due(Instant before, Instant doubtfulBefore, int hosts) {
        var found = new LinkedHashMap<String, String>();
        var waiting = em.createQuery(
                        "select l.host from PublicLink l where " + DUE
                                + " group by l.host order by min(l.checkedAt), l.host",
                        String.class)
                .setParameter("before", before)
                .setParameter("doubtful", doubtfulBefore)
                .setMaxResults(hosts)
                .getResultList();
        for (var host : waiting) {
            // By the index of host and time: a host of thousands costs no more than any other.
            em.createQuery(
                            "select l.address from PublicLink l where l.host = :host and " + DUE
                                    + " order by l.checkedAt, l.id",
                            String.class)
                    .setParameter("host", host)
                    .setParameter("before", before)
                    .setParameter("doubtful", doubtfulBefore)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst()
                    .ifPresent(address -> found.put(host, address));
        }
        return found;
    }

    /** Some that lie within the portal, behind a number. */
    List<PublicLink> inside(long after, int size) {
        return em.createQuery(
                        "select l from PublicLink l where l.host = '' and l.id > :after order by l.id",
                        PublicLink.class)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }

    List<PublicLink> at(String host, String address) {
        return em.createQuery(
                        "select l from PublicLink l where l.host = :host and l.address = :address", PublicLink.class)
                .setParameter("host", host)
                .setParameter("address", address)
                .getResultList();
    }

    List<PublicLink> of(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select l from PublicLink l where l.id in :numbers", PublicLink.class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    /** The numbers of the broken ones, those that are broken longest first. */
    List<Long> broken(List<Seen> seen) {
        return seen.isEmpty()
                ? List.of()
                : asked("l.id", " order by l.since, l.id", seen).getResultList();
    }

    long countBroken(List<Seen> seen) {
        return seen.isEmpty() ? 0 : asked("count(l)", "", seen).getSingleResult();
    }

    private TypedQuery<Long> asked(String what, String order, List<Seen> seen) {
        var kinds = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        for (var each : seen) {
            var number = kinds.size();
            kinds.add("l.kind = :kind" + number + (each.places() == null ? "" : " and l.place in :places" + number));
            parameters.put("kind" + number, each.kind());
            if (each.places() != null) {
                parameters.put("places" + number, each.places());
            }
        }
        var query = em.createQuery(
                "select " + what + " from PublicLink l where l.broken = true and (" + String.join(" or ", kinds) + ")"
                        + order,
                Long.class);
        parameters.forEach(query::setParameter);
        return query;
    }
}
