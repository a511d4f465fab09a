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

    /** @param text the words of the file; nothing is kept where there are none */
    void add(Attachment attachment, String text) {
        em.persist(attachment);
        var id = attachment.getId();
        if (id != null && !text.isEmpty()) {
            em.flush();
            em.persist(new AttachmentText(id, text));
        }
    }

    Optional<Attachment> byId(long id) {
        return Optional.ofNullable(em.find(Attachment.class, id));
    }
}
