package vn.minhbach.writing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.minhbach.desk.ListState;
import vn.minhbach.shared.Text;

/** The rules in the database. */
@ApplicationScoped
class WritingRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    List<WritingRule> all() {
        return em.createQuery("select r from WritingRule r order by r.id", WritingRule.class)
                .getResultList();
    }

    List<Long> numbers(ListState state) {
        return em.createQuery(
                        "select r.id from WritingRule r where r.sought like :sought escape '!' order by "
                                + order(state.sort(), state.descending()),
                        Long.class)
                .setParameter(
                        "sought", "%" + Text.fold(Text.line(state.filter())).replaceAll("[!%_]", "!$0") + "%")
                .getResultList();
    }

    private static String order(String column, boolean descending) {
        var direction = descending ? " desc" : "";
        return switch (column) {
            case WritingRule.BY_KIND -> "r.kind" + direction + ", r.key, r.id";
            case WritingRule.BY_CHANGE -> "r.updatedAt" + direction + ", r.key, r.id";
            default -> "r.key" + direction + ", r.id";
        };
    }

    List<WritingRule> withNumbers(Collection<Long> numbers) {
        return em.createQuery("select r from WritingRule r where r.id in :numbers", WritingRule.class)
                .setParameter("numbers", List.copyOf(numbers))
                .getResultList();
    }

    Optional<WritingRule> byId(long id) {
        return Optional.ofNullable(em.find(WritingRule.class, id));
    }

    Optional<WritingRule> byKey(String key) {
        return em.createQuery("select r from WritingRule r where r.key = :key", WritingRule.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    void add(WritingRule rule) {
        em.persist(rule);
        em.flush();
    }

    void remove(WritingRule rule) {
        em.remove(rule);
        em.flush();
    }
}
