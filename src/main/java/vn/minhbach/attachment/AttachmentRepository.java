package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The files' rows in the database. */
@ApplicationScoped
class AttachmentRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    void add(Attachment attachment) {
        em.persist(attachment);
    }

    Optional<Attachment> byId(long id) {
        return Optional.ofNullable(em.find(Attachment.class, id));
    }
}
