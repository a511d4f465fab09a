package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.RefusedException;
import vn.minhbach.change.Derived;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.TooMuchTypedException;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.DeskQuery;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.Items;
import vn.minhbach.editorial.ReviewState;
import vn.minhbach.editorial.WorkingCopies;
import vn.minhbach.editorial.WorkingCopy;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Text;

/**
 * Procedures as the editorial board has them before it: lists, one with its versions and steps, and what somebody has typed and not
 * saved. What is done with a procedure is done by {@link ProcedureBoardService}.
 *
 * <p>The heads of all that is public, some thousands of short rows, are read once and kept until the change log moves; so a list is
 * filtered and ordered without the database, which is asked only where the rows of the page stand before the board.
 */
@ApplicationScoped
@Transactional
public class ProcedureDeskService {

    static final String BY_CODE = "code";
    static final String BY_TITLE = "title";
    static final String BY_FIELD = "field";
    static final String BY_CHANGE = "updatedAt";

    /** The columns by which a list can be ordered. */
    static final Set<String> COLUMNS = Set.of(BY_CODE, BY_TITLE, BY_FIELD, BY_CHANGE);

    private static final String KIND = ProcedureService.KIND;

    @Inject
    ProcedureRepository procedures;

    @Inject
    Items items;

    @Inject
    WorkingCopies copies;

    @Inject
    Derived<Map<String, Head>> heads;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** The same on a database that a test has. */
    static ProcedureDeskService over(
            EntityManager em, Items items, Derived<Map<String, Head>> heads, CurrentActor actors, Clock clock) {
        var over = new ProcedureDeskService();
        over.procedures = new ProcedureRepository(em);
        over.items = items;
        over.copies = WorkingCopies.over(em, actors, clock);
        over.heads = heads;
        over.actors = actors;
        over.clock = clock;
        return over;
    }

    /** A public procedure without its parts. */
    record Head(
            String code, String title, String sought, String field, String org, ProcedureStatus status, Instant at) {

        static Head of(Object[] row) {
            var title = (String) row[1];
            return new Head(
                    (String) row[0],
                    title,
                    row[0] + " " + Text.fold(title),
                    (String) row[2],
                    (String) row[3],
                    (ProcedureStatus) row[4],
                    (Instant) row[5]);
        }
    }

    /** Something to choose. */
    public record Choice(String value, String name) implements Serializable {}

    private Map<String, Head> heads() {
        return heads.get(() -> {
            var found = new TreeMap<String, Head>();
            procedures.heads().stream().map(Head::of).forEach(head -> found.put(head.code(), head));
            return found;
        });
    }

    /** The code that a number stands for: 1001234 is 1.001234. */
    static String code(String number) {
        if (!number.matches("[1-9]\\d{6}")) {
            throw new NotFoundException(KIND, number);
        }
        return number.charAt(0) + "." + number.substring(1);
    }

    /** By which screens know a code. */
    static long number(String code) {
        return Long.parseLong(code.replace(".", ""));
    }

    /** The code of the procedure that the board has under this number of an item. */
    String code(long item) {
        return ProcedureVersion.code(items.get(KIND, item).getSlug());
    }

    /** The numbers of the procedures of a list, in its order. */
    List<Long> numbers(ProcedureQuery query, ListState state) {
        var sought = Text.fold(Text.line(state.filter()));
        var lines = query.view() == DeskQuery.View.ALL ? all(query, sought) : onList(query, sought);
        var order = order(state.sort());
        if (order != null) {
            lines = lines.sorted(state.descending() ? order.reversed() : order);
        }
        return lines.map(line -> number(line.code())).toList();
    }

    /** What a list is ordered by. */
    private record Line(String code, String title, String field, Instant at) {}

    private static @Nullable Comparator<Line> order(String column) {
        Comparator<Line> order = switch (column) {
            case BY_CODE -> Comparator.comparing(Line::code);
            case BY_TITLE -> Comparator.comparing(line -> Text.fold(line.title()));
            case BY_FIELD -> Comparator.comparing(line -> Text.fold(line.field()));
            case BY_CHANGE -> Comparator.comparing(Line::at);
            default -> null;
        };
        return order == null ? null : order.thenComparing(Line::code);
    }

    /** Those that are not public first: there are few, and somebody is at work with them. */
    private Stream<Line> all(ProcedureQuery query, String sought) {
        var hidden = items.in(KIND, EnumSet.complementOf(EnumSet.of(ItemState.PUBLISHED))).stream()
                .filter(item -> !heads().containsKey(ProcedureVersion.code(item.getSlug())))
                .filter(item -> isMeant(query, null, item, sought))
                .map(ProcedureDeskService::line);
        return Stream.concat(
                hidden,
                heads().values().stream()
                        .filter(head -> isMeant(query, head, null, sought))
                        .map(head -> new Line(head.code(), head.title(), head.field(), head.at())));
    }

    private Stream<Line> onList(ProcedureQuery query, String sought) {
        var ids = items.numbers(query(query.view(), query.field()));
        var found = items.of(ids).stream().collect(Collectors.toMap(Item::getId, item -> item));
        return ids.stream()
                .map(found::get)
                .filter(java.util.Objects::nonNull)
                .filter(item -> isMeant(query, heads().get(ProcedureVersion.code(item.getSlug())), item, sought))
                .map(ProcedureDeskService::line);
    }

    private static Line line(Item item) {
        return new Line(ProcedureVersion.code(item.getSlug()), item.getTitle(), item.getPlace(), item.getUpdatedAt());
    }

    private static boolean isMeant(ProcedureQuery query, @Nullable Head head, @Nullable Item item, String sought) {
        var text = (head == null ? "" : head.sought())
                + (item == null ? "" : " " + ProcedureVersion.code(item.getSlug()) + " " + Text.fold(item.getTitle()));
        if (!text.contains(sought)) {
            return false;
        }
        if (!query.field().isEmpty()
                && !query.field()
                        .equals(item == null ? head == null ? "" : Text.slug(head.field()) : item.getPlace())) {
            return false;
        }
        return (query.agency().isEmpty() || head != null && head.org().equals(query.agency()))
                && (query.status().isEmpty()
                        || head != null && head.status().name().equals(query.status()));
    }

    private DeskQuery query(DeskQuery.View view, String field) {
        var me = actors.get();
        return new DeskQuery(
                KIND,
                view,
                me.name(),
                null,
                places(Permission.REVIEW_PROCEDURES),
                places(Permission.PUBLISH_PROCEDURES),
                Set.of(),
                LocalDate.now(clock),
                field,
                "",
                "",
                "",
                false);
    }

    /** Rights over procedures hold everywhere or not at all. */
    private @Nullable Set<String> places(Permission permission) {
        return actors.get().may(permission) ? null : Set.of();
    }

    /** How many there are in a view. */
    public long count(DeskQuery.View view) {
        return items.count(query(view, ""));
    }

    /** The procedures with these numbers, in any order. */
    List<ProcedureRow> rows(Collection<Long> numbers) {
        var codes = numbers.stream()
                .map(String::valueOf)
                .map(ProcedureDeskService::code)
                .toList();
        var kept = new HashMap<String, Item>();
        items.at(KIND, codes.stream().map(ProcedureVersion::slug).toList())
                .forEach(item -> kept.put(ProcedureVersion.code(item.getSlug()), item));
        return codes.stream()
                .map(code -> row(code, heads().get(code), kept.get(code)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ProcedureRow> row(String code, @Nullable Head head, @Nullable Item item) {
        if (item != null) {
            return Optional.of(new ProcedureRow(
                    number(code),
                    code,
                    item.getTitle(),
                    head == null ? "" : head.field(),
                    head == null ? "" : head.org(),
                    head == null ? null : head.status(),
                    item.getState(),
                    item.getReview(),
                    !item.getUrgentBy().isEmpty(),
                    item.getUpdatedAt(),
                    item.getChangedBy(),
                    item.getScheduledFor()));
        }
        return Optional.ofNullable(head)
                .map(shown -> new ProcedureRow(
                        number(code),
                        code,
                        shown.title(),
                        shown.field(),
                        shown.org(),
                        shown.status(),
                        ItemState.PUBLISHED,
                        ReviewState.SETTLED,
                        false,
                        shown.at(),
                        "",
                        null));
    }

    /** The fields of government that any procedure belongs to, by their slugs. */
    List<Choice> fields() {
        var names = new TreeMap<String, String>();
        heads().values().stream()
                .filter(head -> !head.field().isBlank())
                .forEach(head -> names.putIfAbsent(Text.slug(head.field()), head.field()));
        return names.entrySet().stream()
                .map(name -> new Choice(name.getKey(), name.getValue()))
                .toList();
    }

    /** Who announces any procedure. */
    List<Choice> agencies() {
        return heads().values().stream()
                .map(Head::org)
                .filter(org -> !org.isBlank())
                .distinct()
                .sorted(Comparator.comparing(Text::fold))
                .map(org -> new Choice(org, org))
                .toList();
    }

    /** The codes of the public procedures of a list, in its order: what is written into a file. */
    List<String> codes(ProcedureQuery query, ListState state) {
        return numbers(query, state).stream()
                .map(number -> code(String.valueOf(number)))
                .filter(heads()::containsKey)
                .toList();
    }

    /** What is public under these codes, in their order. */
    List<ProcedureRecord> records(List<String> codes) {
        var found = procedures.byCodes(codes).stream().collect(Collectors.toMap(Procedure::getCode, each -> each));
        return codes.stream()
                .map(found::get)
                .filter(java.util.Objects::nonNull)
                .map(Procedure::toRecord)
                .toList();
    }

    /**
     * A procedure with all that the board knows of it.
     *
     * @throws NotFoundException if there is none of this code
     */
    ItemSheet open(String code) {
        var me = actors.get();
        Predicate<Deed> may = deed ->
                ProcedureBoardService.DEEDS.contains(deed) && me.may(ProcedureBoardService.permission(deed.right()));
        var kept = items.at(KIND, ProcedureVersion.slug(code));
        if (kept.isPresent()) {
            return items.sheet(kept.get(), may);
        }
        var shown = shown(code);
        var version = ProcedureVersion.of(shown);
        return items.sheet(KIND, ProcedureVersion.slug(code), version.place(), version, shown.getUpdatedAt(), may);
    }

    private Procedure shown(String code) {
        return procedures.byCode(code).orElseThrow(() -> new NotFoundException(KIND, code));
    }

    /** What one of its versions says. */
    ProcedureVersion content(String code, int version) {
        var kept = items.at(KIND, ProcedureVersion.slug(code));
        if (kept.isPresent()) {
            return items.version(kept.get(), version).content(ProcedureVersion.class);
        }
        if (version != 1) {
            throw new NotFoundException(KIND, code + " · " + version);
        }
        return ProcedureVersion.of(shown(code));
    }

    List<LifeEvent> lifeEvents() {
        return procedures.lifeEvents();
    }

    /** What I have typed into a form and not saved. */
    Optional<Unsaved> unsaved(String key) {
        return copies.find(KIND, key).map(Unsaved::of);
    }

    /** Whether whoever is signed in has typed something of a procedure that this version of it does not say. */
    boolean hasUnsaved(String code, int version) {
        var copy = unsaved(String.valueOf(number(code))).orElse(null);
        if (copy == null) {
            return false;
        }
        var content = content(code, version);
        var events = lifeEvents();
        var typed = new ProcedureForm(content, events);
        typed.read(copy.content());
        return !typed.says(new ProcedureForm(content, events));
    }

    /** All that I have typed for procedures that are not there yet. */
    List<Unsaved> unsavedNew() {
        return copies.mine(KIND).stream()
                .filter(copy -> copy.getBaseVersion() == 0)
                .map(Unsaved::of)
                .toList();
    }

    /**
     * Keeps what somebody is typing, for them alone.
     *
     * @param key the number of the procedure, or what the browser calls one that is not there yet
     * @param content the fields of the form, as JSON
     */
    @Permit(value = Permission.ENTER_OFFICE, audited = false)
    public Unsaved keepUnsaved(String key, int base, String title, String content) {
        if (!actors.get().may(Permission.WRITE_PROCEDURES)) {
            throw new RefusedException(Permission.WRITE_PROCEDURES);
        }
        if (base > 0) {
            open(code(key));
        } else if (!key.matches("n[a-z0-9]{1,39}")) {
            throw new TooMuchTypedException("editorial.error.tooLong");
        }
        return Unsaved.of(copies.keep(KIND, key, base, title, content));
    }

    /** Gives up what somebody has typed. Whoever had a right and has it no more may still do that. */
    @Permit(value = Permission.ENTER_OFFICE, audited = false)
    public void dropUnsaved(String key) {
        copies.drop(KIND, key);
    }

    /** A working copy as screens show it. */
    public record Unsaved(String key, int base, String title, String content, Instant keptAt) implements Serializable {

        static Unsaved of(WorkingCopy copy) {
            return new Unsaved(
                    copy.getKey(), copy.getBaseVersion(), copy.getTitle(), copy.getContent(), copy.getKeptAt());
        }
    }
}
