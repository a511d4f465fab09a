package vn.minhbach.relay;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Meanwhile;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/nguon-tin/soan}: the form of a source, new or known. */
@Door(
        path = SourcePage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {SourcePage.SOURCE, ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_SOURCES)
@Named
@ViewScoped
public class SourcePage implements Serializable {

    static final String PATH = SourcesPage.PATH + "/soan";

    /** The number of the source; a new one has none. */
    static final String SOURCE = "ma";

    private static final long serialVersionUID = 1L;

    @Inject
    RelayService relay;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable Long id;
    private long version;
    private String back = "";
    private List<Choice> sections = List.of();
    private List<Choice> intervals = List.of();
    private List<HistoryLine> history = List.of();
    private @Nullable Meanwhile meanwhile;

    @NotBlank
    @Size(max = 200)
    private String name = "";

    @NotBlank
    @Size(max = 1_000)
    private String address = "";

    @NotBlank
    private String section = "";

    @Size(max = 60)
    private String responsible = "";

    private String minutes = Integer.toString(RelaySource.USUAL_MINUTES);

    private String active = "true";

    /** A section by its slug and its name, or how often it is read. */
    public record Choice(String value, String label) implements Serializable {}

    public void load() {
        back = SourcesPage.PATH + ListState.of(visit, SourcesPage.COLUMNS).query();
        sections = relay.sections().stream()
                .map(each -> new Choice(each.getSlug(), each.getName()))
                .toList();
        intervals = RelaySource.MINUTES.stream()
                .map(each -> Integer.toString(each))
                .map(each -> new Choice(each, RelayWords.minutes(each, visit)))
                .toList();
        var given = visit.parameter(SOURCE);
        if (given.isEmpty()) {
            return;
        }
        var source = (given.matches("\\d{1,18}") ? relay.source(Long.parseLong(given)) : Optional.<RelaySource>empty())
                .orElseThrow(() -> new NotFoundException("relay-source", given));
        var said = source.said();
        name = said.name();
        address = said.address();
        section = said.section();
        responsible = said.responsible();
        minutes = Integer.toString(said.minutes());
        active = Boolean.toString(said.active());
        if (sections.stream().noneMatch(each -> each.value().equals(section))) {
            // One that was closed since: it must be able to stay, or be seen at least.
            var all = new ArrayList<>(sections);
            all.add(new Choice(section, relay.sectionName(section)));
            sections = List.copyOf(all);
        }
        show(source);
    }

    /** Takes over what the row is by now, but for what is typed. */
    private void show(RelaySource source) {
        id = source.getId();
        version = source.getVersion();
        history = lines(source.getId());
    }

    private List<HistoryLine> lines(long number) {
        return relay.history(number).stream()
                .map(entry ->
                        HistoryLine.of(entry, visit, (field, value) -> RelayWords.shown(field, value, relay, visit)))
                .toList();
    }

    public void save() {
        once.run(reply, "save " + version, () -> {
            try {
                var number = id;
                var entry = reply.attempt(this::keep);
                if (entry == null) {
                    return null;
                }
                var note = Note.good(visit.text("relay.saved", name));
                return new Once.Done(back, number == null ? note : note.withUndo(entry));
            } catch (ChangedMeanwhileException e) {
                showMeanwhile();
                return null;
            }
        });
    }

    private long keep() {
        var number = id;
        return number == null ? relay.add(typed()) : relay.change(number, version, typed());
    }

    private RelaySource.Said typed() {
        return new RelaySource.Said(
                name,
                address,
                section,
                responsible,
                minutes.matches("\\d{1,5}") ? Integer.parseInt(minutes) : 0,
                Boolean.parseBoolean(active));
    }

    private void showMeanwhile() {
        var number = id;
        var source = number == null ? null : relay.source(number).orElse(null);
        history = number == null ? List.of() : lines(number);
        var last = history.isEmpty() ? null : history.getFirst();
        if (source == null) {
            id = null;
            meanwhile = Meanwhile.removed(last);
        } else {
            var theirs = source.said();
            var mine = typed();
            meanwhile = Meanwhile.changed(last)
                    .field(visit.text("relay.name"), theirs.name(), mine.name())
                    .field(visit.text("relay.address"), theirs.address(), mine.address())
                    .field(
                            visit.text("relay.section"),
                            relay.sectionName(theirs.section()),
                            relay.sectionName(mine.section()))
                    .field(visit.text("relay.responsible"), theirs.responsible(), mine.responsible())
                    .field(
                            visit.text("relay.minutes"),
                            RelayWords.minutes(Integer.toString(theirs.minutes()), visit),
                            RelayWords.minutes(minutes, visit))
                    .field(
                            visit.text("relay.active"),
                            RelayWords.shown("active", Boolean.toString(theirs.active()), relay, visit),
                            RelayWords.shown("active", active, relay, visit));
            show(source);
        }
        reply.refuse(visit.text(source == null ? "desk.meanwhile.removed.error" : "desk.meanwhile.error"), "");
    }

    public boolean isNew() {
        return id == null;
    }

    public List<Choice> getSections() {
        return sections;
    }

    /** How often it may be read. */
    public List<Choice> getIntervals() {
        return intervals;
    }

    /** The list as it was left. */
    public String getBack() {
        return visit.url(back);
    }

    public String getAgain() {
        return visit.url(visit.getPath());
    }

    public List<HistoryLine> getHistory() {
        return history;
    }

    public @Nullable Meanwhile getMeanwhile() {
        return meanwhile;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address == null ? "" : address;
    }

    public String getSection() {
        return section;
    }

    public void setSection(@Nullable String section) {
        this.section = section == null ? "" : section;
    }

    public String getResponsible() {
        return responsible;
    }

    public void setResponsible(@Nullable String responsible) {
        this.responsible = responsible == null ? "" : responsible;
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable String minutes) {
        this.minutes = minutes == null ? "" : minutes;
    }

    public String getActive() {
        return active;
    }

    public void setActive(@Nullable String active) {
        this.active = active == null ? "true" : active;
    }
}
