package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
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

    /** The notices for a person behind one that they have seen, in the order in which they were told. */
    List<ItemNotice> of(String person, List<Addressee> rights, long seen, int size) {
        var parameters = new HashMap<String, Object>();
        var asked = em.createQuery(
                        "select n from ItemNotice n where " + where(person, rights, seen, parameters)
                                + " order by n.id",
                        ItemNotice.class)
                .setMaxResults(size);
        parameters.forEach(asked::setParameter);
        return asked.getResultList();
    }

    /** How many there are of them. */
    long count(String person, List<Addressee> rights, long seen) {
        var parameters = new HashMap<String, Object>();
        var asked = em.createQuery(
                "select count(n) from ItemNotice n where " + where(person, rights, seen, parameters), Long.class);
        parameters.forEach(asked::setParameter);
        return asked.getSingleResult();
    }

    private static String where(String person, List<Addressee> rights, long seen, Map<String, Object> parameters) {
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
        parameters.put("seen", seen);
        parameters.put("person", person);
        return "n.id > :seen and n.actor <> :person and (" + String.join(" or ", whom) + ")";
    }

    long seen(String person) {
        var seen = em.find(NoticesSeen.class, person);
        return seen == null ? 0 : seen.getSeen();
    }

    void see(String person, long notice) {
        var seen = em.find(NoticesSeen.class, person);
        if (seen == null) {
            seen = new NoticesSeen(person);
            em.persist(seen);
        }
        seen.upTo(notice);
    }
}
