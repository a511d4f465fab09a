package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.web.PublicItem;

/** The procedures in the database. */
@ApplicationScoped
class ProcedureRepository {

    private static final String IN_FORCE = " p.status <> vn.minhbach.procedure.ProcedureStatus.ABOLISHED";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    ProcedureRepository() {}

    ProcedureRepository(EntityManager em) {
        this.em = em;
    }

    void add(Procedure procedure) {
        em.persist(procedure);
    }

    void remove(Procedure procedure) {
        em.remove(procedure);
    }

    /** All that is public by code, as far as the desk's list needs it: rows of code, title, field, org, status, moment of change. */
    List<Object[]> heads() {
        return em.createQuery(
                        "select p.code, p.title, p.field, p.org, p.status, p.updatedAt from Procedure p order by p.code",
                        Object[].class)
                .getResultList();
    }

    void add(LifeEvent event) {
        em.persist(event);
    }

    void remove(LifeEvent event) {
        em.remove(event);
    }

    Optional<LifeEvent> lifeEvent(long id) {
        return Optional.ofNullable(em.find(LifeEvent.class, id));
    }

    /** Puts a removed event back under its number and with its version. */
    void restore(KeptRow row) {
        em.createNativeQuery("insert into life_event (id, version, slug, name, icon, description, first_codes, fields,"
                        + " title_words, position, english_name, english_description, updated_at, updated_by)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, row.get(LifeEventStore.SLUG))
                .setParameter(4, row.get(LifeEventStore.NAME))
                .setParameter(5, row.get(LifeEventStore.ICON))
                .setParameter(6, row.get(LifeEventStore.DESCRIPTION))
                .setParameter(7, row.get(LifeEventStore.FIRST))
                .setParameter(8, row.get(LifeEventStore.FIELDS_GATHERED))
                .setParameter(9, row.get(LifeEventStore.WORDS))
                .setParameter(10, row.position())
                .setParameter(11, row.get(LifeEventStore.NAME_EN))
                .setParameter(12, row.get(LifeEventStore.DESCRIPTION_EN))
                .setParameter(13, LocalDateTime.ofInstant(row.updatedAt(), ZoneOffset.UTC))
                .setParameter(14, row.updatedBy())
                .executeUpdate();
    }

    /** What says of each procedure in force under which life events it stands. */
    List<LifeEvent.Gathered> gathered() {
        return em.createQuery(
                        "select p.code, p.title, p.field, p.lifeEvents from Procedure p where" + IN_FORCE,
                        Object[].class)
                .getResultStream()
                .map(row -> new LifeEvent.Gathered((String) row[0], (String) row[1], (String) row[2], chosen(row[3])))
                .toList();
    }

    private static List<String> chosen(Object slugs) {
        return ((List<?>) slugs).stream().map(String::valueOf).toList();
    }

    void flush() {
        em.flush();
    }

    void add(ImportRun run) {
        em.persist(run);
    }

    void add(ProcedureSource source) {
        em.persist(source);
    }

    Optional<ProcedureSource> source(String code) {
        return Optional.ofNullable(em.find(ProcedureSource.class, code));
    }

    boolean hasSource(String code) {
        return em.createQuery("select count(s) from ProcedureSource s where s.code = :code", Long.class)
                        .setParameter("code", code)
                        .getSingleResult()
                > 0;
    }

    List<ProcedureSource> sources(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : em.createQuery("select s from ProcedureSource s where s.code in :codes", ProcedureSource.class)
                        .setParameter("codes", codes)
                        .getResultList();
    }

    Optional<Procedure> byCode(String code) {
        return Optional.ofNullable(em.createQuery("select p from Procedure p where p.code = :code", Procedure.class)
                .setParameter("code", code)
                .getSingleResultOrNull());
    }

    List<Procedure> byCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : em.createQuery("select p from Procedure p where p.code in :codes", Procedure.class)
                        .setParameter("codes", codes)
                        .getResultList();
    }

    List<Procedure> frequent(int size) {
        return em.createQuery(
                        "select p from Procedure p where p.frequent = true"
                                + " and p.status <> vn.minhbach.procedure.ProcedureStatus.ABOLISHED order by p.id",
                        Procedure.class)
                .setMaxResults(size)
                .getResultList();
    }

    /** The codes of all procedures in ascending order. */
    List<String> codes() {
        return em.createQuery("select p.code from Procedure p order by p.code", String.class)
                .getResultList();
    }

    List<Procedure> after(long id, int size) {
        return em.createQuery("select p from Procedure p where p.id > :id order by p.id", Procedure.class)
                .setParameter("id", id)
                .setMaxResults(size)
                .getResultList();
    }

    long count() {
        return em.createQuery("select count(p) from Procedure p", Long.class).getSingleResult();
    }

    long inForce() {
        return em.createQuery(
                        "select count(p) from Procedure p where p.status <> vn.minhbach.procedure.ProcedureStatus.ABOLISHED",
                        Long.class)
                .getSingleResult();
    }

    List<LifeEvent> lifeEvents() {
        return em.createQuery("select e from LifeEvent e order by e.position, e.id", LifeEvent.class)
                .getResultList();
    }

    /** Who announces procedures. */
    List<String> agencies() {
        return em.createQuery("select distinct p.org from Procedure p where p.org <> ''", String.class)
                .getResultList();
    }

    List<String> fields() {
        return em.createQuery(
                        "select distinct p.field from Procedure p where" + IN_FORCE + " and p.field <> ''",
                        String.class)
                .getResultList();
    }

    /** Runs that have no end: one that is at work, or was cut off. */
    List<ImportRun> openRuns() {
        return em.createQuery("select r from ImportRun r where r.finishedAt is null order by r.id", ImportRun.class)
                .getResultList();
    }

    /** The run as it stands in the database. */
    ImportRun current(ImportRun run) {
        return em.find(ImportRun.class, run.getId());
    }

    Optional<ImportRun> lastRun() {
        return em.createQuery("select r from ImportRun r order by r.id desc", ImportRun.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    long lastId() {
        return em.createQuery("select coalesce(max(p.id), 0) from Procedure p", Number.class)
                .getSingleResult()
                .longValue();
    }

    Optional<Instant> publicChanged(long after, long until) {
        return em.createQuery(
                        "select p.updatedAt from Procedure p where" + IN_FORCE
                                + " and p.id > :after and p.id <= :until order by p.updatedAt desc",
                        Instant.class)
                .setParameter("after", after)
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<PublicItem> publicItems(long after, long until) {
        return em.createQuery(
                        "select p.code, p.updatedAt from Procedure p where" + IN_FORCE
                                + " and p.id > :after and p.id <= :until order by p.id",
                        Object[].class)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultStream()
                .map(row -> new PublicItem((String) row[0], (Instant) row[1]))
                .toList();
    }

    void forget() {
        em.clear();
    }
}
