package vn.minhbach.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /quan-tri/hop-thu/che}: a page of a citizen's file, over which an approver draws or types boxes; what lies in them is masked in the
 * picture that the public gets. The picture is shown before as it will be.
 */
@Door(
        path = EnclosureMaskPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {InboxItemPage.NUMBER, EnclosureServlet.FILE, EnclosureServlet.PAGE},
        permission = Permission.APPROVE_ANSWERS)
@Named
@ViewScoped
public class EnclosureMaskPage implements Serializable {

    static final String PATH = InboxPage.PATH + "/che";

    private static final long serialVersionUID = 1L;

    @Inject
    EnclosureDeskService desk;

    @Inject
    EnclosureMasks masks;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private long id;
    private int page = 1;
    private String unit = "";
    private EnclosureDeskService.@Nullable Line file;
    private EnclosureDeskService.@Nullable Masked masked;
    private List<Integer> pages = List.of();

    @Size(max = 4000)
    private String boxes = "";

    @Size(max = EnclosureDeskService.LONGEST_DESCRIPTION)
    private String description = "";

    /** What the description may tell of others, as it was when somebody last wanted to save it. */
    private List<String> doubts = List.of();

    private boolean looked;

    public void load() {
        var given = visit.parameter(InboxItemPage.NUMBER);
        var chosen = visit.parameter(EnclosureServlet.FILE);
        if (given.isEmpty() || chosen.isEmpty()) {
            // There is nothing to mask; the page leads to the queue.
            return;
        }
        id = number(given);
        var sought = number(chosen);
        unit = desk.unit(id);
        var line = desk.list(id).stream()
                .filter(each -> each.id() == sought)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(InboxDeskService.KIND, given));
        page = Math.max(1, (int) number(visit.parameter(EnclosureServlet.PAGE)));
        var made = line.masked().stream().filter(each -> each.page() == page).findFirst();
        file = line;
        masked = made.orElse(null);
        boxes = made.map(EnclosureDeskService.Masked::boxes).orElse("");
        description = made.map(EnclosureDeskService.Masked::description).orElse("");
        try {
            pages = pages(line);
        } catch (RuleBrokenException e) {
            // It cannot be opened, or not now; what was masked before stands in the list.
            reply.refuse(visit.text(String.valueOf(e.getMessage())), "");
            return;
        }
        if (!pages.contains(page)) {
            throw new NotFoundException(InboxDeskService.KIND, given);
        }
    }

    /** Of a document the pages are counted, which is a look at it. */
    private List<Integer> pages(EnclosureDeskService.Line line) {
        try {
            var count = line.picture() ? 1 : masks.pages(desk.open(id, unit, line.id()));
            return IntStream.rangeClosed(1, count).boxed().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String given) {
        return given.matches("\\d{1,9}") ? Long.parseLong(given) : 0;
    }

    /** Lets the public see the page as it is masked now. */
    public void mask() {
        var known = known();
        once.run(
                reply,
                "mask " + seen() + " " + boxes + description + looked,
                () -> attempt(() -> mask(known))
                        ? new Once.Done(here(page), Note.good(visit.text("mask.done")))
                        : null);
    }

    /** Where somebody else was first, theirs is shown below what was drawn here; who saves again has seen it. */
    private boolean attempt(Runnable deed) {
        try {
            return reply.attempts(deed);
        } catch (ChangedMeanwhileException e) {
            unit = desk.unit(id);
            masked = made(known().id()).orElse(null);
            reply.refuse(visit.text("mask.meanwhile"), "");
            return false;
        }
    }

    private Optional<EnclosureDeskService.Masked> made(long sought) {
        return desk.list(id).stream()
                .filter(each -> each.id() == sought)
                .flatMap(each -> each.masked().stream())
                .filter(each -> each.page() == page)
                .findFirst();
    }

    /** The number of the masked picture that is shown; 0 for none. */
    private long seen() {
        var shown = masked;
        return shown == null ? 0 : shown.id();
    }

    private void mask(EnclosureDeskService.Line known) {
        var shown = doubts;
        doubts = desk.doubts(id, description);
        // Who has changed the description since may not have seen what it may tell now.
        var wish = new EnclosureMasks.Wish(page, seen(), boxes, description, looked && doubts.equals(shown));
        try {
            masks.mask(id, unit, known.id(), desk.open(id, unit, known.id()), wish);
        } catch (IOException e) {
            throw new RuleBrokenException("mask.error.page");
        }
    }

    /** Takes back what the public may see of the page. */
    public void unmask() {
        var known = known();
        once.run(
                reply,
                "unmask " + seen(),
                () -> attempt(() -> desk.unmask(id, unit, known.id(), page, seen()))
                        ? new Once.Done(here(page), Note.good(visit.text("mask.undone")))
                        : null);
    }

    private EnclosureDeskService.Line known() {
        return Objects.requireNonNull(file);
    }

    private String query(int number) {
        return "?" + InboxItemPage.NUMBER + "=" + id + "&" + EnclosureServlet.FILE + "=" + known().id() + "&"
                + EnclosureServlet.PAGE + "=" + number;
    }

    private String here(int number) {
        return PATH + query(number);
    }

    public boolean isChosen() {
        return file != null;
    }

    public EnclosureDeskService.@Nullable Line getFile() {
        return file;
    }

    public EnclosureDeskService.@Nullable Masked getMasked() {
        return masked;
    }

    public int getPage() {
        return page;
    }

    public List<Integer> getPages() {
        return pages;
    }

    public String pageUrl(int number) {
        return visit.url(here(number));
    }

    /** The page as it is. */
    public String getPictureUrl() {
        return visit.file(EnclosureServlet.PATH) + query(page);
    }

    /** The picture that the public gets. */
    public String getMaskedUrl() {
        return visit.file(EnclosureServlet.PATH) + query(page) + "&" + EnclosureServlet.MASKED + "=1";
    }

    public String getBack() {
        return visit.url(isChosen() ? InboxItemPage.PATH + "?" + InboxItemPage.NUMBER + "=" + id : InboxPage.PATH);
    }

    public String getBoxes() {
        return boxes;
    }

    public void setBoxes(@Nullable String boxes) {
        this.boxes = Objects.requireNonNullElse(boxes, "");
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = Objects.requireNonNullElse(description, "");
    }

    public List<String> getDoubts() {
        return doubts;
    }

    public boolean isLooked() {
        return looked;
    }

    public void setLooked(boolean looked) {
        this.looked = looked;
    }
}
