package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Time;

/** Items and their versions in the database. */
@ApplicationScoped
class ItemRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    ItemRepository() {}

    ItemRepository(EntityManager em) {
        this.em = em;
    }

    void add(Item item) {
        em.persist(item);
    }

    void add(ItemVersion version) {
        em.persist(version);
    }

    void add(ItemStep step) {
        em.persist(step);
    }

    void add(ItemFile file) {
        em.persist(file);
    }

    void add(ItemNotice notice) {
        em.persist(notice);
    }

    void add(FormerSlug former) {
        em.persist(former);
    }

    void remove(FormerSlug former) {
        em.remove(former);
    }

    Optional<Item> find(long id) {
        return Optional.ofNullable(em.find(Item.class, id));
    }

    /** The item as it is now, and nobody else changes it until the transaction ends. */
    Optional<Item> lock(long id) {
        em.flush();
        var item = Optional.ofNullable(em.find(Item.class, id, LockModeType.PESSIMISTIC_WRITE));
        item.ifPresent(found -> em.refresh(found, LockModeType.PESSIMISTIC_WRITE, Map.of()));
        return item;
    }

    Optional<Item> at(String kind, String slug) {
        return Optional.ofNullable(
                em.createQuery("select i from Item i where i.kind = :kind and i.slug = :slug", Item.class)
                        .setParameter("kind", kind)
                        .setParameter("slug", slug)
                        .getSingleResultOrNull());
    }

    List<Item> at(String kind, Collection<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : em.createQuery("select i from Item i where i.kind = :kind and i.slug in :slugs", Item.class)
                        .setParameter("kind", kind)
                        .setParameter("slugs", slugs)
                        .getResultList();
    }

    List<Item> in(String kind, Set<ItemState> states) {
        return em.createQuery(
                        "select i from Item i where i.kind = :kind and i.state in :states order by i.slug", Item.class)
                .setParameter("kind", kind)
                .setParameter("states", states)
                .getResultList();
    }

    Optional<FormerSlug> former(String kind, String slug) {
        return Optional.ofNullable(em.find(FormerSlug.class, new FormerSlug.Key(kind, slug)));
    }

    Optional<ItemVersion> version(long id, int number) {
        return Optional.ofNullable(em.find(ItemVersion.class, new ItemVersion.Key(id, number)));
    }

    List<ItemVersion> versions(long id) {
        return em.createQuery(
                        "select v from ItemVersion v where v.itemId = :id order by v.number desc", ItemVersion.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** In the order of time: numbers are given out to each node by the dozen. */
    List<ItemStep> steps(long id) {
        return em.createQuery("select s from ItemStep s where s.itemId = :id order by s.doneAt, s.id", ItemStep.class)
                .setParameter("id", id)
                .getResultList();
    }

    long count(String kind) {
        return em.createQuery("select count(i) from Item i where i.kind = :kind", Long.class)
                .setParameter("kind", kind)
                .getSingleResult();
    }

    List<VersionLine> versionLines(long id) {
        return em.createQuery(
                        "select v.number, v.author, v.writtenAt, v.note from ItemVersion v where v.itemId = :id"
                                + " order by v.number desc",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new VersionLine((Integer) row[0], (String) row[1], (Instant) row[2], (String) row[3]))
                .toList();
    }

    List<Item> of(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select i from Item i where i.id in :ids", Item.class)
                        .setParameter("ids", numbers)
                        .getResultList();
    }

    /** When those come out that have the name already and whose time is still to come, of whatever kind; null if there are none. */
    @Nullable
    Instant setTime(String name, long but, Instant now) {
        return em.createQuery(
                        "select i from Item i where i.setName = :name and i.review = :review and i.id <> :but"
                                + " and i.scheduledFor > :now order by i.id",
                        Item.class)
                .setParameter("name", name)
                .setParameter("review", ReviewState.SCHEDULED)
                .setParameter("but", but)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .map(Item::getScheduledFor)
                .findFirst()
                .orElse(null);
    }

    List<Long> ofSet(String kind, String name) {
        return em.createQuery(
                        "select i.id from Item i where i.kind = :kind and i.setName = :name and i.review = :review",
                        Long.class)
                .setParameter("kind", kind)
                .setParameter("name", name)
                .setParameter("review", ReviewState.SCHEDULED)
                .getResultList();
    }

    List<Item> toReview(String kind, LocalDate day) {
        return em.createQuery(
                        "select i from Item i where i.kind = :kind and i.reviewOn <= :day and i.reminded = false"
                                + " and i.state = :state order by i.id",
                        Item.class)
                .setParameter("kind", kind)
                .setParameter("day", day)
                .setParameter("state", ItemState.PUBLISHED)
                .getResultList();
    }

    /** Which items of a kind use which of these files. */
    List<FileUse> uses(String kind, Collection<Long> attachments) {
        if (attachments.isEmpty()) {
            return List.of();
        }
        var rows = em.createQuery(
                        "select f.attachmentId, i.id, i.title, f.version, i.publishedVersion from ItemFile f, Item i"
                                + " where i.id = f.itemId and i.kind = :kind and f.attachmentId in :ids order by i.id,"
                                + " f.version",
                        Object[].class)
                .setParameter("kind", kind)
                .setParameter("ids", attachments)
                .getResultList();
        var shown = rows.stream()
                .filter(row -> row[3].equals(row[4]))
                .map(ItemRepository::fileAndItem)
                .collect(Collectors.toSet());
        // What is public everywhere, as most of what readers ask for, needs no look at the past.
        var once = rows.stream().allMatch(row -> shown.contains(fileAndItem(row)))
                ? Set.<List<Long>>of()
                : wherePublicOnce(kind, attachments);
        var uses = new LinkedHashMap<List<Long>, FileUse>();
        for (var row : rows) {
            var key = fileAndItem(row);
            var standing = shown.contains(key)
                    ? FileUse.Standing.PUBLIC
                    : once.contains(key) ? FileUse.Standing.GONE : FileUse.Standing.DRAFT;
            uses.put(key, new FileUse(key.getFirst(), key.getLast(), (String) row[2], standing));
        }
        return List.copyOf(uses.values());
    }

    private static List<Long> fileAndItem(Object[] row) {
        return List.of((Long) row[0], (Long) row[1]);
    }

    /** Files and items of which a version came out that used the file. */
    private Set<List<Long>> wherePublicOnce(String kind, Collection<Long> attachments) {
        return em
                .createQuery(
                        "select distinct f.attachmentId, f.itemId from ItemStep s, ItemFile f, Item i where i.id ="
                                + " f.itemId and i.kind = :kind and f.attachmentId in :ids and s.itemId = f.itemId and"
                                + " s.version = f.version and s.deed in :deeds",
                        Object[].class)
                .setParameter("kind", kind)
                .setParameter("ids", attachments)
                .setParameter("deeds", EnumSet.of(Deed.PUBLISH, Deed.CORRECT, Deed.PUBLISH_URGENTLY))
                .getResultList()
                .stream()
                .map(ItemRepository::fileAndItem)
                .collect(Collectors.toSet());
    }

    /** The files that any version of an item of a kind uses. */
    Set<Long> usedFiles(String kind) {
        return Set.copyOf(em.createQuery(
                        "select distinct f.attachmentId from ItemFile f, Item i where i.id = f.itemId and i.kind ="
                                + " :kind",
                        Long.class)
                .setParameter("kind", kind)
                .getResultList());
    }

    List<Long> numbers(DeskQuery query) {
        var asked = new Asked(query);
        var found = em.createQuery("select i.id from Item i where " + asked.where() + order(query), Long.class);
        asked.parameters.forEach(found::setParameter);
        return found.getResultList();
    }

    long count(DeskQuery query) {
        var asked = new Asked(query);
        var found = em.createQuery("select count(i) from Item i where " + asked.where(), Long.class);
        asked.parameters.forEach(found::setParameter);
        return found.getSingleResult();
    }

    /** How many there are of each place; a place without any is missing. */
    Map<String, Long> countsOfPlaces(DeskQuery query) {
        return counts(query, Asked.place(query));
    }

    /** How many there are of each unit; a unit without any is missing. */
    Map<String, Long> countsOfUnits(DeskQuery query) {
        return counts(query, Asked.unit(query));
    }

    private Map<String, Long> counts(DeskQuery query, String by) {
        var asked = new Asked(query);
        var found = em.createQuery(
                "select " + by + ", count(i) from Item i where " + asked.where() + " group by " + by, Object[].class);
        asked.parameters.forEach(found::setParameter);
        return found.getResultStream().collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    private static String order(DeskQuery query) {
        var turned = query.descending() ? " desc" : "";
        return switch (query.sort()) {
            case DeskQuery.BY_TITLE -> " order by i.titleKey" + turned + ", i.id";
            case DeskQuery.BY_PLACE -> " order by i.place" + turned + ", i.updatedAt desc, i.id desc";
            case DeskQuery.BY_CHANGE -> " order by i.updatedAt" + turned + ", i.id" + turned;
            default -> " order by i.updatedAt desc, i.id desc";
        };
    }

    /** The conditions of a list of the board, as JPQL. */
    private static final class Asked {

        private final List<String> conditions = new ArrayList<>();
        private final HashMap<String, Object> parameters = new HashMap<>();

        private final String place;

        Asked(DeskQuery query) {
            place = place(query);
            and("i.kind = :kind", "kind", query.kind());
            if (query.seen() != null) {
                conditions.add("(" + in("seen", query.seen()) + " or i.state in :readable and "
                        + in("seen", query.seen(), "i.shownPlace") + " or i.createdBy = :me)");
                parameters.put("readable", EnumSet.of(ItemState.PUBLISHED, ItemState.ARCHIVED));
                parameters.put("me", query.me());
            }
            if (!query.place().isEmpty()) {
                and(place + " = :place", "place", query.place());
            }
            if (!query.unit().isEmpty()) {
                and(unit(query) + " = :unit", "unit", query.unit());
            }
            if (!query.text().isEmpty()) {
                and("i.titleKey like :text escape '!'", "text", "%" + literally(query.text()) + "%");
            }
            switch (query.view()) {
                case MINE -> {
                    conditions.add("(i.createdBy = :me or i.changedBy = :me or i.submittedBy = :me)");
                    parameters.put("me", query.me());
                }
                case WAITING -> waiting(query);
                case RETURNED -> and("i.review = :review", "review", ReviewState.RETURNED);
                case SCHEDULED -> and("i.review = :review", "review", ReviewState.SCHEDULED);
                case PUBLISHED -> and("i.state = :state", "state", ItemState.PUBLISHED);
                case WITHDRAWN ->
                    and(
                            "i.state in :states",
                            "states",
                            EnumSet.of(ItemState.WITHDRAWN, ItemState.ARCHIVED, ItemState.REDIRECTED));
                case DUE -> {
                    and("i.state = :state", "state", ItemState.PUBLISHED);
                    and("i.reviewOn <= :today", "today", query.today());
                }
                case SOURCE ->
                    and("i.sourceMark in :marks", "marks", EnumSet.of(SourceMark.CHANGED, SourceMark.VANISHED));
                case MONTH -> month(query);
                case URGENT -> conditions.add("i.urgentBy <> ''");
                case ALL -> {}
            }
        }

        private void month(DeskQuery query) {
            var month = YearMonth.from(query.today());
            and("i.state = :state", "state", ItemState.PUBLISHED);
            conditions.add(in("monthly", query.monthly()));
            and(
                    "i.publishedAt >= :from",
                    "from",
                    month.atDay(1).atStartOfDay(Time.ZONE).toInstant());
            and(
                    "i.publishedAt < :until",
                    "until",
                    month.plusMonths(1).atDay(1).atStartOfDay(Time.ZONE).toInstant());
        }

        /** What was given back waits for whoever handed it in and whoever wrote it, and not for those who put it right in review. */
        private void waiting(DeskQuery query) {
            conditions.add("(i.review = :submitted and i.changedBy <> :me and i.submittedBy <> :me and "
                    + in("decides", query.decides()) + " or i.review = :approved and "
                    + in("publishes", query.publishes()) + " or i.review = :returned and (i.submittedBy = :me"
                    + " or i.changedBy = :me and not exists (select s.id from ItemStep s where s.itemId = i.id"
                    + " and s.version = i.newestVersion and s.deed = :amended)))");
            parameters.put("amended", Deed.AMEND);
            parameters.put("submitted", ReviewState.SUBMITTED);
            parameters.put("approved", ReviewState.APPROVED);
            parameters.put("returned", ReviewState.RETURNED);
            parameters.put("me", query.me());
        }

        private void and(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.put(name, value);
        }

        private String in(String name, @Nullable Set<String> places) {
            return in(name, places, place);
        }

        private String in(String name, @Nullable Set<String> places, String place) {
            if (places == null) {
                return "1 = 1";
            }
            if (places.isEmpty()) {
                return "1 = 0";
            }
            parameters.put(name, places);
            return place + " in :" + name;
        }

        /** What comes out in a month is told by where the public has it; a draft that moves it elsewhere moves nothing of that. */
        static String place(DeskQuery query) {
            return query.view() == DeskQuery.View.MONTH ? "i.shownPlace" : "i.place";
        }

        static String unit(DeskQuery query) {
            return query.view() == DeskQuery.View.MONTH ? "i.shownUnit" : "i.unit";
        }

        private static String literally(String text) {
            return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }

        String where() {
            return String.join(" and ", conditions);
        }
    }
}
