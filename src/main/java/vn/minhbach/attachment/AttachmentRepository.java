package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** With the text that belongs to it by now. */
    void rewrite(long id, String text) {
        var known = em.find(AttachmentText.class, id);
        if (known != null) {
            em.remove(known);
            em.flush();
        }
        if (!text.isEmpty()) {
            em.persist(new AttachmentText(id, text));
        }
    }

    void remove(Attachment attachment) {
        var id = attachment.getId();
        var text = id == null ? null : em.find(AttachmentText.class, id);
        if (text != null) {
            em.remove(text);
        }
        em.flush();
        em.remove(attachment);
        em.flush();
    }

    /** How many files there are, and how many bytes. */
    record Sum(long files, long bytes) {}

    Sum sum() {
        var row = em.createQuery("select count(a), coalesce(sum(a.size), 0) from Attachment a", Object[].class)
                .getSingleResult();
        return new Sum(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** Which of these contents belong to a file. */
    Set<String> held(Collection<String> digests) {
        return digests.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        em.createQuery("select a.sha256 from Attachment a where a.sha256 in :digests", String.class)
                                .setParameter("digests", List.copyOf(digests))
                                .getResultList());
    }

    /** The numbers of the files that have all these words in their name, description, caption or credit, in order. */
    List<Long> numbers(LibraryFilter filter, String sort, boolean descending) {
        var where = new StringBuilder("select a.id from Attachment a where 1 = 1");
        for (var i = 0; i < filter.words().size(); i++) {
            where.append(" and a.sought like :word").append(i).append(" escape '!'");
        }
        for (var i = 0; i < filter.mediaTypes().size(); i++) {
            where.append(i == 0 ? " and (" : " or ")
                    .append("a.mediaType like :type")
                    .append(i);
        }
        if (!filter.mediaTypes().isEmpty()) {
            where.append(')');
        }
        if (filter.isOther()) {
            where.append(" and a.mediaType not like 'image/%' and a.mediaType not like 'video/%'");
            where.append(" and a.mediaType not like 'audio/%'");
        }
        var query = em.createQuery(where + " order by " + order(sort, descending), Long.class);
        for (var i = 0; i < filter.words().size(); i++) {
            query.setParameter("word" + i, "%" + filter.words().get(i).replaceAll("[!%_]", "!$0") + "%");
        }
        for (var i = 0; i < filter.mediaTypes().size(); i++) {
            query.setParameter("type" + i, filter.mediaTypes().get(i));
        }
        return query.getResultList();
    }

    private static String order(String column, boolean descending) {
        var direction = descending ? " desc" : "";
        return switch (column) {
            case AttachmentService.BY_NAME -> "a.fileName" + direction + ", a.id";
            case AttachmentService.BY_SIZE -> "a.size" + direction + ", a.id";
            case AttachmentService.BY_CHANGE -> "a.updatedAt" + direction + ", a.id";
            default -> "a.updatedAt desc, a.id desc";
        };
    }

    List<Attachment> all(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select a from Attachment a where a.id in :numbers", Attachment.class)
                        .setParameter("numbers", List.copyOf(numbers))
                        .getResultList();
    }

    /** Those that wait for the virus scanner. */
    List<Attachment> quarantined() {
        return em.createQuery(
                        "select a from Attachment a where a.quarantined = true and a.refused = false order by a.id",
                        Attachment.class)
                .getResultList();
    }

    /** Those of somebody that the virus scanner refused after they were brought. */
    List<Attachment> refused(String broughtBy) {
        return em.createQuery(
                        "select a from Attachment a where a.refused = true and a.broughtBy = :by order by a.id",
                        Attachment.class)
                .setParameter("by", broughtBy)
                .getResultList();
    }

    Optional<Attachment> byId(long id) {
        return Optional.ofNullable(em.find(Attachment.class, id));
    }
}
