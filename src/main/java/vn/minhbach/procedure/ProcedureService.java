package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Paged;
import vn.minhbach.shared.Text;

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
    Derived<Map<String, List<String>>> agencies;

    @Inject
    Derived<Long> inForce;

    @Inject
    Derived<Long> total;

    @Inject
    Derived<List<LifeEvent>> lifeEvents;

    @Inject
    Derived<List<String>> fields;

    @Inject
    Clock clock;

    protected ProcedureService() {}

    /** For a command that runs beside the portal and holds its own transaction. It changes; what is derived it does not know. */
    @SuppressWarnings("NullAway.Init")
    ProcedureService(EntityManager em, Clock clock) {
        this.procedures = new ProcedureRepository(em);
        this.changes = new ChangeLog(em, clock);
        this.clock = clock;
    }

    /** Takes in a new procedure; it is public at once. */
    @Permit(Permission.KEEP_PROCEDURES)
    public void add(@Valid Procedure procedure) {
        procedures.add(procedure);
        changes.published(KIND, procedure.getCode());
    }

    /** Keeps what the source said of a procedure beside it. */
    @Permit(Permission.KEEP_PROCEDURES)
    public void keepSource(@Subject String code, SourceText text) {
        var now = clock.instant();
        var known = procedures.source(code);
        if (known.isEmpty()) {
            procedures.add(new ProcedureSource(code, text, now));
        }
        if (known.isEmpty() || known.get().accept(text, now)) {
            get(code).sourceChanged(now);
            changes.published(KIND, code);
        }
    }

    @Permit(Permission.KEEP_PROCEDURES)
    public void add(LifeEvent event) {
        procedures.add(event);
    }

    /**
     * Notes that an import begins. One that has no end by now was cut off, and is given its end.
     *
     * @return the run, to be handed over with every further step
     */
    @Permit(Permission.KEEP_PROCEDURES)
    public ImportRun beginImport(@Subject String fileName) {
        var now = clock.instant();
        for (var open : procedures.openRuns()) {
            open.end(ImportReport.cutOff(open), now);
        }
        var run = new ImportRun(fileName, now);
        procedures.add(run);
        return run;
    }

    /**
     * What a file announces.
     *
     * @param procedure as we read it
     * @param source as the file has it, word by word
     */
    public record Announced(ProcedureRecord procedure, SourceText source) {

        String code() {
            return procedure.code();
        }
    }

    /**
     * Takes over what was announced: all of it, or nothing if it throws.
     *
     * @param run the import that brings it; it keeps how far it has come
     * @return what became of each, in the order given
     */
    @Permit(Permission.KEEP_PROCEDURES)
    public List<ImportReport.Outcome> takeOver(ImportRun run, List<Announced> announced) {
        var known = procedures.byCodes(announced.stream().map(Announced::code).toList()).stream()
                .collect(Collectors.toMap(Procedure::getCode, one -> one));
        var sources = procedures.sources(known.keySet()).stream()
                .collect(Collectors.toMap(ProcedureSource::getCode, one -> one));
        var outcomes = new ArrayList<ImportReport.Outcome>();
        var touched = new ArrayList<String>();
        for (var each : announced) {
            var outcome = takeOver(each, known.get(each.code()), sources.get(each.code()));
            outcomes.add(outcome);
            if (outcome != ImportReport.Outcome.UNCHANGED) {
                touched.add(each.code());
            }
        }
        procedures.current(run).count(outcomes);
        changes.published(KIND, touched);
        return outcomes;
    }

    private ImportReport.Outcome takeOver(
            Announced announced, @Nullable Procedure known, @Nullable ProcedureSource source) {
        var now = clock.instant();
        var isNews = source == null || source.accept(announced.source(), now);
        if (source == null) {
            procedures.add(new ProcedureSource(announced.code(), announced.source(), now));
        }
        if (known == null) {
            procedures.add(new Procedure(announced.procedure(), now));
            return ImportReport.Outcome.ADDED;
        }
        if (isNews) {
            known.sourceChanged(now);
        }
        return known.accept(announced.procedure(), now) || isNews
                ? ImportReport.Outcome.CHANGED
                : ImportReport.Outcome.UNCHANGED;
    }

    /** Keeps what an import did. */
    @Permit(Permission.KEEP_PROCEDURES)
    public void endImport(ImportRun run, ImportReport report) {
        procedures.current(run).finish(report, clock.instant());
    }

    /** Whether there is a procedure of this code. */
    public boolean isKnown(String code) {
        return procedures.byCode(code).isPresent();
    }

    /** The procedure with this national code, in force or abolished. */
    public Procedure get(String code) {
        return procedures.byCode(code).orElseThrow(() -> new NotFoundException(KIND, code));
    }

    /** What the import file said of it, word by word; nothing if it was not imported. */
    public SourceText source(String code) {
        return procedures.source(code).map(ProcedureSource::getText).orElse(SourceText.NONE);
    }

    /** Whether it is kept what the import file said of it. */
    public boolean hasSource(String code) {
        return procedures.hasSource(code);
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

    /** The spellings under which the bodies with these names announce procedures: "UBND tỉnh" is "Ủy ban nhân dân tỉnh". */
    public List<String> agencies(String... names) {
        var known = agencies.get(
                () -> procedures.agencies().stream().collect(Collectors.groupingBy(ProcedureService::spelled)));
        return Stream.of(names)
                .filter(name -> !name.isBlank())
                .map(ProcedureService::spelled)
                .distinct()
                .flatMap(name -> known.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private static String spelled(String agency) {
        return Text.fold(Text.line(agency)).replace("uy ban nhan dan", "ubnd");
    }

    public long inForce() {
        return inForce.get(procedures::inForce);
    }

    /** How many there are, abolished ones included: what the list of procedures holds. */
    public long total() {
        return total.get(procedures::count);
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
