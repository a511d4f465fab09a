package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Paged;

/** What can be done with procedures. */
@ApplicationScoped
@Transactional
public class ProcedureService {

    /** The kind's word in the change log, the index and the API. */
    public static final String KIND = "procedure";

    private static final int FREQUENT = 5;

    @Inject
    ProcedureRepository procedures;

    @Inject
    ChangeLog changes;

    @Inject
    Derived<List<Procedure>> frequent;

    @Inject
    Derived<List<String>> codes;

    @Inject
    Derived<Long> inForce;

    @Inject
    Derived<List<LifeEvent>> lifeEvents;

    @Inject
    Derived<List<String>> fields;

    /** Takes in a new procedure; it is public at once. */
    @Permit(Permission.KEEP_PROCEDURES)
    public void add(@Valid Procedure procedure) {
        procedures.add(procedure);
        changes.published(KIND, procedure.getCode());
    }

    @Permit(Permission.KEEP_PROCEDURES)
    public void add(LifeEvent event) {
        procedures.add(event);
    }

    /** The procedure with this national code, in force or abolished. */
    public Procedure get(String code) {
        return procedures.byCode(code).orElseThrow(() -> new NotFoundException(KIND, code));
    }

    /** Those of the codes that the portal has. */
    public List<Procedure> find(Collection<String> codes) {
        return procedures.byCodes(codes);
    }

    /** The procedures that most people ask for, as the editors marked them. */
    public List<Procedure> frequent() {
        return frequent.get(() -> procedures.frequent(FREQUENT));
    }

    /** A page of all procedures by code, for the API. */
    public Paged<Procedure> page(int first, int size) {
        return Paged.of(codes.get(procedures::codes), first, size, procedures::byCodes, Procedure::getCode);
    }

    public long inForce() {
        return inForce.get(procedures::inForce);
    }

    public long total() {
        return procedures.count();
    }

    public List<LifeEvent> lifeEvents() {
        return lifeEvents.get(procedures::lifeEvents);
    }

    /** The fields of government that any procedure in force belongs to. */
    public List<String> fields() {
        return fields.get(procedures::fields);
    }

    public Optional<ImportRun> lastImport() {
        return procedures.lastRun();
    }
}
