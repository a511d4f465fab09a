package vn.minhbach.inbox;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.access.RefusedException;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.Faults;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/hop-thu}: everything that citizens sent, what is due first. */
@Door(
        path = InboxPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {InboxPage.VIEW, InboxPage.KIND, InboxPage.UNIT, ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.READ_INBOX)
@Screen(name = "inboxDesk.title", task = "inboxDesk.task", order = 15)
@Named
@ViewScoped
public class InboxPage implements Serializable {

    static final String PATH = "/quan-tri/hop-thu";
    static final String VIEW = "xem";
    static final String KIND = "loai";
    static final String UNIT = "don-vi";
    static final List<String> FURTHER = List.of(VIEW, KIND, UNIT);
    static final Set<String> COLUMNS = InboxQuery.COLUMNS;

    private static final long serialVersionUID = 1L;

    /** The count of a view that is not shown. */
    private static final String NONE = "-";

    /** What the boxes of the lines are called. */
    private static final String CHOSEN = "chon";

    /** What the way back of somebody's own list begins with; a number follows. */
    private static final String SHORTLISTED = "shortlist:";

    private static final int MOST_CHOSEN = 200;

    /** A filter by which nothing is found. */
    private static final String NOTHING = "~";

    private static final int LONGEST_TYPED = 100;

    private static final Set<InboxQuery.View> COUNTED =
            EnumSet.complementOf(EnumSet.of(InboxQuery.View.DONE, InboxQuery.View.ALL));

    /** So many days before it is due, a line says so. */
    private static final int SOON = 3;

    @Inject
    InboxDeskService desk;

    @Inject
    InboxWorkService work;

    @Inject
    ShortlistService shortlist;

    @Inject
    InboxService inbox;

    @Inject
    InboxUnits allUnits;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<Line> list;
    private List<View> views = List.of();
    private List<Choice> kinds = List.of();
    private List<Choice> units = List.of();
    private String view = "";
    private String typed = "";
    private String kind = "";
    private String unit = "";
    private String toUnit = "";
    private String toPerson = "";
    private List<Choice> allUnitsToChoose = List.of();
    private boolean mayModerate;
    private List<Dossier.Person> assignable = List.of();

    /** A view of the queue, and how many stand in it. */
    public record View(String name, String url, boolean current, String count) implements Serializable {}

    /** A kind or a unit to choose. */
    public record Choice(String key, String name) implements Serializable {}

    /**
     * A line of the queue as it is shown.
     *
     * @param due in words; empty if nothing is due
     * @param dueTone colour and shape of that
     * @param channel by which way it came in; null for the portal's form
     * @param written whether its sender has written something on which nobody has acted since
     * @param promise until when something is promised, in words; empty for nothing
     * @param shortlisted whether it stands on one's own list
     * @param shortlistable whether it may be put there
     */
    public record Line(
            long id,
            String kind,
            String subject,
            InboxState state,
            String unit,
            String handler,
            Instant receivedAt,
            String due,
            String dueTone,
            boolean suspect,
            @Nullable InboxChannel channel,
            boolean merged,
            boolean written,
            String promise,
            boolean shortlisted,
            boolean shortlistable)
            implements Serializable {}

    /** Asks the service for a page of the queue. */
    private record Queue(
            InboxDeskService desk,
            InboxWorkService work,
            ShortlistService shortlist,
            InboxQuery.View view,
            String kind,
            String unit,
            Visit visit,
            LinkedHashMap<String, String> names)
            implements LazyList.Source<Line> {

        @Override
        public List<Long> order(ListState state) {
            return desk.numbers(view, kind, unit, state);
        }

        /** The office's inbox of many years; what is found in it is short. */
        @Override
        public boolean isLong(ListState state) {
            return state.filter().isBlank();
        }

        @Override
        public int count(ListState state) {
            return Math.toIntExact(desk.count(view, kind, unit));
        }

        @Override
        public List<Long> part(ListState state, int first, int size) {
            return desk.part(view, kind, unit, state, first, size);
        }

        @Override
        public List<Line> rows(List<Long> numbers) {
            var marks = work.marks(numbers);
            var shortlisted = shortlist.among(numbers);
            return desk.rows(numbers, visit.getLanguage()).stream()
                    .map(row -> new Line(
                            row.id(),
                            row.kind(),
                            row.subject(),
                            row.state(),
                            names.getOrDefault(row.unit(), row.unit()),
                            row.handler(),
                            row.receivedAt(),
                            due(row, visit),
                            tone(row),
                            row.suspect(),
                            channel(marks.get(row.id())),
                            merged(marks.get(row.id())),
                            written(marks.get(row.id())),
                            promise(marks.get(row.id()), visit),
                            shortlisted.contains(row.id()),
                            InboxQuery.isWaiting(row.state())))
                    .toList();
        }

        private static @Nullable InboxChannel channel(InboxWorkService.@Nullable Marks marks) {
            return marks == null || marks.channel() == InboxChannel.WEB ? null : marks.channel();
        }

        private static boolean merged(InboxWorkService.@Nullable Marks marks) {
            return marks != null && marks.merged();
        }

        private static boolean written(InboxWorkService.@Nullable Marks marks) {
            return marks != null && marks.written();
        }

        private static String promise(InboxWorkService.@Nullable Marks marks, Visit visit) {
            var day = marks == null ? null : marks.promiseDay();
            return day == null ? "" : visit.text("inboxDesk.promiseUntil", Time.date(day));
        }

        @Override
        public Long number(Line line) {
            return line.id();
        }
    }

    private static String due(InboxDeskService.Row row, Visit visit) {
        var day = row.due();
        var step = row.step();
        if (day == null || step == null) {
            return "";
        }
        var what = visit.text("TimeRule.Step." + step);
        var date = Time.date(day);
        var number = visit.words().number(Math.abs(row.days()));
        return row.days() < 0
                ? visit.text("inboxDesk.due.late", what, number, date)
                : row.days() == 0
                        ? visit.text("inboxDesk.due.today", what, date)
                        : visit.text("inboxDesk.due.left", what, number, date);
    }

    private static String tone(InboxDeskService.Row row) {
        return row.days() < 0 ? "bad" : row.days() <= SOON ? "warn" : "info";
    }

    public void load() {
        if (isLed()) {
            return;
        }
        typed = desk.typed(visit.parameter(ListState.FILTER));
        view = visit.parameter(VIEW);
        kind = visit.parameter(KIND);
        unit = visit.parameter(UNIT);
        var chosen = named(view);
        var names = allUnits.names();
        list = new LazyList<>(
                new Queue(desk, work, shortlist, chosen, kind, unit, visit, names),
                ListState.of(visit, COLUMNS, FURTHER),
                visit.url(PATH));
        var counts = desk.counts(COUNTED);
        views = Arrays.stream(InboxQuery.View.values())
                .map(each -> new View(
                        visit.text("InboxQuery.View." + each),
                        visit.url(PATH + (each == InboxQuery.View.OPEN ? "" : "?" + VIEW + "=" + slug(each))),
                        each == chosen,
                        COUNTED.contains(each) ? counted(each, counts.getOrDefault(each, 0L)) : ""))
                .filter(each -> each.current() || !each.count().equals(NONE))
                .toList();
        kinds = inbox.kinds().stream()
                .map(each -> new Choice(each.getKey(), each.name(visit.getLanguage())))
                .toList();
        mayModerate = work.isModerating();
        assignable = mayModerate ? work.assignable(names, visit.words()) : List.of();
        allUnitsToChoose = names.entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                .toList();
        var seen = desk.places();
        units = Stream.concat(
                        seen == null
                                ? Stream.of(new Choice(InboxQuery.NO_UNIT, visit.text("inbox.figures.noUnit")))
                                : Stream.empty(),
                        names.entrySet().stream()
                                .filter(entry -> seen == null || seen.contains(entry.getKey()))
                                .map(entry -> new Choice(entry.getKey(), entry.getValue())))
                .toList();
    }

    /**
     * Leads to the list that was asked for. The form of the filter is sent in a body, since what is typed there may be somebody's number or code: these
     * stand sealed in the address, wherever they come from. All else stands there as it was typed.
     */
    private boolean isLed() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        var isSent = external.getRequest() instanceof HttpServletRequest request
                && request.getMethod().equals("POST");
        var typed =
                isSent ? Text.cut(sent(external, ListState.FILTER), LONGEST_TYPED) : visit.parameter(ListState.FILTER);
        var filter = hidden(typed);
        if (!isSent && filter.equals(typed)) {
            return false;
        }
        var more = FURTHER.stream()
                .map(name -> Map.entry(name, isSent ? sent(external, name) : visit.parameter(name)))
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + Visit.encode(each.getValue()))
                .collect(Collectors.joining("&"));
        var asked = new ListState(filter, "", false, 1, more).after("");
        // The whole list is asked for by an address as well: who presses the button sees that it did something.
        reply.lead(PATH + (asked.isEmpty() ? "?" + ListState.FILTER + "=" : asked));
        return true;
    }

    private static String sent(ExternalContext external, String name) {
        return Text.line(external.getRequestParameterMap().getOrDefault(name, ""));
    }

    private String hidden(String typed) {
        return switch (desk.trace(typed)) {
            case NONE -> typed;
            case CODE -> desk.seekCode(typed);
            case SENDER -> {
                try {
                    yield desk.seekSender(typed, desk.placeOfSenders());
                } catch (RefusedException e) {
                    // Who sent something is not theirs to know: nothing is found, and the audit has that they asked.
                    yield NOTHING;
                }
            }
        };
    }

    /** What was typed into the filter. */
    public String getTyped() {
        return typed;
    }

    /** How many stand in a view; of the views that are seldom needed, nothing says that they are empty. */
    private String counted(InboxQuery.View each, long count) {
        return count == 0 && isSeldom(each) ? NONE : visit.words().number(count);
    }

    private static boolean isSeldom(InboxQuery.View view) {
        return switch (view) {
            case SHORTLIST, THIS_WEEK, NOBODYS, WRITTEN, NAMED, OBJECTED, PROMISED, TO_REVIEW -> true;
            default -> false;
        };
    }

    /** How a view is called in the address. */
    static String slug(InboxQuery.View view) {
        return switch (view) {
            case OPEN -> "dang-xu-ly";
            case NEW -> "moi";
            case MINE -> "cua-toi";
            case SHORTLIST -> "danh-sach-rieng";
            case LATE -> "qua-han";
            case THIS_WEEK -> "trong-tuan";
            case NOBODYS -> "chua-ai-nhan";
            case WRITTEN -> "nguoi-gui-viet";
            case NAMED -> "nhac-toi-toi";
            case OBJECTED -> "chua-dung";
            case PROMISED -> "den-hen";
            case TO_REVIEW -> "can-xem-lai";
            case ASKED -> "cho-bo-sung";
            case DRAFTS -> "cho-duyet";
            case TO_PUBLISH -> "cho-cong-khai";
            case DONE -> "da-xong";
            case ALL -> "tat-ca";
        };
    }

    static InboxQuery.View named(String slug) {
        return Arrays.stream(InboxQuery.View.values())
                .filter(view -> slug(view).equals(slug))
                .findFirst()
                .orElse(InboxQuery.View.OPEN);
    }

    // Deeds on many

    public void assign() {
        many(InboxDeed.ASSIGN);
    }

    public void markPrivate() {
        many(InboxDeed.MARK_PRIVATE);
    }

    public void markGenuine() {
        many(InboxDeed.MARK_GENUINE);
    }

    private void many(InboxDeed deed) {
        var chosen = chosen();
        if (chosen.isEmpty()) {
            reply.refuse(visit.text("inboxDesk.many.none"), "");
            return;
        }
        if (deed == InboxDeed.ASSIGN && toUnit.isEmpty()) {
            reply.refuse(visit.text("inbox.error.unit"), "toUnit");
            return;
        }
        once.run(reply, deed + " " + chosen + " " + toUnit + " " + toPerson, () -> {
            var marks = work.marks(chosen);
            var first = marks.get(chosen.getFirst());
            var bulk = reply.attempt(() -> work.begin(first == null ? "" : first.unit(), deed));
            if (bulk == null) {
                return null;
            }
            var outcome = new Outcome();
            for (var id : chosen) {
                var each = marks.get(id);
                outcome.of(() -> work.one(bulk, id, each == null ? "" : each.unit(), toUnit, toPerson));
            }
            if (outcome.done == 0) {
                reply.refuse(visit.text(outcome.why), "");
                return null;
            }
            return new Once.Done(here(), outcome.told(visit, visit.name(deed)).withUndo(bulk));
        });
    }

    // One's own list. What is asked for twice is there once, so no press has to be remembered.

    public void put() {
        shortlist(pressed.id(), true);
    }

    public void takeOff() {
        shortlist(pressed.id(), false);
    }

    private void shortlist(long id, boolean on) {
        var unit = desk.unitOf(id).orElse(null);
        if (unit == null) {
            reply.lead(here(), Note.info(visit.text("inboxDesk.shortlist.gone")));
            return;
        }
        if (reply.attempts(() -> shortlist(id, unit, on))) {
            reply.lead(here(), told(visit, id, on));
        }
    }

    private void shortlist(long id, String unit, boolean on) {
        if (on) {
            shortlist.put(id, unit);
        } else {
            shortlist.takeOff(id, unit);
        }
    }

    /** The number of what was taken off one's own list and is to be put back; 0 if the button carries none. */
    static long takenOff(Pressed pressed) {
        var word = pressed.word();
        return word.matches(SHORTLISTED + "[1-9]\\d{0,17}") ? Long.parseLong(word.substring(SHORTLISTED.length())) : 0;
    }

    /** What is said of the list; what was taken off can be put back. */
    static Note told(Visit visit, long id, boolean on) {
        return on
                ? Note.good(visit.text("inboxDesk.shortlist.done", Long.toString(id)))
                : Note.good(visit.text("inboxDesk.shortlist.undone", Long.toString(id)))
                        .withUndo(SHORTLISTED + id);
    }

    public void putAll() {
        shortlistAll(true);
    }

    public void takeOffAll() {
        shortlistAll(false);
    }

    private void shortlistAll(boolean on) {
        var chosen = chosen();
        if (chosen.isEmpty()) {
            reply.refuse(visit.text("inboxDesk.many.none"), "");
            return;
        }
        var marks = work.marks(chosen);
        var outcome = new Outcome();
        for (var id : chosen) {
            var each = marks.get(id);
            outcome.of(() -> shortlist(id, each == null ? "" : each.unit(), on));
        }
        if (outcome.done == 0) {
            reply.refuse(visit.text(outcome.why), "");
        } else {
            reply.lead(
                    here(),
                    outcome.told(visit, visit.text(on ? "inboxDesk.shortlist.put" : "inboxDesk.shortlist.takeOff")));
        }
    }

    /** Takes the deed on many back that was done last, or puts back what was taken off one's own list. */
    public void undo() {
        var takenOff = takenOff(pressed);
        if (takenOff > 0) {
            shortlist(takenOff, true);
            return;
        }
        var bulk = pressed.id();
        once.run(reply, "undo " + bulk, () -> {
            var lying = reply.attempt(() -> work.lying(bulk));
            if (lying == null) {
                return null;
            }
            var outcome = new Outcome();
            lying.forEach(each -> outcome.of(() -> work.takeBack(bulk, each.id(), each.unit())));
            var note = visit.text(
                    "inboxDesk.many.undone",
                    visit.words().number(outcome.done),
                    visit.words().number(outcome.refused));
            return new Once.Done(here(), outcome.refused == 0 ? Note.good(note) : Note.warn(note));
        });
    }

    /** What became of a deed on many. */
    private static final class Outcome {

        private int done;
        private int refused;
        private String why = "inboxDesk.meanwhile";

        Note told(Visit visit, String deed) {
            var note = visit.text(
                    "inboxDesk.many.done",
                    deed,
                    visit.words().number(done),
                    visit.words().number(refused));
            return refused == 0 ? Note.good(note) : Note.warn(note);
        }

        void of(Runnable deed) {
            try {
                deed.run();
                done++;
            } catch (RuleBrokenException e) {
                refused++;
                why = String.valueOf(e.getMessage());
            } catch (ChangedMeanwhileException | NotFoundException | RefusedException e) {
                refused++;
            } catch (RuntimeException e) {
                if (!Faults.isCollision(e)) {
                    throw e;
                }
                refused++;
            }
        }
    }

    private static List<Long> chosen() {
        var given = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get(CHOSEN);
        return given == null
                ? List.of()
                : Arrays.stream(given)
                        .filter(each -> each.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .distinct()
                        .limit(MOST_CHOSEN)
                        .toList();
    }

    private String here() {
        return PATH + getList().getState().after("");
    }

    public String getToUnit() {
        return toUnit;
    }

    public void setToUnit(@Nullable String toUnit) {
        this.toUnit = Objects.requireNonNullElse(toUnit, "");
    }

    /** Who may be given something in one unit or another. */
    public List<Dossier.Person> getAssignable() {
        return assignable;
    }

    public String getToPerson() {
        return toPerson;
    }

    public void setToPerson(@Nullable String toPerson) {
        this.toPerson = Text.line(Objects.requireNonNullElse(toPerson, ""));
    }

    public boolean isModerating() {
        return mayModerate;
    }

    /** Where what came otherwise is taken down. */
    public String getTakeDownUrl() {
        return mayModerate ? visit.url(InboxTakeDownPage.PATH) : "";
    }

    public List<Choice> getAllUnits() {
        return allUnitsToChoose;
    }

    public LazyList<Line> getList() {
        return Objects.requireNonNull(list);
    }

    public List<View> getViews() {
        return views;
    }

    public List<Choice> getKinds() {
        return kinds;
    }

    public List<Choice> getUnits() {
        return units;
    }

    public String getView() {
        return view;
    }

    public String getKind() {
        return kind;
    }

    public String getUnit() {
        return unit;
    }

    /** Whether anything is left out of the list. */
    public boolean isFiltered() {
        return !kind.isEmpty()
                || !unit.isEmpty()
                || !getList().getState().filter().isEmpty();
    }

    /** The list without what leaves something out, in the same view. */
    public String getWhole() {
        return visit.url(view.isEmpty() ? PATH : PATH + "?" + VIEW + "=" + Visit.encode(view));
    }
}
