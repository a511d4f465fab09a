package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the search what is written in the files that belong to an item. */
@ApplicationScoped
public class AttachmentTexts {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    public AttachmentTexts() {}

    /** The same for a command that runs beside the portal. */
    public AttachmentTexts(EntityManager em) {
        this.em = em;
    }

    /**
     * The words of the files at these addresses, in the order of the addresses, each file once.
     *
     * @param addresses as {@link Attachment#getPath()} gives them; others are passed over
     */
    public String at(Collection<String> addresses) {
        var ids = addresses.stream()
                .map(Attachment::idIn)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.isEmpty()) {
            return "";
        }
        var texts = em.createQuery("select t from AttachmentText t where t.attachmentId in :ids", AttachmentText.class)
                .setParameter("ids", List.copyOf(ids))
                .getResultStream()
                .collect(Collectors.toMap(AttachmentText::getAttachmentId, AttachmentText::getText));
        return ids.stream()
                .map(id -> texts.getOrDefault(id, ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
