package vn.minhbach.editorial;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.Visit;

/**
 * The screen on which a draft is looked at as readers will see it, as wide as a desk's screen or a phone's, with the secret links by which
 * readers without an account see it. What is shown, and to whom it may be given, is for the feature to say.
 */
public abstract class PreviewPage implements Serializable {

    /** How the address names the item. */
    protected static final String ITEM = "ma";

    /** How the address says how wide. */
    protected static final String WIDTH = "kho";

    private static final String PHONE = "dien-thoai";
    private static final long serialVersionUID = 1L;

    @Inject
    PortalUrl portal;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable PreviewBoard board;
    private boolean phone;
    private int days = PreviewLinks.DAYS.getFirst();

    /** What stands behind an address. */
    protected abstract PreviewBoard open(String given);

    /** Makes a link; gives its secret. */
    protected abstract String issue(PreviewBoard known, int days);

    /** Takes a link back; false if it was gone. */
    protected abstract boolean takeBack(PreviewBoard known, long link);

    /** Where a secret link leads, without language. */
    protected abstract String shared(String secret);

    /** This screen, without language. */
    protected abstract String path();

    /** The draft in the public view, without language. */
    protected abstract String draftPath();

    /** The form of the item, without language. */
    protected abstract String formPath();

    /** The list of all items, without language. */
    protected abstract String listPath();

    public void load() {
        phone = visit.parameter(WIDTH).equals(PHONE);
        var given = visit.parameter(ITEM);
        if (!given.isEmpty()) {
            board = open(given);
        }
    }

    /** Makes a link and shows it, this once. */
    public void share() {
        var known = Objects.requireNonNull(board);
        once.run(reply, "share", () -> {
            var secret = reply.attempt(() -> issue(known, days));
            return secret == null
                    ? null
                    : new Once.Done(
                            here(),
                            Note.good(visit.text("articlePreview.shared"))
                                    .withCopy(
                                            visit.text("articlePreview.link"),
                                            portal.absolute(visit.file(shared(secret)))));
        });
    }

    public void revoke() {
        var known = Objects.requireNonNull(board);
        var link = pressed.id();
        once.run(reply, "revoke " + link, () -> {
            var revoked = reply.attempt(() -> takeBack(known, link));
            return revoked == null
                    ? null
                    : new Once.Done(
                            here(),
                            Boolean.TRUE.equals(revoked)
                                    ? Note.good(visit.text("articlePreview.revoked"))
                                    : Note.info(visit.text("desk.gone")));
        });
    }

    private String here() {
        return of(path()) + (phone ? "&" + WIDTH + "=" + PHONE : "");
    }

    private String of(String path) {
        return path + "?" + ITEM + "=" + (board == null ? "" : board.key());
    }

    /** Null if no item was asked for. */
    public @Nullable PreviewBoard getBoard() {
        return board;
    }

    public boolean isPhone() {
        return phone;
    }

    /** The draft in the public view. */
    public String getDraft() {
        return visit.url(of(draftPath()));
    }

    /** This screen, as wide as a desk's. */
    public String getAtDesk() {
        return visit.url(of(path()));
    }

    /** This screen, as wide as a phone's. */
    public String getAtPhone() {
        return visit.url(of(path()) + "&" + WIDTH + "=" + PHONE);
    }

    /** The form of the item; the list of all where none was asked for. */
    public String getBack() {
        return visit.url(board == null ? listPath() : of(formPath()));
    }

    public List<Integer> getChoices() {
        return PreviewLinks.DAYS;
    }

    /** For how many days the link that is made next holds. */
    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
