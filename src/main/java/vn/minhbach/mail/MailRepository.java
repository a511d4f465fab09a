package vn.minhbach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/** Letters and their templates in the database. */
@ApplicationScoped
class MailRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    MailRepository() {}

    MailRepository(EntityManager em) {
        this.em = em;
    }

    /** Writes it now, so that it has its number. */
    void add(Letter letter) {
        em.persist(letter);
        em.flush();
    }

    void add(LetterTemplate template) {
        em.persist(template);
    }

    void remove(LetterTemplate template) {
        em.remove(template);
    }

    Optional<LetterTemplate> template(String kind, String language) {
        return Optional.ofNullable(em.createQuery(
                        "select t from LetterTemplate t where t.kind = :kind and t.language = :language",
                        LetterTemplate.class)
                .setParameter("kind", kind)
                .setParameter("language", language)
                .getSingleResultOrNull());
    }

    List<LetterTemplate> templates() {
        return em.createQuery("select t from LetterTemplate t order by t.kind, t.language", LetterTemplate.class)
                .getResultList();
    }

    /** Nobody else decides about it until this transaction ends. */
    @Nullable
    Letter hold(long id) {
        return em.find(Letter.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    long sentSince(Instant moment) {
        return em.createQuery("select count(l) from Letter l where l.sentAt > :moment", Long.class)
                .setParameter("moment", moment)
                .getSingleResult();
    }

    /** How many letters wait. @param citizens those to citizens, or those to the staff: what one waits for is nothing to the other */
    long waiting(boolean citizens) {
        return em.createQuery(
                        "select count(l) from Letter l where l.state = :state and l.citizen = :citizens", Long.class)
                .setParameter("state", Letter.State.WAITING)
                .setParameter("citizens", citizens)
                .getSingleResult();
    }

    /** How many letters of a kind somebody was written since. */
    long written(String kind, String address, Instant since) {
        return em.createQuery(
                        "select count(l) from Letter l where l.kind = :kind and l.address = :address"
                                + " and l.createdAt > :since",
                        Long.class)
                .setParameter("kind", kind)
                .setParameter("address", address)
                .setParameter("since", since)
                .getSingleResult();
    }

    /**
     * From when on the last letters of a kind to a citizen may be tried, the latest first.
     *
     * @param keys the marks of the address, by each key that there is
     */
    List<Instant> firstAttempts(String kind, List<String> keys, int most) {
        return em.createQuery(
                        "select l.firstAttempt from Letter l where l.kind = :kind and l.addressKey in :keys"
                                + " order by l.firstAttempt desc",
                        Instant.class)
                .setParameter("kind", kind)
                .setParameter("keys", keys)
                .setMaxResults(most)
                .getResultList();
    }

    /** All letters to a citizen; those from before they were sealed are known by the open address. */
    List<Letter> to(List<String> keys, String address) {
        return em.createQuery(
                        "select l from Letter l where l.citizen = true and (l.addressKey in :keys or l.address = :address)",
                        Letter.class)
                .setParameter("keys", keys)
                .setParameter("address", address)
                .getResultList();
    }

    /** Lets go of marks that no limit needs any more. */
    int forgetKeysBefore(Instant moment) {
        return em.createQuery("update Letter l set l.addressKey = '' where l.addressKey <> '' and l.state <> :waiting"
                        + " and l.firstAttempt < :moment")
                .setParameter("waiting", Letter.State.WAITING)
                .setParameter("moment", moment)
                .executeUpdate();
    }

    Map<Letter.State, Long> counts() {
        var counts = new EnumMap<Letter.State, Long>(Letter.State.class);
        em.createQuery("select l.state, count(l) from Letter l group by l.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Letter.State) row[0], (Long) row[1]));
        return counts;
    }

    /** The numbers of the letters that have the filter in recipient or subject, in order. */
    List<Long> numbers(String filter, String column, boolean descending) {
        return em.createQuery(
                        "select l.id from Letter l where l.sought like :sought escape '!' order by "
                                + order(column, descending),
                        Long.class)
                .setParameter("sought", Text.within(Text.fold(Text.line(filter))))
                .getResultList();
    }

    private static String order(String column, boolean descending) {
        var direction = descending ? " desc" : "";
        return switch (column) {
            case Letter.BY_RECIPIENT -> "l.address" + direction + ", l.id desc";
            case Letter.BY_STATE -> "l.state" + direction + ", l.id desc";
            case Letter.BY_DAY -> "l.createdAt" + direction + ", l.id desc";
            default -> "l.createdAt desc, l.id desc";
        };
    }

    List<Letter> letters(List<Long> numbers) {
        return em.createQuery("select l from Letter l where l.id in :numbers", Letter.class)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    /** Letters that should have been tried by a moment and were not. */
    List<Letter> overdue(Instant moment) {
        return em.createQuery(
                        "select l from Letter l where l.state = :state and l.nextAttempt < :moment order by l.id",
                        Letter.class)
                .setParameter("state", Letter.State.WAITING)
                .setParameter("moment", moment)
                .setMaxResults(1_000)
                .getResultList();
    }

    /** Forgets letters from before a moment that nobody waits for. */
    int forgetBefore(Instant moment) {
        return em.createQuery("delete from Letter l where l.state <> :waiting and l.createdAt < :moment")
                .setParameter("waiting", Letter.State.WAITING)
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
