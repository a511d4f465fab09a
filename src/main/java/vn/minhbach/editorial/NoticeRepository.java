package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What members of the board were told, in the database. */
@ApplicationScoped
class NoticeRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    NoticeRepository() {}

    NoticeRepository(EntityManager em) {
        this.em = em;
    }

    /** Whom a notice of a kind may be for: who has the right at these places; null for everywhere. */
    record Addressee(
            String kind, Deed.Right right, @Nullable Set<String> places) {}

    /** The notices for a person that they have not read, in the order in which they were told. */
    List<ItemNotice> unread(String person, List<Addressee> rights, int size) {
        return unread(" order by n.toldAt, n.id", person, rights, size);
    }

    /** The same, those first that were told last. */
    List<ItemNotice> newest(String person, List<Addressee> rights, int size) {
        return unread(" order by n.toldAt desc, n.id desc", person, rights, size);
    }

    private List<ItemNotice> unread(String order, String person, List<Addressee> rights, int size) {
        var parameters = new HashMap<String, Object>();
        var asked = em.createQuery(
                        "select n from ItemNotice n where " + where(person, rights, parameters) + order,
                        ItemNotice.class)
                .setMaxResults(size);
        parameters.forEach(asked::setParameter);
        return asked.getResultList();
    }

    /** How many there are of them. */
    long count(String person, List<Addressee> rights) {
        var parameters = new HashMap<String, Object>();
        var asked = em.createQuery(
                "select count(n) from ItemNotice n where " + where(person, rights, parameters), Long.class);
        parameters.forEach(asked::setParameter);
        return asked.getSingleResult();
    }

    private String where(String person, List<Addressee> rights, Map<String, Object> parameters) {
        var whom = new ArrayList<>(List.of("n.person = :person"));
        for (var right : rights) {
            if (right.places() != null && right.places().isEmpty()) {
                continue;
            }
            var number = parameters.size();
            whom.add("n.kind = :kind" + number + " and n.forRight = :right" + number
                    + (right.places() == null ? "" : " and n.place in :places" + number));
            parameters.put("kind" + number, right.kind());
            parameters.put("right" + number, right.right());
            if (right.places() != null) {
                parameters.put("places" + number, right.places());
            }
        }
        var seen = em.find(NoticesSeen.class, person);
        parameters.put("from", seen == null ? Instant.EPOCH : seen.getReadBefore());
        parameters.put("person", person);
        return "n.toldAt >= :from and n.actor <> :person and (" + String.join(" or ", whom) + ")"
                + " and not exists (select r.notice from NoticeRead r where r.person = :person and r.notice = n.id)";
    }

    /**
     * A person has read these, whatever the order of their numbers.
     *
     * @param settled what was told before that moment is there: nothing is still under way that tells of something earlier
     */
    void read(String person, List<Addressee> rights, Collection<Long> shown, Instant settled) {
        for (var id : shown) {
            var notice = em.find(ItemNotice.class, id);
            if (notice != null && em.find(NoticeRead.class, new NoticeRead.Key(person, id)) == null) {
                em.persist(new NoticeRead(person, notice));
            }
        }
        var seen = em.find(NoticesSeen.class, person);
        if (seen == null) {
            seen = new NoticesSeen(person);
            em.persist(seen);
        }
        seen.before(unread(person, rights, 1).stream()
                .map(ItemNotice::getToldAt)
                .filter(settled::isAfter)
                .findFirst()
                .orElse(settled));
        em.createQuery("delete from NoticeRead r where r.person = :person and r.toldAt < :before")
                .setParameter("person", person)
                .setParameter("before", seen.getReadBefore())
                .executeUpdate();
    }
}
