package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of what citizens sent along, and of what of it is public. */
@ApplicationScoped
class EnclosureRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    EnclosureRepository() {}

    EnclosureRepository(EntityManager em) {
        this.em = em;
    }

    void add(Object row) {
        em.persist(row);
        em.flush();
    }

    /** Of what was never sent; its bytes go at once. */
    void remove(Enclosure enclosure) {
        em.remove(enclosure);
        em.flush();
    }

    /** Of what was sent; its bytes are swept away later. */
    void destroy(Enclosure enclosure) {
        em.persist(new DestroyedEnclosure(enclosure.getPlace()));
        remove(enclosure);
    }

    void destroy(MaskedPicture picture) {
        em.persist(new DestroyedEnclosure(picture.getPlace()));
        em.remove(picture);
        em.flush();
    }

    /** The places of what was destroyed and is not swept away yet. */
    List<String> destroyed() {
        return em.createQuery("select d.place from DestroyedEnclosure d", String.class)
                .getResultList();
    }

    void forgetDestroyed(Collection<String> places) {
        if (!places.isEmpty()) {
            em.createQuery("delete from DestroyedEnclosure d where d.place in :places")
                    .setParameter("places", List.copyOf(places))
                    .executeUpdate();
        }
    }

    /** How many files and masked pictures there are. */
    long count() {
        return em.createQuery("select count(e) from Enclosure e", Long.class).getSingleResult()
                + em.createQuery("select count(p) from MaskedPicture p", Long.class)
                        .getSingleResult();
    }

    List<Enclosure> ofForm(String formKey) {
        return em.createQuery("select e from Enclosure e where e.formKey = :form order by e.id", Enclosure.class)
                .setParameter("form", formKey)
                .getResultList();
    }

    /** All of a submission, its sender's and the office's. */
    List<Enclosure> ofSubmission(long submission) {
        return em.createQuery(
                        "select e from Enclosure e where e.submission = :submission order by e.id", Enclosure.class)
                .setParameter("submission", submission)
                .getResultList();
    }

    /** What its sender sees: their own, and what goes with the answer that they have. */
    List<Enclosure> shownToSender(long submission) {
        return em.createQuery(
                        "select e from Enclosure e, Submission s where s.id = e.submission and s.id = :submission"
                                + " and (e.author = '' or (e.answerFrom > 0 and s.sentAnswer between e.answerFrom"
                                + " and e.answerUntil)) order by e.id",
                        Enclosure.class)
                .setParameter("submission", submission)
                .getResultList();
    }

    /** What somebody put by since before that moment for something that is kept no longer. */
    List<Enclosure> putByBefore(Instant moment) {
        return em.createQuery(
                        "select e from Enclosure e where e.author <> '' and e.answerFrom = 0 and e.receivedAt < :moment"
                                + " and not exists (select d from InboxDraft d where d.account = e.author"
                                + " and d.submission = e.submission)"
                                + " and not exists (select s from InboxSlip s where s.formKey = e.formKey)",
                        Enclosure.class)
                .setParameter("moment", moment)
                .getResultList();
    }

    /**
     * What is left out by somebody who writes nothing any more.
     *
     * @param enclosure the file
     * @param account whoever left it out
     */
    record LeftOut(Enclosure enclosure, String account) {}

    List<LeftOut> leftOutWithoutDraft() {
        return em
                .createQuery(
                        "select e, a from Enclosure e join e.leftOutBy a where not exists (select d from InboxDraft d"
                                + " where d.account = a and d.submission = e.submission)",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new LeftOut((Enclosure) row[0], (String) row[1]))
                .toList();
    }

    Optional<Enclosure> find(long id) {
        return Optional.ofNullable(em.find(Enclosure.class, id));
    }

    /** To what belongs to a submission is bound what lies sealed of it. */
    String sealId(long submission) {
        return em.find(Submission.class, submission).getSealId();
    }

    /** How many files wait, and how many bytes. */
    record Sum(long files, long bytes) {}

    Sum waiting() {
        return sum(em.createQuery(
                        "select count(e), coalesce(sum(e.size), 0) from Enclosure e where e.clientKey <> ''",
                        Object[].class)
                .getSingleResult());
    }

    Sum waiting(List<String> clientKeys) {
        if (clientKeys.isEmpty()) {
            return new Sum(0, 0);
        }
        return sum(em.createQuery(
                        "select count(e), coalesce(sum(e.size), 0) from Enclosure e where e.clientKey in :clients",
                        Object[].class)
                .setParameter("clients", clientKeys)
                .getSingleResult());
    }

    /** A file that may have to give way. */
    record Holding(long id, String place, long size) {}

    /** What waits longest first, of the network from which most waits; empty if nothing waits. */
    List<Holding> longestOfMost() {
        var most = em.createQuery(
                        "select e.clientKey, sum(e.size) as held from Enclosure e where e.clientKey <> ''"
                                + " and e.submission is null group by e.clientKey order by held desc, e.clientKey",
                        Object[].class)
                .setMaxResults(1)
                .getResultList();
        if (most.isEmpty()) {
            return List.of();
        }
        return em
                .createQuery(
                        "select e.id, e.place, e.size from Enclosure e where e.clientKey = :client"
                                + " and e.submission is null order by e.receivedAt, e.id",
                        Object[].class)
                .setParameter("client", most.getFirst()[0])
                .getResultList()
                .stream()
                .map(row -> new Holding(((Number) row[0]).longValue(), (String) row[1], ((Number) row[2]).longValue()))
                .toList();
    }

    /** Forgets a file that waits; false if its form was sent meanwhile. */
    boolean giveUp(Holding holding) {
        return em.createQuery("delete from Enclosure e where e.id = :id and e.submission is null")
                        .setParameter("id", holding.id())
                        .executeUpdate()
                == 1;
    }

    private static Sum sum(Object[] row) {
        return new Sum(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** What has waited since before that moment. */
    List<Enclosure> waitingSince(Instant before) {
        return em.createQuery(
                        "select e from Enclosure e where e.clientKey <> '' and e.submission is null"
                                + " and e.receivedAt < :before",
                        Enclosure.class)
                .setParameter("before", before)
                .getResultList();
    }

    /** Which of these places belong to a row. */
    Set<String> known(Collection<String> places) {
        if (places.isEmpty()) {
            return Set.of();
        }
        var known =
                new HashSet<>(em.createQuery("select e.place from Enclosure e where e.place in :places", String.class)
                        .setParameter("places", List.copyOf(places))
                        .getResultList());
        known.addAll(em.createQuery("select p.place from MaskedPicture p where p.place in :places", String.class)
                .setParameter("places", List.copyOf(places))
                .getResultList());
        return known;
    }

    // What of it is public

    List<MaskedPicture> masked(long submission) {
        return em.createQuery(
                        "select p from MaskedPicture p where p.submission = :submission order by p.enclosure, p.page",
                        MaskedPicture.class)
                .setParameter("submission", submission)
                .getResultList();
    }

    Optional<MaskedPicture> masked(long enclosure, int page) {
        return Optional.ofNullable(em.createQuery(
                        "select p from MaskedPicture p where p.enclosure = :enclosure and p.page = :page",
                        MaskedPicture.class)
                .setParameter("enclosure", enclosure)
                .setParameter("page", page)
                .getSingleResultOrNull());
    }

    /** Of its sender's files, and of those that go with the answer that is public now. */
    private static final String PUBLISHED =
            "select p from MaskedPicture p, Publication a, Enclosure e where a.id = p.submission and e.id = p.enclosure"
                    + " and (e.author = '' or (e.answerFrom > 0 and a.answerNumber between e.answerFrom"
                    + " and e.answerUntil)) and ";

    /** A masked picture of an answer that is public now. */
    Optional<MaskedPicture> published(long id) {
        return Optional.ofNullable(em.createQuery(PUBLISHED + "p.id = :id", MaskedPicture.class)
                .setParameter("id", id)
                .getSingleResultOrNull());
    }

    /** All that are public now of a submission. */
    List<MaskedPicture> publishedOf(long submission) {
        return em.createQuery(
                        PUBLISHED + "p.submission = :submission order by p.enclosure, p.page", MaskedPicture.class)
                .setParameter("submission", submission)
                .getResultList();
    }
}
