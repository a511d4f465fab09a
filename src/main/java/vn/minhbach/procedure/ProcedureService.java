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
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.Items;
import vn.minhbach.editorial.ReviewState;
import vn.minhbach.shared.GoneException;
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
    Items items;

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
    Derived<List<LifeEvent>> offeredLifeEvents;

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
        this.items = Items.over(em, () -> Actor.PORTAL, clock);
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

    /** Has these life events instead of those with which a new portal begins. */
    @Permit(Permission.KEEP_PROCEDURES)
    public void begin(List<LifeEvent> events) {
        procedures.lifeEvents().forEach(procedures::remove);
        procedures.flush();
        events.forEach(procedures::add);
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
     * @param source as the file has it, word by word; null of a file that the portal wrote itself, which is no source
     */
    public record Announced(
            ProcedureRecord procedure, @Nullable SourceText source) {

        String code() {
            return procedure.code();
        }
    }

    /**
     * What an import makes of something announced, against what the portal has now.
     *
     * @param known what is public under its code; null for nothing
     * @param source what was kept of its source; null for nothing
     * @param item as the board has it; null if nobody has ever edited it here
     */
    record Judgement(
            Announced announced,
            @Nullable Procedure known,
            @Nullable ProcedureSource source,
            @Nullable Item item,
            ImportReport.Outcome outcome) {

        static Judgement of(
                Announced announced, @Nullable Procedure known, @Nullable ProcedureSource source, @Nullable Item item) {
            return new Judgement(announced, known, source, item, outcome(announced, known, source, item));
        }

        private static ImportReport.Outcome outcome(
                Announced announced, @Nullable Procedure known, @Nullable ProcedureSource source, @Nullable Item item) {
            if (known == null) {
                return item != null && item.getState() != ItemState.DRAFT
                        ? ImportReport.Outcome.WITHDRAWN
                        : ImportReport.Outcome.ADDED;
            }
            var said = announced.source();
            boolean changed;
            if (said == null) {
                changed = !ProcedureParts.of(known.toRecord()).equals(ProcedureParts.of(announced.procedure()));
            } else {
                var isNews = source == null || !source.getText().equals(said);
                // What was put right here stays until the source says something else.
                changed = isNews || !known.isEdited() && !known.isLike(announced.procedure());
            }
            return changed ? ImportReport.Outcome.CHANGED : ImportReport.Outcome.UNCHANGED;
        }

        /** Whether somebody is writing a newer version of it. */
        boolean draftOpen() {
            return item != null && item.getReview() != ReviewState.SETTLED;
        }

        /** What is public now, as a sign by which it is known again; empty if nothing is. */
        String mark() {
            return known == null ? "" : known.getFingerprint();
        }

        /** What would be public afterwards and is not now, part by part. */
        List<PartChange> changes() {
            var before = known == null ? Map.<String, String>of() : ProcedureParts.of(known.toRecord());
            return PartChange.between(before, ProcedureParts.of(announced.procedure()));
        }
    }

    /** What an import would make of each, in the order given; nothing is changed. */
    List<Judgement> judge(List<Announced> announced) {
        var codes = announced.stream().map(Announced::code).toList();
        var known = procedures.byCodes(codes).stream().collect(Collectors.toMap(Procedure::getCode, one -> one));
        var sources =
                procedures.sources(codes).stream().collect(Collectors.toMap(ProcedureSource::getCode, one -> one));
        var kept = items.at(KIND, codes.stream().map(ProcedureVersion::slug).toList()).stream()
                .collect(Collectors.toMap(Item::getSlug, one -> one));
        return announced.stream()
                .map(each -> Judgement.of(
                        each,
                        known.get(each.code()),
                        sources.get(each.code()),
                        kept.get(ProcedureVersion.slug(each.code()))))
                .toList();
    }

    /**
     * Takes over what was announced: all of it, or nothing if it throws. What somebody is writing meanwhile stays as it is, and what the
     * board has taken back stays away.
     *
     * @param run the import that brings it; it keeps how far it has come
     * @return what became of each, in the order given
     */
    @Permit(value = Permission.KEEP_PROCEDURES, audited = false)
    public List<Taken> takeOver(ImportRun run, List<Announced> announced) {
        var judged = judge(announced);
        var taken = new ArrayList<Taken>();
        var touched = new ArrayList<String>();
        for (var each : judged) {
            take(each, run);
            taken.add(new Taken(each.announced().code(), each.outcome(), each.draftOpen()));
            if (each.outcome() == ImportReport.Outcome.ADDED || each.outcome() == ImportReport.Outcome.CHANGED) {
                touched.add(each.announced().code());
            }
        }
        procedures.current(run).count(taken.stream().map(Taken::outcome).toList());
        changes.published(KIND, touched);
        return taken;
    }

    /**
     * What became of a record that was good.
     *
     * @param draftKept whether somebody is writing a newer version of the procedure, which stays
     */
    public record Taken(String code, ImportReport.Outcome outcome, boolean draftKept) {}

    private void take(Judgement judged, ImportRun run) {
        var outcome = judged.outcome();
        if (outcome == ImportReport.Outcome.WITHDRAWN) {
            return;
        }
        var now = clock.instant();
        var announced = judged.announced();
        keep(announced, judged.source(), now);
        var known = judged.known();
        if (known == null) {
            var added = new Procedure(announced.procedure(), now);
            added.follow(announced.source() == null);
            procedures.add(added);
            tellBoard(judged.item(), added, run);
        } else if (outcome == ImportReport.Outcome.CHANGED) {
            known.sourceChanged(now);
            if (known.accept(announced.procedure(), now)) {
                known.follow(announced.source() == null);
                tellBoard(judged.item(), known, run);
            }
        }
    }

    private void keep(Announced announced, @Nullable ProcedureSource source, java.time.Instant now) {
        var said = announced.source();
        if (said == null) {
            return;
        }
        if (source == null) {
            procedures.add(new ProcedureSource(announced.code(), said, now));
        } else {
            source.accept(said, now);
        }
    }

    /** What the board has of a procedure is what the public sees of it, with the import as one of its versions. */
    private void tellBoard(@Nullable Item item, Procedure now, ImportRun run) {
        if (item != null) {
            var version = ProcedureVersion.of(now);
            items.takeOver(
                    items.change(KIND, item.getId()),
                    version.place(),
                    version,
                    "Nhập từ tệp " + run.getFileName(),
                    draft -> draft.content(ProcedureVersion.class));
        }
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

    /**
     * The procedure with this national code, in force or abolished.
     *
     * @throws GoneException if it was public and the board has taken it back
     */
    public Procedure get(String code) {
        return procedures.byCode(code).orElseThrow(() -> missing(code));
    }

    private RuntimeException missing(String code) {
        return items.at(KIND, ProcedureVersion.slug(code))
                .filter(item -> item.getState() == ItemState.WITHDRAWN)
                .<RuntimeException>map(item -> new GoneException(KIND, code, item.getNotice()))
                .orElseGet(() -> new NotFoundException(KIND, code));
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

    /** Those under which any procedure in force stands: nobody is led to an empty list. */
    public List<LifeEvent> offeredLifeEvents() {
        return offeredLifeEvents.get(() -> {
            var all = procedures.gathered();
            return lifeEvents().stream()
                    .filter(event -> all.stream().anyMatch(event::gathers))
                    .toList();
        });
    }

    /** The fields of government that any procedure in force belongs to. */
    public List<String> fields() {
        return fields.get(procedures::fields);
    }

    public Optional<ImportRun> lastImport() {
        return procedures.lastRun();
    }
}
