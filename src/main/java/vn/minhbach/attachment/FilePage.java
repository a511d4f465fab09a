package vn.minhbach.attachment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Meanwhile;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /quan-tri/thu-vien-tep/sua}: one file, what is said of it and where it is used; without a number the form by which a new
 * one is brought.
 */
@Door(
        path = FilePage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {FilePage.FILE, ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_FILES)
@Named
@ViewScoped
public class FilePage implements Serializable {

    public static final String PATH = LibraryPage.PATH + "/sua";

    /** The number of the file. */
    public static final String FILE = "ma";

    private static final long serialVersionUID = 1L;

    @Inject
    AttachmentService attachments;

    @Inject
    Intake intake;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    @Inject
    Pressed pressed;

    private final Once once = new Once();
    private FileForm form = new FileForm();
    private Shown file = Shown.NONE;
    private String back = "";
    private String upload = "";
    private String about = "";
    private List<Where> uses = List.of();
    private List<HistoryLine> history = List.of();
    private @Nullable Meanwhile meanwhile;

    /** The file as the screen shows it. */
    public record Shown(
            long id,
            long version,
            String name,
            String label,
            String url,
            String preview,
            boolean picture,
            int width,
            int height,
            boolean quarantined,
            boolean refused,
            List<String> remarks)
            implements Serializable {

        /** None: a file is being brought. */
        static final Shown NONE = new Shown(0, 0, "", "", "", "", false, 0, 0, false, false, List.of());
    }

    /** Where it is used. */
    public record Where(String title, String url, String standing, String tone) implements Serializable {}

    public void load() {
        back = LibraryPage.PATH + ListState.of(visit, LibraryPage.COLUMNS).query();
        upload = visit.url(UploadServlet.PATH);
        about = visit.text("library.upload.help", visit.words().number(intake.longest() / (1024 * 1024)));
        var given = visit.parameter(FILE);
        if (given.isEmpty()) {
            return;
        }
        var found = (given.matches("\\d{1,18}")
                        ? attachments.find(Long.parseLong(given))
                        : java.util.Optional.<Attachment>empty())
                .orElseThrow(() -> new NotFoundException(AttachmentService.KIND, given));
        form = new FileForm(found);
        show(found);
    }

    private void show(Attachment attachment) {
        var id = Objects.requireNonNull(attachment.getId());
        var shown = new Shown(
                id,
                attachment.getVersion(),
                attachment.getFileName(),
                attachment.label(),
                visit.file(attachment.getPath()),
                attachment.isPicture() && !attachment.isQuarantined()
                        ? visit.file(attachment.getPath(PictureMaker.WIDTHS.getFirst()))
                        : "",
                attachment.isPicture(),
                attachment.getWidth(),
                attachment.getHeight(),
                attachment.isQuarantined(),
                attachment.isRefused(),
                attachment.getRemarks().stream()
                        .map(remark -> visit.text("Remark." + remark))
                        .toList());
        file = shown;
        upload = visit.url(UploadServlet.PATH) + "?" + UploadServlet.INSTEAD + "=" + id + "&" + UploadServlet.VERSION
                + "=" + attachment.getVersion();
        uses = attachments.uses(id).stream()
                .map(use -> new Where(
                        use.title(),
                        visit.url(use.path()),
                        visit.text("AttachmentUse.Standing." + use.standing()),
                        use.standing() == AttachmentUse.Standing.PUBLIC ? "good" : "info"))
                .toList();
        history = lines(attachments.historyOf(id), visit);
    }

    static List<HistoryLine> lines(List<HistoryEntry> entries, Visit visit) {
        return entries.stream()
                .map(entry -> Attachment.isReversible(entry)
                        ? HistoryLine.reversible(entry, visit, (name, value) -> shown(name, value, visit))
                        : HistoryLine.of(entry, visit, (name, value) -> shown(name, value, visit)))
                .toList();
    }

    private static String shown(String name, String value, Visit visit) {
        return switch (name) {
            case Attachment.FOCUS -> visit.text("editor.picture.focus." + value + ".label");
            case Attachment.SCAN -> visit.text("library.scan." + value);
            default -> value;
        };
    }

    public void undo() {
        var line = pressed.id();
        var here = visit.getPath();
        once.run(reply, "undo " + line, () -> reply.restores(here, () -> attachments.restore(line)));
    }

    public void save() {
        var shown = getFile();
        once.run(reply, "save", () -> {
            try {
                return reply.attempts(() -> attachments.describe(
                                shown.id(),
                                shown.version(),
                                form.getAlt(),
                                form.getCaption(),
                                form.getCredit(),
                                form.getFocus()))
                        ? new Once.Done(back, Note.good(visit.text("library.described", shown.name())))
                        : null;
            } catch (ChangedMeanwhileException e) {
                showMeanwhile(shown.id());
                return null;
            }
        });
    }

    private void showMeanwhile(long id) {
        history = lines(attachments.historyOf(id), visit);
        var last = history.isEmpty() ? null : history.getFirst();
        var now = attachments.find(id).orElse(null);
        if (now == null) {
            meanwhile = Meanwhile.removed(last);
        } else {
            var theirs = new FileForm(now);
            meanwhile = Meanwhile.changed(last)
                    .field(visit.text("library.alt.label"), theirs.getAlt(), form.getAlt())
                    .field(visit.text("library.caption.label"), theirs.getCaption(), form.getCaption())
                    .field(visit.text("library.credit.label"), theirs.getCredit(), form.getCredit());
            show(now);
        }
        reply.refuse(visit.text(now == null ? "desk.meanwhile.removed.error" : "desk.meanwhile.error"), "");
    }

    public FileForm getForm() {
        return form;
    }

    public boolean isNew() {
        return file.id() == 0;
    }

    public Shown getFile() {
        return file;
    }

    public List<String> getFocuses() {
        return Focus.ALL;
    }

    public String getUpload() {
        return upload;
    }

    /** What may be brought, and how large. */
    public String getAbout() {
        return about;
    }

    public List<Where> getUses() {
        return uses;
    }

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
}
