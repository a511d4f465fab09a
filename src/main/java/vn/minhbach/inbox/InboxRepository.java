package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.sessions.UnitOfWork;
import vn.minhbach.change.ContentChange;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.web.PublicItem;

/** Submissions, their steps and answers, and what of them is public, in the database. */
@ApplicationScoped
class InboxRepository {

    /** What changed after somebody said that an answer agrees with it; conditions are added behind. */
    private static final String CHANGED = "select b from Basis b where exists (select c from ContentChange c"
            + " where c.kind = b.kind and c.contentId = b.contentId and c.changedAt > b.confirmedAt and c.action <> :touched)";

    /** Whoever sends more of the same is no case for a list of proposals. */
    private static final int MOST_OTHERS = 20;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    InboxRepository() {}

    InboxRepository(EntityManager em) {
        this.em = em;
    }

    List<SubmissionKind> kinds() {
        return em.createQuery("select k from SubmissionKind k order by k.position, k.key", SubmissionKind.class)
                .getResultList();
    }

    List<WrongDoor> wrongDoors() {
        return em.createQuery("select d from WrongDoor d order by d.position, d.key", WrongDoor.class)
                .getResultList();
    }

    void add(Object row) {
        em.persist(row);
        em.flush();
    }

    Optional<Submission> find(long id) {
        return Optional.ofNullable(em.find(Submission.class, id));
    }

    /**
     * From here on what is read is read by the connection that is going to write. Until something is written each read would take another
     * one from the pool and give it back, and with H2 that costs as much as the reading.
     */
    void beginToWrite() {
        em.unwrap(UnitOfWork.class).beginEarlyTransaction();
    }

    boolean hasForm(String key) {
        return em.createQuery("select s.id from Submission s where s.formKey = :key", Long.class)
                        .setParameter("key", key)
                        .getSingleResultOrNull()
                != null;
    }

    Optional<Submission> byForm(String key) {
        return one("select s from Submission s where s.formKey = :key", key);
    }

    /** By what the owner of a submission is known again. */
    record Owner(long number, String phoneKey, String emailKey) {}

    /** @param keys the blind words of a code, by each key that there is */
    Optional<Owner> ownerByCode(List<String> keys) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        return em
                .createQuery(
                        "select s.id, s.phoneKey, s.emailKey from Submission s where s.codeKey in :keys",
                        Object[].class)
                .setParameter("keys", keys)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Owner(((Number) row[0]).longValue(), (String) row[1], (String) row[2]));
    }

    private Optional<Submission> one(String query, String key) {
        return Optional.ofNullable(
                em.createQuery(query, Submission.class).setParameter("key", key).getSingleResultOrNull());
    }

    boolean hasEvent(String formKey) {
        return em.createQuery("select count(e) from InboxEvent e where e.formKey = :key", Long.class)
                        .setParameter("key", formKey)
                        .getSingleResult()
                > 0;
    }

    boolean hasEvent(long submission, InboxDeed deed, String target) {
        return em.createQuery(
                                "select count(e) from InboxEvent e where e.submission = :submission and e.deed = :deed"
                                        + " and e.target = :target",
                                Long.class)
                        .setParameter("submission", submission)
                        .setParameter("deed", deed)
                        .setParameter("target", target)
                        .getSingleResult()
                > 0;
    }

    long events(long submission, InboxDeed deed) {
        return em.createQuery(
                        "select count(e) from InboxEvent e where e.submission = :submission and e.deed = :deed",
                        Long.class)
                .setParameter("submission", submission)
                .setParameter("deed", deed)
                .getSingleResult();
    }

    List<InboxEvent> events(long submission) {
        return em.createQuery(
                        "select e from InboxEvent e where e.submission = :submission order by e.id", InboxEvent.class)
                .setParameter("submission", submission)
                .getResultList();
    }

    /** @param sealed the words, sealed together; empty for none */
    void keepWords(long submission, String sealed, Instant now) {
        var known = em.find(KeptWords.class, submission);
        if (known == null) {
            em.persist(new KeptWords(submission, sealed, now));
        } else {
            known.keep(sealed, now);
        }
    }

    Optional<InboxAnswer> answer(long submission, int number) {
        return Optional.ofNullable(em.createQuery(
                        "select a from InboxAnswer a where a.submission = :submission and a.number = :number",
                        InboxAnswer.class)
                .setParameter("submission", submission)
                .setParameter("number", number)
                .getSingleResultOrNull());
    }

    List<InboxAnswer> answers(long submission) {
        return em.createQuery(
                        "select a from InboxAnswer a where a.submission = :submission order by a.number desc",
                        InboxAnswer.class)
                .setParameter("submission", submission)
                .getResultList();
    }

    List<Long> open() {
        return em.createQuery("select s.id from Submission s where s.state in :states order by s.id", Long.class)
                .setParameter("states", InboxQuery.waiting())
                .getResultList();
    }

    /** Those of a kind that were answered, and of which nobody has decided whether that becomes public. */
    List<Submission> answered(String kind) {
        return em.createQuery(
                        "select s from Submission s where s.kind = :kind and s.state = :answered order by s.id",
                        Submission.class)
                .setParameter("kind", kind)
                .setParameter("answered", InboxState.ANSWERED)
                .getResultList();
    }

    // The queue

    /** The numbers of all that a query finds, in order. */
    List<Long> numbers(InboxQuery query) {
        var parameters = new HashMap<String, Object>();
        return numbers(query, where(query, parameters), parameters).getResultList();
    }

    /** Those of them that are among some. */
    List<Long> numbers(InboxQuery query, Set<Long> among) {
        if (among.isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, Object>();
        var where = where(query, parameters) + " and s.id in :among";
        parameters.put("among", among);
        return numbers(query, where, parameters).getResultList();
    }

    /** The first of them. */
    List<Long> numbers(InboxQuery query, int most) {
        var parameters = new HashMap<String, Object>();
        return numbers(query, where(query, parameters), parameters)
                .setMaxResults(most)
                .getResultList();
    }

    private TypedQuery<Long> numbers(InboxQuery query, String where, Map<String, Object> parameters) {
        return filled(
                em.createQuery(
                        "select s.id from Submission s where " + where + " order by " + order(query), Long.class),
                parameters);
    }

    long count(InboxQuery query) {
        var parameters = new HashMap<String, Object>();
        return filled(
                        em.createQuery(
                                "select count(s) from Submission s where " + where(query, parameters), Long.class),
                        parameters)
                .getSingleResult();
    }

    /** The same of each unit, by its slug; empty for what no unit has yet. */
    Map<String, Long> countOfUnits(InboxQuery query) {
        var parameters = new HashMap<String, Object>();
        var counts = new HashMap<String, Long>();
        filled(
                        em.createQuery(
                                "select s.unit, count(s) from Submission s where " + where(query, parameters)
                                        + " group by s.unit",
                                Object[].class),
                        parameters)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
        return counts;
    }

    /** The same by what most views ask for. */
    List<InboxQuery.Heap> heaps(InboxQuery query) {
        var parameters = new HashMap<String, Object>();
        return filled(
                        em.createQuery(
                                "select s.state, s.handler, s.dueDay, count(s) from Submission s where "
                                        + where(query, parameters) + " group by s.state, s.handler, s.dueDay",
                                Object[].class),
                        parameters)
                .getResultList()
                .stream()
                .map(row -> new InboxQuery.Heap(
                        (InboxState) row[0], (String) row[1], (LocalDate) row[2], ((Number) row[3]).longValue()))
                .toList();
    }

    private static <T> TypedQuery<T> filled(TypedQuery<T> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String where(InboxQuery query, Map<String, Object> parameters) {
        var all = new ArrayList<String>();
        view(query, all, parameters);
        var units = query.units();
        if (units != null) {
            if (units.isEmpty()) {
                all.add("1 = 0");
            } else {
                all.add("s.unit in :units");
                parameters.put("units", units);
            }
        }
        if (!query.kind().isEmpty()) {
            all.add("s.kind = :kind");
            parameters.put("kind", query.kind());
        }
        if (!query.unit().isEmpty()) {
            all.add("s.unit = :unit");
            parameters.put("unit", query.unit().equals(InboxQuery.NO_UNIT) ? "" : query.unit());
        }
        var sought = query.sought();
        if (sought != null) {
            switch (sought.by()) {
                case NUMBER -> {
                    all.add("s.id = :number");
                    parameters.put("number", Long.valueOf(sought.words().getFirst()));
                }
                case CODE -> {
                    all.add("s.codeKey in :sought");
                    parameters.put("sought", sought.words());
                }
                case PHONE -> {
                    all.add("s.phoneKey in :sought");
                    parameters.put("sought", sought.words());
                }
                case EMAIL -> {
                    all.add("s.emailKey in :sought");
                    parameters.put("sought", sought.words());
                }
                case WORDS -> {
                    // Texts lie sealed; who asks looks for them elsewhere.
                }
                case NOTHING -> all.add("1 = 0");
            }
        }
        // Everything in the order of days is read off one index, all else off that of the queue, which begins with the
        // state.
        if (!all.isEmpty() || !query.isEverythingByDay()) {
            all.addFirst("s.state in :states");
            parameters.put("states", query.states());
        }
        return all.isEmpty() ? "1 = 1" : String.join(" and ", all);
    }

    /** What a view asks beside the state. */
    private static void view(InboxQuery query, List<String> all, Map<String, Object> parameters) {
        switch (query.view()) {
            case MINE -> {
                all.add("s.handler = :me");
                parameters.put("me", query.me());
            }
            case SHORTLIST -> {
                all.add("s.id in (select l.submission from Shortlisted l where l.account = :me)");
                parameters.put("me", query.me());
            }
            case LATE -> {
                all.add("s.dueDay < :today");
                parameters.put("today", query.today());
            }
            case NOBODYS -> all.add("s.handler = ''");
            case THIS_WEEK -> {
                all.add("s.dueDay between :today and :sunday");
                parameters.put("today", query.today());
                parameters.put("sunday", query.sunday());
            }
            case WRITTEN -> {
                // As with what is promised: where nobody has written there is no moment to look at.
                all.add("s.id in (select w.id from Submission w where w.senderAt > :never)");
                parameters.put("never", Instant.EPOCH);
            }
            case OBJECTED -> {
                all.add("s.rating in :wrong");
                parameters.put("wrong", List.of(Submission.Rating.OFF_THE_POINT, Submission.Rating.PROMISED));
            }
            case PROMISED -> {
                // Few promise, and where nothing is promised there is no day to look at.
                all.add("s.id in (select p.id from Submission p where p.promiseDay between :first and :soon)");
                parameters.put("first", LocalDate.EPOCH);
                parameters.put("soon", query.today().plusDays(InboxQuery.PROMISE_SHOWN));
            }
            case NAMED -> {
                all.add("s.id in (select m.submission from Mention m where m.account = :me and m.seenAt is null)");
                parameters.put("me", query.me());
            }
            case TO_REVIEW -> {
                all.add("s.sentAnswer > 0 and s.id in (select o.submission from Basis o) and exists (" + CHANGED
                        + " and b.submission = s.id and b.number = s.sentAnswer)");
                parameters.put("touched", ContentChange.Action.TOUCHED);
            }
            case OPEN, NEW, ASKED, DRAFTS, TO_PUBLISH, DONE, ALL -> {
                // The state says it all.
            }
        }
    }

    private static String order(InboxQuery query) {
        var direction = query.descending() ? " desc" : "";
        return switch (query.sort()) {
            case InboxQuery.BY_RECEIPT -> "s.receivedAt" + direction + ", s.id" + direction;
            case InboxQuery.BY_KIND -> "s.kind" + direction + ", s.dueDay, s.id";
            case InboxQuery.BY_STATE -> "s.state" + direction + ", s.dueDay, s.id";
            default -> "s.dueDay" + direction + ", s.id";
        };
    }

    List<Submission> withNumbers(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select s from Submission s where s.id in :numbers", Submission.class)
                        .setParameter("numbers", List.copyOf(numbers))
                        .getResultList();
    }

    // What is public

    Optional<Publication> publication(long id) {
        return Optional.ofNullable(em.find(Publication.class, id));
    }

    Optional<Publication> publication(String slug) {
        return Optional.ofNullable(em.createQuery("select p from Publication p where p.slug = :slug", Publication.class)
                .setParameter("slug", slug)
                .getSingleResultOrNull());
    }

    void remove(Object row) {
        em.remove(row);
        em.flush();
    }

    long lastPublication() {
        return em.createQuery("select coalesce(max(p.id), 0) from Publication p", Number.class)
                .getSingleResult()
                .longValue();
    }

    long submissions() {
        return em.createQuery("select count(s) from Submission s", Long.class).getSingleResult();
    }

    long publicationCount() {
        return em.createQuery("select count(p) from Publication p", Long.class).getSingleResult();
    }

    List<PublicItem> publicItems(long after, long until) {
        return em.createQuery(
                        "select p.slug, p.publishedAt from Publication p where p.id > :after and p.id <= :until order by p.id",
                        Object[].class)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultStream()
                .map(row -> new PublicItem((String) row[0], (Instant) row[1]))
                .toList();
    }

    List<Publication> publicationsAfter(long id, int limit) {
        return em.createQuery("select p from Publication p where p.id > :id order by p.id", Publication.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    // What was joined, and what may be the same

    /** What was joined to a submission and waits for its answer. */
    List<Submission> joined(long id) {
        return em.createQuery(
                        "select s from Submission s where s.mergedInto = :id and s.state = :merged order by s.id",
                        Submission.class)
                .setParameter("id", id)
                .setParameter("merged", InboxState.MERGED)
                .getResultList();
    }

    /**
     * What is open and joined to nothing, of one kind.
     *
     * @param first the least number that is asked for
     * @param last the greatest
     */
    Set<Long> joinable(String kind, long first, long last) {
        return Set.copyOf(em.createQuery(
                        "select s.id from Submission s where s.state in :states and s.kind = :kind"
                                + " and s.id between :first and :last",
                        Long.class)
                .setParameter(
                        "states",
                        InboxQuery.open().stream()
                                .filter(state -> state != InboxState.MERGED)
                                .toList())
                .setParameter("kind", kind)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList());
    }

    /** What was joined to a submission, also what was answered with it since. */
    List<Submission> ofMatter(long id) {
        return em.createQuery("select s from Submission s where s.mergedInto = :id order by s.id", Submission.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Others with the same text, the newest first. @param keys the blind words of the text, by each key that there is */
    List<Submission> sameText(long id, List<String> keys) {
        return keys.isEmpty() ? List.of() : others("s.textKey in :keys", id, keys);
    }

    /** Others of the same sender, the newest first. */
    List<Submission> sameSender(long id, String phoneKey, String emailKey) {
        var found = new ArrayList<Submission>();
        if (!phoneKey.isEmpty()) {
            found.addAll(others("s.phoneKey in :keys", id, List.of(phoneKey)));
        }
        if (!emailKey.isEmpty()) {
            found.addAll(others("s.emailKey in :keys", id, List.of(emailKey)));
        }
        return found.stream().distinct().toList();
    }

    private List<Submission> others(String condition, long id, List<String> keys) {
        return em.createQuery(
                        "select s from Submission s where " + condition + " and s.id <> :id order by s.id desc",
                        Submission.class)
                .setParameter("keys", keys)
                .setParameter("id", id)
                .setMaxResults(MOST_OTHERS)
                .getResultList();
    }

    // What answers rest on

    /** It counts as changed: nobody else changes it in the same moment. */
    void hold(Submission submission) {
        em.lock(submission, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    List<Basis> basis(long submission, int number) {
        return em.createQuery(
                        "select b from Basis b where b.submission = :submission and b.number = :number order by b.id",
                        Basis.class)
                .setParameter("submission", submission)
                .setParameter("number", number)
                .getResultList();
    }

    /** What of it changed since somebody last said that the answer agrees with it. */
    List<Basis> changedBasis(long submission, int number) {
        return em.createQuery(
                        CHANGED + " and b.submission = :submission and b.number = :number order by b.id", Basis.class)
                .setParameter("submission", submission)
                .setParameter("number", number)
                .setParameter("touched", ContentChange.Action.TOUCHED)
                .getResultList();
    }

    /** When what an answer rests on changed last. */
    Optional<Instant> lastChange(Basis basis) {
        return em.createQuery(
                        "select c.changedAt from ContentChange c where c.kind = :kind and c.contentId = :id"
                                + " and c.action <> :touched order by c.position desc",
                        Instant.class)
                .setParameter("kind", basis.toSource().kind())
                .setParameter("id", basis.toSource().id())
                .setParameter("touched", ContentChange.Action.TOUCHED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    // Who was named

    List<Mention> unseen(long submission, String account) {
        return em.createQuery(
                        "select m from Mention m where m.submission = :submission and m.account = :account and m.seenAt is null",
                        Mention.class)
                .setParameter("submission", submission)
                .setParameter("account", account)
                .getResultList();
    }

    // Deeds on many

    Optional<Bulk> bulk(long id) {
        return Optional.ofNullable(em.find(Bulk.class, id));
    }

    List<BulkItem> items(long bulk) {
        return em.createQuery("select i from BulkItem i where i.bulk = :bulk order by i.id", BulkItem.class)
                .setParameter("bulk", bulk)
                .getResultList();
    }

    // Templates

    List<InboxTemplate> templates() {
        return em.createQuery("select t from InboxTemplate t order by t.kind, t.use, t.name, t.id", InboxTemplate.class)
                .getResultList();
    }

    Optional<InboxTemplate> template(long id) {
        return Optional.ofNullable(em.find(InboxTemplate.class, id));
    }

    void restoreTemplate(KeptRow row) {
        var kind = row.get(InboxTemplate.FOR_KIND);
        em.createNativeQuery("insert into inbox_template (id, version, name, kind_key, used_for, template, updated_at,"
                        + " updated_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, row.get(InboxTemplate.NAME))
                .setParameter(4, kind.equals(InboxTemplate.EVERY_KIND) ? "" : kind)
                .setParameter(5, row.get(InboxTemplate.USE))
                .setParameter(6, row.get(InboxTemplate.TEXT))
                .setParameter(7, LocalDateTime.ofInstant(row.updatedAt(), ZoneOffset.UTC))
                .setParameter(8, row.updatedBy())
                .executeUpdate();
    }

    void flush() {
        em.flush();
    }

    /** Lets go of what was read, so that a long walk keeps little. */
    void forget() {
        em.clear();
    }

    /** What goes with a version of the answer goes with the next as well. */
    void carryFiles(long submission, int version) {
        em.createQuery("update Enclosure e set e.answerUntil = e.answerUntil + 1"
                        + " where e.submission = :submission and e.answerFrom > 0 and e.answerUntil = :version")
                .setParameter("submission", submission)
                .setParameter("version", version)
                .executeUpdate();
    }
}
