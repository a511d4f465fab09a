package vn.minhbach.attachment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/thu-vien-tep}: all pictures, clips and files, a page at a time. */
@Door(
        path = LibraryPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_FILES)
@Screen(name = "library.title", task = "writing.task", order = 60)
@Named
@ViewScoped
public class LibraryPage implements Serializable {

    public static final String PATH = "/quan-tri/thu-vien-tep";
    static final Set<String> COLUMNS =
            Set.of(AttachmentService.BY_NAME, AttachmentService.BY_SIZE, AttachmentService.BY_CHANGE);

    private static final long serialVersionUID = 1L;

    @Inject
    AttachmentService attachments;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<Attachment> list;
    private List<HistoryLine> history = List.of();
    private List<Link> kinds = List.of();

    /** Asks the service for a page of the list. */
    private record Files(AttachmentService attachments) implements LazyList.Source<Attachment> {

        @Override
        public List<Long> order(ListState state) {
            return attachments.numbers(state);
        }

        @Override
        public List<Attachment> rows(List<Long> numbers) {
            return attachments.all(numbers);
        }

        @Override
        public Long number(Attachment attachment) {
            return Objects.requireNonNull(attachment.getId());
        }
    }

    public void load() {
        list = new LazyList<>(new Files(attachments), ListState.of(visit, COLUMNS), visit.url(PATH));
        history = FilePage.lines(attachments.history(), visit);
        kinds = List.of(
                kind("library.kind.pictures", LibraryFilter.PICTURES),
                kind("library.kind.clips", LibraryFilter.CLIPS),
                kind("library.kind.files", LibraryFilter.FILES),
                kind("library.kind.unused", LibraryFilter.UNUSED));
    }

    private Link kind(String name, String filter) {
        return new Link(visit.text(name), visit.url(PATH) + new ListState(filter, "", false, 1).query());
    }

    public void remove() {
        var id = pressed.id();
        once.run(reply, "remove " + id, () -> reply.removes(here(), "library.removed", () -> attachments.remove(id)));
    }

    public void undo() {
        var id = pressed.id();
        once.run(reply, "undo " + id, () -> reply.restores(here(), () -> attachments.restore(id)));
    }

    private String here() {
        return PATH + getList().getState().query();
    }

    public LazyList<Attachment> getList() {
        return Objects.requireNonNull(list);
    }

    /** Lists of one kind, to choose from. */
    public List<Link> getKinds() {
        return kinds;
    }

    public List<HistoryLine> getHistory() {
        return history;
    }
}
