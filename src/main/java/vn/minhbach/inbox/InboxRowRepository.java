package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.Time;

/** The rows by which the inbox is run, in the database: kinds with what is agreed to, wrong doors, and how long things are kept. */
@ApplicationScoped
class InboxRowRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    InboxRowRepository() {}

    InboxRowRepository(EntityManager em) {
        this.em = em;
    }

    void add(Object row) {
        em.persist(row);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    void remove(Object row) {
        em.remove(row);
        em.flush();
    }

    // Kinds

    List<SubmissionKind> kinds() {
        return em.createQuery("select k from SubmissionKind k order by k.position, k.key", SubmissionKind.class)
                .getResultList();
    }

    Optional<SubmissionKind> kind(long id) {
        return Optional.ofNullable(em.find(SubmissionKind.class, id));
    }

    /** Whether anything was ever sent under a kind. */
    boolean isUsed(String kind) {
        return em.createQuery("select count(s) from Submission s where s.kind = :kind", Long.class)
                        .setParameter("kind", kind)
                        .getSingleResult()
                > 0;
    }

    void restoreKind(KeptRow row) {
        var family = KindStore.family(row.values());
        em.createNativeQuery(
                        "insert into inbox_kind (id, version, kind_key, slug, form, position, name_vi, name_en, lead_vi,"
                                + " lead_en, fields, second_person, publishable, consent_version, consent_vi, consent_en, taken,"
                                + " updated_at, updated_by, index_family) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                                + " ?13, ?14, ?15, ?16, ?17, ?18, ?19, nullif(?20, ''))")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, row.get(KindStore.KEY))
                .setParameter(4, row.get(KindStore.SLUG))
                .setParameter(5, row.get(KindStore.FORM))
                .setParameter(6, row.position())
                .setParameter(7, row.get(KindStore.NAME))
                .setParameter(8, row.get(KindStore.NAME_EN))
                .setParameter(9, row.get(KindStore.LEAD))
                .setParameter(10, row.get(KindStore.LEAD_EN))
                .setParameter(11, AskedFields.read(row.get(KindStore.ASKED)))
                .setParameter(12, YesNo.is(row.values(), KindStore.SECOND_PERSON))
                .setParameter(13, YesNo.is(row.values(), KindStore.PUBLISHABLE))
                .setParameter(14, row.get(KindStore.CONSENT_VERSION))
                .setParameter(15, row.get(KindStore.CONSENT))
                .setParameter(16, row.get(KindStore.CONSENT_EN))
                .setParameter(17, YesNo.is(row.values(), KindStore.TAKEN))
                .setParameter(18, moment(row.updatedAt()))
                .setParameter(19, row.updatedBy())
                .setParameter(20, family == null ? "" : family.name())
                .executeUpdate();
    }

    private static LocalDateTime moment(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    // What is agreed to

    List<InboxConsent> consents(String kind) {
        return em.createQuery("select c from InboxConsent c where c.kind = :kind order by c.id", InboxConsent.class)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** What the sender of a submission agreed to. */
    Optional<InboxConsent> consentOf(long submission) {
        return Optional.ofNullable(em.createQuery(
                        "select c from InboxConsent c, Submission s where s.id = :id and c.version = s.consentVersion"
                                + " and (c.kind = s.consentKind or s.consentKind = '' and c.kind = s.kind)",
                        InboxConsent.class)
                .setParameter("id", submission)
                .getSingleResultOrNull());
    }

    /** The version of what is agreed to: of the text that was kept before, or the next of the year. */
    String consentVersion(String kind, String vietnamese, String english, Instant now) {
        var known = consents(kind);
        var same = known.stream().filter(each -> each.says(vietnamese, english)).findFirst();
        if (same.isPresent()) {
            return same.get().getVersion();
        }
        var year = Time.day(now).getYear() + "-";
        var number = known.stream()
                        .filter(each -> each.getVersion().startsWith(year))
                        .mapToInt(each -> Integer.parseInt(each.getVersion().substring(year.length())))
                        .max()
                        .orElse(0)
                + 1;
        var fresh = new InboxConsent(kind, year + String.format(Locale.ROOT, "%02d", number), vietnamese, english, now);
        add(fresh);
        return fresh.getVersion();
    }

    // Wrong doors

    List<WrongDoor> doors() {
        return em.createQuery("select d from WrongDoor d order by d.position, d.key", WrongDoor.class)
                .getResultList();
    }

    Optional<WrongDoor> door(long id) {
        return Optional.ofNullable(em.find(WrongDoor.class, id));
    }

    void restoreDoor(KeptRow row) {
        em.createNativeQuery(
                        "insert into inbox_wrong_door (id, version, door_key, position, phrases, title_vi, title_en,"
                                + " text_vi, text_en, url, updated_at, updated_by)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, row.get(WrongDoorStore.KEY))
                .setParameter(4, row.position())
                .setParameter(5, row.get(WrongDoorStore.PHRASES))
                .setParameter(6, row.get(WrongDoorStore.TITLE))
                .setParameter(7, row.get(WrongDoorStore.TITLE_EN))
                .setParameter(8, row.get(WrongDoorStore.TEXT))
                .setParameter(9, row.get(WrongDoorStore.TEXT_EN))
                .setParameter(10, row.get(WrongDoorStore.URL))
                .setParameter(11, moment(row.updatedAt()))
                .setParameter(12, row.updatedBy())
                .executeUpdate();
    }

    // How long things are kept

    List<Retention> retentions() {
        return em.createQuery("select r from Retention r order by r.kind, r.validFrom, r.id", Retention.class)
                .getResultList();
    }

    Optional<Retention> retention(long id) {
        return Optional.ofNullable(em.find(Retention.class, id));
    }

    void restoreRetention(KeptRow row) {
        em.createNativeQuery(
                        "insert into inbox_retention (id, version, kind_key, months, on_request, basis, certainty, applied,"
                                + " valid_from, note, updated_at, updated_by)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as date), ?10, ?11, ?12)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, row.get(RetentionStore.OF))
                .setParameter(4, Integer.parseInt(row.get(RetentionStore.MONTHS)))
                .setParameter(5, YesNo.is(row.values(), RetentionStore.ON_REQUEST))
                .setParameter(6, row.get(RetentionStore.BASIS))
                .setParameter(7, row.get(RetentionStore.CERTAINTY))
                .setParameter(8, YesNo.is(row.values(), RetentionStore.APPLIED))
                .setParameter(9, row.get(RetentionStore.FROM))
                .setParameter(10, row.get(RetentionStore.NOTE))
                .setParameter(11, moment(row.updatedAt()))
                .setParameter(12, row.updatedBy())
                .executeUpdate();
    }
}
