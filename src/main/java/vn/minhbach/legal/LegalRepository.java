package vn.minhbach.legal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.minhbach.desk.KeptRow;

/** The days and rules in the database. */
@ApplicationScoped
class LegalRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    LegalRepository() {}

    LegalRepository(EntityManager em) {
        this.em = em;
    }

    List<CalendarDay> days() {
        return em.createQuery("select d from CalendarDay d order by d.day", CalendarDay.class)
                .getResultList();
    }

    List<TimeRule> rules() {
        return em.createQuery("select r from TimeRule r order by r.kind, r.step, r.validFrom, r.id", TimeRule.class)
                .getResultList();
    }

    Optional<CalendarDay> day(long id) {
        return Optional.ofNullable(em.find(CalendarDay.class, id));
    }

    Optional<TimeRule> rule(long id) {
        return Optional.ofNullable(em.find(TimeRule.class, id));
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

    void restoreDay(KeptRow row) {
        em.createNativeQuery("insert into legal_calendar_day (id, version, on_day, day_kind, title, basis, certainty,"
                        + " counted, updated_at, updated_by)"
                        + " values (?1, ?2, cast(?3 as date), ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, row.get("day"))
                .setParameter(4, row.get("kind"))
                .setParameter(5, row.get("title"))
                .setParameter(6, row.get("basis"))
                .setParameter(7, row.get("certainty"))
                .setParameter(8, row.get("counted").equals(RowWords.YES))
                .setParameter(9, LocalDateTime.ofInstant(row.updatedAt(), ZoneOffset.UTC))
                .setParameter(10, row.updatedBy())
                .executeUpdate();
    }

    void restoreRule(KeptRow row) {
        var until = row.get("until");
        em.createNativeQuery("insert into legal_time_rule (id, version, rule_kind, step, amount, time_unit, basis,"
                        + " certainty, applied, valid_from, valid_until, note, updated_at, updated_by)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as date), cast(nullif(?11, '') as date),"
                        + " ?12, ?13, ?14)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, row.get("kind"))
                .setParameter(4, row.get("step"))
                .setParameter(5, Integer.parseInt(row.get("length")))
                .setParameter(6, row.get("unit"))
                .setParameter(7, row.get("basis"))
                .setParameter(8, row.get("certainty"))
                .setParameter(9, row.get("applied").equals(RowWords.YES))
                .setParameter(10, row.get("from"))
                .setParameter(11, until)
                .setParameter(12, row.get("note"))
                .setParameter(13, LocalDateTime.ofInstant(row.updatedAt(), ZoneOffset.UTC))
                .setParameter(14, row.updatedBy())
                .executeUpdate();
    }
}
