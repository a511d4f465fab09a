package vn.minhbach.article;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.editorial.PreviewLinks;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /quan-tri/bai-viet/xem-truoc}: the draft of an article as readers will see it, as wide as a desk's screen or a phone's, and
 * the secret links by which readers without an account see it.
 */
@Door(
        path = ArticlePreviewPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ArticleEditPage.ARTICLE, ArticlePreviewPage.WIDTH},
        permission = Permission.WRITE_ARTICLES)
@Named
@ViewScoped
public class ArticlePreviewPage implements Serializable {

    static final String PATH = ArticlesDeskPage.PATH + "/xem-truoc";
    static final String WIDTH = "kho";

    private static final String PHONE = "dien-thoai";
    private static final long serialVersionUID = 1L;

    @Inject
    ArticlePreviewService previews;

    @Inject
    PortalUrl portal;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private ArticlePreviewService.@Nullable Board board;
    private boolean phone;
    private int days = PreviewLinks.DAYS.getFirst();

    public void load() {
        phone = visit.parameter(WIDTH).equals(PHONE);
        var given = visit.parameter(ArticleEditPage.ARTICLE);
        if (given.isEmpty()) {
            return;
        }
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(ArticleService.KIND, given);
        }
        board = previews.open(Long.parseLong(given));
    }

    /** Makes a link and shows it, this once. */
    public void share() {
        var known = Objects.requireNonNull(board);
        once.run(reply, "share", () -> {
            var secret = reply.attempt(() -> previews.share(known.id(), known.place(), days));
            return secret == null
                    ? null
                    : new Once.Done(
                            here(),
                            Note.good(visit.text("articlePreview.shared"))
                                    .withCopy(
                                            visit.text("articlePreview.link"),
                                            portal.absolute(visit.file(SharedDraftServlet.link(secret)))));
        });
    }

    public void revoke() {
        var known = Objects.requireNonNull(board);
        var link = pressed.id();
        once.run(reply, "revoke " + link, () -> {
            var revoked = reply.attempt(() -> previews.revoke(known.id(), known.place(), link));
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
        return PATH + "?" + ArticleEditPage.ARTICLE + "="
                + Objects.requireNonNull(board).id() + (phone ? "&" + WIDTH + "=" + PHONE : "");
    }

    /** Null if no article was asked for. */
    public ArticlePreviewService.@Nullable Board getBoard() {
        return board;
    }

    public boolean isPhone() {
        return phone;
    }

    /** The draft in the public view. */
    public String getDraft() {
        return visit.url(DraftServlet.PATH + "?" + article());
    }

    /** This screen, as wide as a desk's. */
    public String getAtDesk() {
        return visit.url(PATH + "?" + article());
    }

    /** This screen, as wide as a phone's. */
    public String getAtPhone() {
        return visit.url(PATH + "?" + article() + "&" + WIDTH + "=" + PHONE);
    }

    /** The form of the article; the list of all where none was asked for. */
    public String getBack() {
        return visit.url(board == null ? ArticlesDeskPage.PATH : ArticleEditPage.PATH + "?" + article());
    }

    private String article() {
        return ArticleEditPage.ARTICLE + "=" + (board == null ? "" : board.id());
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
