package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads of submissions what reports count, and nothing that lies sealed. */
@ApplicationScoped
class InboxFiguresRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    InboxFiguresRepository() {}

    InboxFiguresRepository(EntityManager em) {
        this.em = em;
    }

    /**
     * Which submissions are counted.
     *
     * @param from of receipt
     * @param until of receipt, which is not counted any more
     * @param older whether also those received before that were not done before
     * @param units those of these units only; null for all
     */
    record Wanted(
            Collection<String> kinds,
            Instant from,
            Instant until,
            boolean older,
            @Nullable Set<String> units) {}

    /** One of them, as it lies in the database. */
    record Row(long id, String kind, String unit, Instant receivedAt, boolean keepPrivate, boolean publishable) {}

    List<Row> rows(Wanted wanted) {
        if (isNothing(wanted)) {
            return List.of();
        }
        var found = new ArrayList<Row>();
        for (var each : filled(
                        em.createQuery(
                                "select s.id, s.kind, s.unit, s.receivedAt, s.keepPrivate, s.publishable from Submission s"
                                        + " where " + where(wanted) + " order by s.id",
                                Object[].class),
                        wanted)
                .getResultList()) {
            var row = (Object[]) each;
            found.add(new Row(
                    (Long) row[0], (String) row[1], (String) row[2], (Instant) row[3], (Boolean) row[4], (Boolean)
                            row[5]));
        }
        return found;
    }

    /** Their steps in order, by their numbers. */
    Map<Long, List<SubmissionCourse.Happened>> steps(Wanted wanted) {
        if (isNothing(wanted)) {
            return Map.of();
        }
        var found = new HashMap<Long, List<SubmissionCourse.Happened>>();
        for (var each : filled(
                        em.createQuery(
                                "select e.submission, e.at, e.deed, e.to from InboxEvent e where e.submission in"
                                        + " (select s.id from Submission s where " + where(wanted) + ") order by e.id",
                                Object[].class),
                        wanted)
                .getResultList()) {
            var row = (Object[]) each;
            found.computeIfAbsent((Long) row[0], unused -> new ArrayList<>())
                    .add(new SubmissionCourse.Happened((Instant) row[1], (InboxDeed) row[2], (InboxState) row[3]));
        }
        return found;
    }

    private static boolean isNothing(Wanted wanted) {
        var units = wanted.units();
        return wanted.kinds().isEmpty() || units != null && units.isEmpty();
    }

    private static String where(Wanted wanted) {
        return "s.kind in :kinds and s.receivedAt < :until and (s.receivedAt >= :from"
                + (wanted.older() ? " or s.state in :waiting or s.updatedAt >= :from" : "")
                + ")"
                + (wanted.units() == null ? "" : " and s.unit in :units");
    }

    private static Query filled(Query query, Wanted wanted) {
        query.setParameter("kinds", List.copyOf(wanted.kinds()))
                .setParameter("from", wanted.from())
                .setParameter("until", wanted.until());
        if (wanted.older()) {
            query.setParameter("waiting", InboxQuery.waiting());
        }
        var units = wanted.units();
        if (units != null) {
            query.setParameter("units", List.copyOf(units));
        }
        return query;
    }

    /** When the first of all was received; empty if there is none. */
    Optional<Instant> first() {
        return em.createQuery("select s.receivedAt from Submission s order by s.receivedAt", Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** To which family of index 766 kinds belong; those that it does not count are not there. */
    Map<String, IndexFigures.Family> families() {
        var families = new HashMap<String, IndexFigures.Family>();
        em.createQuery("select k.key, k.family from SubmissionKind k where k.family is not null", Object[].class)
                .getResultList()
                .forEach(row -> families.put((String) row[0], (IndexFigures.Family) row[1]));
        return families;
    }
}
