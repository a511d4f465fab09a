package vn.minhbach.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.editorial.SourceMark;
import vn.minhbach.shared.Text;

/** Sources and what was found in them, in the database. */
@ApplicationScoped
class RelayRepository {

    /** Only texts that share this many kept digests are looked at closely. */
    private static final int CANDIDATES = 5;

    private static final int LOOKED_AT = 10;

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

    // --- Sources
    // ---------------------------------------------------------------------------------------------------------

    @Nullable
    RelaySource source(long id) {
        return em.find(RelaySource.class, id);
    }

    /** The source as it is now, and nobody else changes it until the transaction ends. */
    @Nullable
    RelaySource hold(long id) {
        em.flush();
        var source = em.find(RelaySource.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (source != null) {
            em.refresh(source, LockModeType.PESSIMISTIC_WRITE, Map.of());
        }
        return source;
    }

    Optional<RelaySource> at(String address) {
        return em.createQuery("select s from RelaySource s where s.address = :address", RelaySource.class)
                .setParameter("address", address)
                .getResultStream()
                .findFirst();
    }

    List<Long> numbers(String filter, String column, boolean descending) {
        return em.createQuery(
                        "select s.id from RelaySource s where s.sought like :sought escape '!' order by "
                                + order(column, descending),
                        Long.class)
                .setParameter("sought", literally(filter))
                .getResultList();
    }

    private static String literally(String filter) {
        return "%" + Text.fold(Text.line(filter)).replaceAll("[!%_]", "!$0") + "%";
    }

    private static String order(String column, boolean descending) {
        var direction = descending ? " desc" : "";
        return switch (column) {
            case RelaySource.BY_SECTION -> "s.section" + direction + ", s.name, s.id";
            case RelaySource.BY_LOOK -> "s.lookedAt" + direction + ", s.name, s.id";
            default -> "s.name" + direction + ", s.id";
        };
    }

    List<RelaySource> sources(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select s from RelaySource s where s.id in :numbers", RelaySource.class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    /** How many drafts each source gave, by its number; one that gave none is missing. */
    Map<Long, Long> drafts(Collection<Long> sources) {
        return sources.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select i.sourceId, count(i) from RelayItem i where i.sourceId in :sources"
                                        + " and i.state = :drafted group by i.sourceId",
                                Object[].class)
                        .setParameter("sources", sources)
                        .setParameter("drafted", RelayItem.State.DRAFTED)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    List<Long> due(Instant now, int size) {
        return em.createQuery(
                        "select s.id from RelaySource s where s.active = true and s.nextLook <= :now"
                                + " order by s.nextLook, s.id",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(size)
                .getResultList();
    }

    /** Puts a removed source back under its number. */
    void restore(long id, RelaySource.Said said, Instant now, String by) {
        em.createNativeQuery("insert into relay_source (id, version, name, address, section_slug, responsible,"
                        + " every_minutes, active, sought, etag, last_modified, next_look, result, status, failures,"
                        + " last_new, failed_status, updated_at, updated_by)"
                        + " values (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', '', ?9, 'NEVER', 0, 0, 0, 0, ?9, ?10)")
                .setParameter(1, id)
                .setParameter(2, said.name())
                .setParameter(3, said.address())
                .setParameter(4, said.section())
                .setParameter(5, said.responsible())
                .setParameter(6, said.minutes())
                .setParameter(7, said.active())
                .setParameter(8, RelaySource.sought(said))
                .setParameter(9, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter(10, by)
                .executeUpdate();
    }

    // --- What was found
    // --------------------------------------------------------------------------------------------------

    @Nullable
    RelayItem item(long id) {
        return em.find(RelayItem.class, id);
    }

    boolean hasItems(long source) {
        return !em.createQuery("select i.id from RelayItem i where i.sourceId = :source", Long.class)
                .setParameter("source", source)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What is known of some entries of a source, by their ids there. */
    Map<String, RelayItem> known(long source, Collection<String> entries) {
        return entries.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select i from RelayItem i where i.sourceId = :source and i.entryId in :entries",
                                RelayItem.class)
                        .setParameter("source", source)
                        .setParameter("entries", entries)
                        .getResultStream()
                        .collect(Collectors.toMap(RelayItem::getEntryId, item -> item));
    }

    List<RelayItem> ofState(long source, RelayItem.State state) {
        return em.createQuery(
                        "select i from RelayItem i where i.sourceId = :source and i.state = :state", RelayItem.class)
                .setParameter("source", source)
                .setParameter("state", state)
                .getResultList();
    }

    /** Drafts of a source that are newer than a moment by its own words and were found since another. */
    List<RelayItem> newer(long source, Instant published, Instant found) {
        return em.createQuery(
                        "select i from RelayItem i where i.sourceId = :source and i.state = :drafted"
                                + " and i.vanishedAt is null and i.publishedAt > :published and i.foundAt > :found",
                        RelayItem.class)
                .setParameter("source", source)
                .setParameter("drafted", RelayItem.State.DRAFTED)
                .setParameter("published", published)
                .setParameter("found", found)
                .getResultList();
    }

    /** The numbers of what was found, the newest first. */
    List<Long> found(RelayedView view, @Nullable Long source, String filter) {
        var where = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        where.add("i.titleKey like :sought escape '!'");
        parameters.put("sought", literally(filter));
        if (source != null) {
            where.add("i.sourceId = :source");
            parameters.put("source", source);
        }
        switch (view) {
            case ALL -> {}
            case DRAFTED -> state(where, parameters, RelayItem.State.DRAFTED);
            case DUPLICATE -> state(where, parameters, RelayItem.State.DUPLICATE);
            case PASSED_OVER -> {
                where.add("i.state in :states");
                parameters.put(
                        "states", List.of(RelayItem.State.PASSED_OVER, RelayItem.State.WANTED, RelayItem.State.LOST));
            }
            case MARKED -> {
                where.add("exists (select a.id from Item a where a.id = i.itemId and a.sourceMark in :marks)");
                parameters.put("marks", List.of(SourceMark.CHANGED, SourceMark.VANISHED));
            }
        }
        var query = em.createQuery(
                "select i.id from RelayItem i where " + String.join(" and ", where)
                        + " order by i.foundAt desc, i.id desc",
                Long.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private static void state(List<String> where, Map<String, Object> parameters, RelayItem.State state) {
        where.add("i.state = :state");
        parameters.put("state", state);
    }

    List<RelayItem> items(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select i from RelayItem i where i.id in :ids", RelayItem.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** What was not tried for a while, those that wait longest first. */
    List<RelayItem> toCheck(Instant found, Instant checked, int size) {
        return em.createQuery(
                        "select i from RelayItem i where i.state = :drafted and i.vanishedAt is null and i.foundAt > :found"
                                + " and (i.linkChecked is null or i.linkChecked < :checked)"
                                + " order by i.linkChecked nulls first, i.id",
                        RelayItem.class)
                .setParameter("drafted", RelayItem.State.DRAFTED)
                .setParameter("found", found)
                .setParameter("checked", checked)
                .setMaxResults(size)
                .getResultList();
    }

    // --- The same news
    // ---------------------------------------------------------------------------------------------------

    /** The first that was found at the same address. */
    Optional<RelayItem> byLink(String linkKey) {
        return em.createQuery("select i from RelayItem i where i.linkKey = :key order by i.id", RelayItem.class)
                .setParameter("key", linkKey)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The first that says the same, as far as the digests of its groups of words tell. */
    Optional<RelayItem> alike(Sketch sketch) {
        return alike(sketch, "relay_shingle", "item_id").flatMap(id -> Optional.ofNullable(item(id)));
    }

    private Optional<Long> alike(Sketch sketch, String table, String owner) {
        var size = sketch.least().size();
        var places =
                IntStream.rangeClosed(1, size).mapToObj(place -> "?" + place).collect(Collectors.joining(","));
        var query = em.createNativeQuery("select " + owner + ", count(*) from " + table + " where digest in (" + places
                + ") group by " + owner + " having count(*) >= " + Math.min(CANDIDATES, size) + " order by 2 desc, 1");
        for (var i = 0; i < size; i++) {
            query.setParameter(i + 1, sketch.least().get(i));
        }
        List<?> found = query.setMaxResults(LOOKED_AT).getResultList();
        return found.stream()
                .map(row -> ((Number) ((Object[]) row)[0]).longValue())
                .filter(id -> sketch.isSame(shingles(table, owner, id)))
                .findFirst();
    }

    private List<Long> shingles(String table, String owner, long id) {
        List<?> found = em.createNativeQuery("select digest from " + table + " where " + owner + " = ?1")
                .setParameter(1, id)
                .getResultList();
        return found.stream().map(each -> ((Number) each).longValue()).toList();
    }

    void keep(RelayItem item, Sketch sketch) {
        keep("relay_shingle", "item_id", item.getId(), sketch);
    }

    /** In one statement: there are some dozens of them. */
    private void keep(String table, String owner, long id, Sketch sketch) {
        em.createNativeQuery("delete from " + table + " where " + owner + " = ?1")
                .setParameter(1, id)
                .executeUpdate();
        var size = sketch.least().size();
        var rows =
                IntStream.range(0, size).mapToObj(i -> "(?" + (i + 2) + ", ?1)").collect(Collectors.joining(", "));
        var insert = em.createNativeQuery("insert into " + table + " (digest, " + owner + ") values " + rows)
                .setParameter(1, id);
        for (var i = 0; i < size; i++) {
            insert.setParameter(i + 2, sketch.least().get(i));
        }
        insert.executeUpdate();
    }

    // --- The portal's own articles
    // ---------------------------------------------------------------------------------------

    /** Of which versions of the portal's articles the words are known, by the article's id. */
    Map<Long, Integer> own() {
        List<?> found = em.createNativeQuery("select article_id, version from relay_own")
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).intValue()));
    }

    void forgetOwn(Collection<Long> articles) {
        for (var article : articles) {
            for (var table : List.of("relay_own_shingle", "relay_own")) {
                em.createNativeQuery("delete from " + table + " where article_id = ?1")
                        .setParameter(1, article)
                        .executeUpdate();
            }
        }
    }

    void keepOwn(long article, int version, String linkKey, Sketch sketch) {
        forgetOwn(List.of(article));
        em.createNativeQuery("insert into relay_own (article_id, version, link_key) values (?1, ?2, ?3)")
                .setParameter(1, article)
                .setParameter(2, version)
                .setParameter(3, linkKey)
                .executeUpdate();
        keep("relay_own_shingle", "article_id", article, sketch);
    }

    /** The article of the portal that was taken over from there by hand, or says the same. */
    Optional<Long> ownAlike(String linkKey, Sketch sketch) {
        List<?> found = em.createNativeQuery("select article_id from relay_own where link_key = ?1 order by article_id")
                .setParameter(1, linkKey)
                .setMaxResults(1)
                .getResultList();
        return found.stream()
                .map(each -> ((Number) each).longValue())
                .findFirst()
                .or(() -> alike(sketch, "relay_own_shingle", "article_id"));
    }
}
