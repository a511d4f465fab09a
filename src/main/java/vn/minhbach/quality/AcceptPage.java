package vn.minhbach.quality;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.procedure.ProcedureEditPage;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/chat-luong/xem}: a finding with the source beside the page, and the form by which it is accepted. */
@Door(
        path = AcceptPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {AcceptPage.FINDING, ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_QUALITY)
@Named
@ViewScoped
public class AcceptPage implements Serializable {

    static final String PATH = QualityPage.PATH + "/xem";
    static final String FINDING = "ma";

    private static final long serialVersionUID = 1L;

    @Inject
    QualityService service;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    @Inject
    CurrentActor actors;

    private final Once once = new Once();
    private boolean writer;
    private @Nullable QualityRow row;
    private String back = "";

    @NotBlank
    @Size(max = 1000)
    private String reason = "";

    public void load() {
        writer = actors.get().may(Permission.WRITE_PROCEDURES);
        back = QualityPage.PATH + ListState.of(visit, QualityPage.COLUMNS).query();
        var given = visit.parameter(FINDING);
        if (given.isEmpty()) {
            return;
        }
        row = (given.matches("\\d{1,18}") ? service.row(Long.parseLong(given)) : Optional.<QualityRow>empty())
                .orElseThrow(() -> new NotFoundException("quality-finding", given));
    }

    public void accept() {
        var accepted = Objects.requireNonNull(row);
        once.run(
                reply,
                "accept",
                () -> reply.attempts(() -> service.accept(accepted.id(), reason))
                        ? new Once.Done(back, Note.good(visit.text("quality.accepted", accepted.title())))
                        : null);
    }

    /** The finding; null where none was chosen. */
    public @Nullable QualityRow getRow() {
        return row;
    }

    /** The form of the procedure; empty for whoever may not write it. */
    public String getForm() {
        return row == null || !writer ? "" : visit.url(ProcedureEditPage.path(row.code()));
    }

    /** The list as it was left. */
    public String getBack() {
        return visit.url(back);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
