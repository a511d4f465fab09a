package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Slips that were begun and not filed, in the database. */
@ApplicationScoped
class InboxSlipRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    InboxSlipRepository() {}

    InboxSlipRepository(EntityManager em) {
        this.em = em;
    }

    Optional<InboxSlip> find(String account, String kind) {
        return Optional.ofNullable(em.createQuery(
                        "select s from InboxSlip s where s.account = :account and s.kind = :kind", InboxSlip.class)
                .setParameter("account", account)
                .setParameter("kind", kind)
                .getSingleResultOrNull());
    }

    void add(InboxSlip slip) {
        em.persist(slip);
        em.flush();
    }

    /** It was filed: nothing of it comes back, also if nothing of it was kept before. Another that is begun stays. */
    void file(String account, String kind, String formKey, Instant now) {
        var known = find(account, kind).orElse(null);
        if (known == null) {
            var slip = new InboxSlip(account, kind);
            slip.end(formKey, now);
            add(slip);
        } else if (!known.isBegun() || known.getFormKey().equals(formKey)) {
            known.end(formKey, now);
        }
    }

    void forgetBefore(Instant moment) {
        em.createQuery("delete from InboxSlip s where s.keptAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
