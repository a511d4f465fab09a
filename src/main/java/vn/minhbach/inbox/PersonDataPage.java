package vn.minhbach.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /quan-tri/hop-thu/du-lieu-ca-nhan}: all that came from the number and address of somebody who asks for their data, to be handed out
 * or erased.
 */
@Door(
        path = PersonDataPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = InboxItemPage.NUMBER,
        permission = Permission.SERVE_PERSONS)
@Named
@ViewScoped
public class PersonDataPage implements Serializable {

    static final String PATH = InboxPage.PATH + "/du-lieu-ca-nhan";

    private static final long serialVersionUID = 1L;

    @Inject
    PersonDataService service;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private final Map<Long, Boolean> chosen = new HashMap<>();
    private List<Line> lines = List.of();
    private long request;

    @Size(max = 300)
    private String contact = "";

    /** The contact by which the list was found: what is typed meanwhile counts with the next search. */
    private String found = "";

    @Size(max = 500)
    private String reason = "";

    /**
     * A submission as the list shows it.
     *
     * @param hindrance why it cannot be erased, in words; empty if it can
     */
    public record Line(
            Long id,
            String kind,
            String subject,
            InboxState state,
            java.time.Instant receivedAt,
            boolean sameName,
            String hindrance,
            String url)
            implements Serializable {}

    public void load() {
        var given = visit.parameter(InboxItemPage.NUMBER);
        if (given.isEmpty()) {
            // There is nothing to see without a request; the page leads to the queue.
            return;
        }
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(InboxDeskService.KIND, given);
        }
        request = Long.parseLong(given);
        show(service.find(request, ""));
    }

    private void show(List<PersonDataService.Item> items) {
        chosen.clear();
        lines = items.stream().map(this::line).toList();
        // Another name at the same telephone may be another person: only who looked chooses it.
        lines.forEach(line -> chosen.put(line.id(), line.sameName()));
    }

    private Line line(PersonDataService.Item item) {
        return new Line(
                item.id(),
                item.kind(),
                item.subject(),
                item.state(),
                item.receivedAt(),
                item.sameName(),
                hindrance(item),
                visit.url(InboxItemPage.PATH + "?" + InboxItemPage.NUMBER + "=" + item.id()));
    }

    private String hindrance(PersonDataService.Item item) {
        var until = item.until();
        return item.hindrance().isEmpty()
                ? ""
                : until == null
                        ? visit.text(item.hindrance())
                        : visit.text(item.hindrance(), Time.date(until), item.basis());
    }

    /** Looks for another number or address of the same person as well. */
    public void search() {
        var wanted = contact;
        var items = reply.attempt(() -> service.find(request, wanted));
        if (items != null) {
            found = wanted;
            show(items);
        }
    }

    /** Hands the package to whoever presses; it is kept nowhere. */
    public void pack() {
        var made = reply.attempt(() -> service.pack(request, found, numbers()));
        if (made != null) {
            Faces.sendFile("du-lieu-ca-nhan-" + request + ".zip", true, made::writeTo);
        }
    }

    public void erase() {
        var numbers = numbers();
        once.run(reply, "erase " + numbers, () -> {
            var erased = reply.attempt(() -> service.erase(request, found, numbers, reason));
            if (erased == null) {
                return null;
            }
            return new Once.Done(
                    erased.done().contains(request)
                            ? InboxPage.PATH
                            : PATH + "?" + InboxItemPage.NUMBER + "=" + request,
                    erased.done().isEmpty()
                            ? Note.info(visit.text("personData.nothing"))
                            : Note.good(visit.text(
                                    "personData.erased",
                                    erased.done().size(),
                                    erased.refused().size())));
        });
    }

    private List<Long> numbers() {
        return lines.stream()
                .map(Line::id)
                .filter(id -> Boolean.TRUE.equals(chosen.get(id)))
                .toList();
    }

    public boolean isChosen() {
        return request > 0;
    }

    public List<Line> getLines() {
        return lines;
    }

    public Map<Long, Boolean> getTicked() {
        return chosen;
    }

    public String getBack() {
        return visit.url(
                request > 0 ? InboxItemPage.PATH + "?" + InboxItemPage.NUMBER + "=" + request : InboxPage.PATH);
    }

    public String getContact() {
        return contact;
    }

    public void setContact(@Nullable String contact) {
        this.contact = Objects.requireNonNullElse(contact, "");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }
}
