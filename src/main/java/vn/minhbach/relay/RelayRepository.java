package vn.minhbach.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/** Sources and what was found in them, in the database. */
@ApplicationScoped
class RelayRepository {

    /** Only texts that share this many kept digests are looked at closely. */
    private static final int CANDIDATES = 5;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    RelayRepository() {}

    RelayRepository(EntityManager em) {
        this.em = em;
    }

    void add(Object row) {
        em.persist(row);
        em.flush();
    }

    void remove(RelaySource source) {
        em.remove(source);
    }

    @Nullable RelaySource source(long id) {
        return em.find(RelaySource.class, id);
    }

    @Nullable RelaySource hold(long id) {
        return em.find(RelaySource.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Nullable RelayItem item(long id) {
        return em.find(RelayItem.class, id);
    }

    Optional<RelaySource> at(String address) {
        return em
                .createQuery("select s from RelaySource s where s.address = :address", RelaySource.class)
                .setParameter("address", address)
                .getResultStream()
                .findFirst();
    }

    List<Long> numbers(String filter, String column, boolean descending) {
        return em.createQuery(
                        "select s.id from RelaySource s where s.sought like :sought escape '!' order by "
                                + order(column, descending),
                        Long.class)
                .setParameter("sought", "%" + Text.fold(Text.line(filter)).replaceAll("[!%_]", "!$0") + "%")
                .getResultList();
    }

    private static String order(String column, boolean descending) {
        var direction = descending ? " desc" : "";
        return switch (column) {
            case RelaySource.BY_SECTION -> "s.section" + direction + ", s.name, s.id";
            case RelaySource.BY_LOOK -> "s.lookedAt" + direction + ", s.name, s.id";
            default -> "s.name" + direction + ", s.id";
        };
    }

    List<RelaySource> sources(List<Long> numbers) {
        return em.createQuery("select s from RelaySource s where s.id in :numbers", RelaySource.class)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    List<Long> due(Instant now, int size) {
        return em.createQuery(
                        "select s.id from RelaySource s where s.active = true and s.nextLook <= :now order by s.nextLook",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(size)
                .getResultList();
    }

    boolean hasItems(long source) {
        return !em.createQuery("select i.id from RelayItem i where i.sourceId = :source", Long.class)
                .setParameter("source", source)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<RelayItem> item(long source, String entry) {
        return em
                .createQuery(
                        "select i from RelayItem i where i.sourceId = :source and i.entryId = :entry", RelayItem.class)
                .setParameter("source", source)
                .setParameter("entry", entry)
                .getResultStream()
                .findFirst();
    }

    /** The first that was found at the same address. */
    Optional<RelayItem> byLink(String linkKey) {
        return em
                .createQuery("select i from RelayItem i where i.linkKey = :key order by i.id", RelayItem.class)
                .setParameter("key", linkKey)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The first that says the same, as far as the digests of its groups of words tell. */
    Optional<RelayItem> alike(Sketch sketch) {
        var places = IntStream.rangeClosed(1, sketch.least().size())
                .mapToObj(place -> "?" + place)
                .collect(Collectors.joining(","));
        var query = em.createNativeQuery("select item_id, count(*) from relay_shingle where digest in (" + places
                + ") group by item_id having count(*) >= " + Math.min(CANDIDATES, sketch.least().size())
                + " order by 2 desc, 1");
        for (var i = 0; i < sketch.least().size(); i++) {
            query.setParameter(i + 1, sketch.least().get(i));
        }
        List<?> found = query.setMaxResults(10).getResultList();
        for (var row : found) {
            var id = ((Number) ((Object[]) row)[0]).longValue();
            if (sketch.isSame(shingles(id))) {
                return Optional.ofNullable(item(id));
            }
        }
        return Optional.empty();
    }

    private List<Long> shingles(long item) {
        List<?> found = em.createNativeQuery("select digest from relay_shingle where item_id = ?1")
                .setParameter(1, item)
                .getResultList();
        return found.stream().map(each -> ((Number) each).longValue()).toList();
    }

    void keep(RelayItem item, Sketch sketch) {
        em.createNativeQuery("delete from relay_shingle where item_id = ?1")
                .setParameter(1, item.getId())
                .executeUpdate();
        for (var digest : sketch.least()) {
            em.createNativeQuery("insert into relay_shingle (digest, item_id) values (?1, ?2)")
                    .setParameter(1, digest)
                    .setParameter(2, item.getId())
                    .executeUpdate();
        }
    }

    List<RelayItem> marked(int size) {
        return em.createQuery(
                        "select i from RelayItem i where i.mark <> :none order by i.markedAt desc, i.id desc",
                        RelayItem.class)
                .setParameter("none", RelayItem.Mark.NONE)
                .setMaxResults(size)
                .getResultList();
    }

    long markedCount() {
        return em.createQuery("select count(i) from RelayItem i where i.mark <> :none", Long.class)
                .setParameter("none", RelayItem.Mark.NONE)
                .getSingleResult();
    }

    List<RelayItem> newest(int size) {
        return em.createQuery(
                        "select i from RelayItem i where i.state <> :passed order by i.foundAt desc, i.id desc",
                        RelayItem.class)
                .setParameter("passed", RelayItem.State.PASSED_OVER)
                .setMaxResults(size)
                .getResultList();
    }

    List<RelayItem> items(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select i from RelayItem i where i.id in :ids", RelayItem.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Relayed articles whose address nobody has tried for a while, those that wait longest first. */
    List<RelayItem> toCheck(Instant found, Instant checked, int size) {
        return em.createQuery(
                        "select i from RelayItem i where i.state = :drafted and i.mark <> :vanished and i.foundAt > :found"
                                + " and (i.linkChecked is null or i.linkChecked < :checked)"
                                + " order by i.linkChecked, i.id",
                        RelayItem.class)
                .setParameter("drafted", RelayItem.State.DRAFTED)
                .setParameter("vanished", RelayItem.Mark.VANISHED)
                .setParameter("found", found)
                .setParameter("checked", checked)
                .setMaxResults(size)
                .getResultList();
    }

    /** Puts a removed source back under its number. */
    void restore(long id, RelaySource.Said said, Instant now, String by) {
        var source = new RelaySource(said, now, by);
        em.createNativeQuery("insert into relay_source (id, version, name, address, section_slug, responsible, active, sought,"
                        + " etag, last_modified, next_look, result, status, failures, last_new, updated_at, updated_by)"
                        + " values (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, '', '', ?8, 'NEVER', 0, 0, 0, ?8, ?9)")
                .setParameter(1, id)
                .setParameter(2, source.getName())
                .setParameter(3, source.getAddress())
                .setParameter(4, source.getSection())
                .setParameter(5, source.getResponsible())
                .setParameter(6, source.isActive())
                .setParameter(7, Text.cut(Text.fold(source.getName() + "\n" + source.getAddress()), 1_500))
                .setParameter(8, java.time.LocalDateTime.ofInstant(now, java.time.ZoneOffset.UTC))
                .setParameter(9, by)
                .executeUpdate();
    }
}
