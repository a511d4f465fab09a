package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.RefusedException;
import vn.minhbach.access.Subject;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.Items;
import vn.minhbach.editorial.PreviewLink;
import vn.minhbach.editorial.PreviewLinks;
import vn.minhbach.editorial.ReviewState;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/**
 * What is being written, as readers will see it: for members of the board, and for whoever was given a secret link. A link shows the
 * newest version as long as the board has it before it; unknown, ended, taken back, or of what was given up or withdrawn, it is all
 * the same: there is nothing.
 */
@ApplicationScoped
@Transactional
public class ArticlePreviewService {

    private static final String KIND = ArticleService.KIND;

    @Inject
    Items items;

    @Inject
    PreviewLinks links;

    @Inject
    ArticleDeskService desk;

    @Inject
    ArticleRepository articles;

    @Inject
    CurrentActor actors;

    /** A link that holds, as screens show it; its secret is not known any more. */
    public record Line(long id, String madeBy, Instant madeAt, Instant endsAt) implements Serializable {

        static Line of(PreviewLink link) {
            return new Line(link.getId(), link.getMadeBy(), link.getMadeAt(), link.getEndsAt());
        }
    }

    /** The newest version of an article, for whoever sees it at their desk. */
    public PublicArticle draft(long id) {
        desk.open(id);
        return whole(items.get(KIND, id));
    }

    /** Whether the public sees the newest version already. */
    public boolean isPublic(long id) {
        return isPublicAsItIs(items.get(KIND, id));
    }

    /**
     * An article as whoever looks at its draft has it before them.
     *
     * @param sharing whether they may give the draft to readers without an account, and take it back
     * @param shareable whether there is anything that a link could show
     * @param links those that hold, the newest first; only for whoever may share
     */
    public record Board(long id, String title, String place, boolean sharing, boolean shareable, List<Line> links)
            implements Serializable {}

    /** The article with its links, for whoever sees it at their desk. */
    public Board open(long id) {
        desk.open(id);
        var item = items.get(KIND, id);
        var sharing = actors.get().may(Permission.WRITE_ARTICLES, item.getPlace());
        return new Board(
                id,
                item.getTitle(),
                item.getPlace(),
                sharing,
                isBeingWritten(item),
                sharing ? links.open(item).stream().map(Line::of).toList() : List.of());
    }

    /**
     * Makes a link.
     *
     * @param section the slug of the section in which the newest version stands
     * @param days for how long it holds
     * @return its secret, which nobody can find out again
     */
    @Permit(Permission.WRITE_ARTICLES)
    public String share(@Subject long id, @Place String section, @Subject int days) {
        var item = at(section, id);
        if (!isBeingWritten(item)) {
            throw new RuleBrokenException("articlePreview.error.nothing");
        }
        return links.issue(item, days);
    }

    /** Takes a link back; false if it was gone. */
    @Permit(Permission.WRITE_ARTICLES)
    public boolean revoke(@Subject long id, @Place String section, @Subject long link) {
        return links.revoke(at(section, id), link);
    }

    /** Locked: two who share at once are counted one after the other. */
    private Item at(String section, long id) {
        var item = items.change(KIND, id);
        if (!item.getPlace().equals(section)) {
            throw new RefusedException(Permission.WRITE_ARTICLES);
        }
        return item;
    }

    /**
     * What a secret link shows.
     *
     * @throws MovedException if it has come out since: everybody may read it where it is
     * @throws NotFoundException if there is nothing behind it, whatever the reason
     */
    public PublicArticle shared(String secret) {
        var item = items.get(KIND, itemOf(secret));
        if (isPublicAsItIs(item)) {
            throw new MovedException("/bai-viet/" + item.getSlug());
        }
        if (!isBeingWritten(item)) {
            throw nothing();
        }
        return whole(item);
    }

    /** Whether a secret link shows or offers a file. */
    public boolean shows(String secret, long file) {
        return shown(secret).map(item -> content(item).files().contains(file)).orElse(false);
    }

    private Optional<Item> shown(String secret) {
        return links.find(secret)
                .map(link -> items.get(KIND, link.getItemId()))
                .filter(ArticlePreviewService::isBeingWritten);
    }

    private long itemOf(String secret) {
        return links.find(secret).map(PreviewLink::getItemId).orElseThrow(ArticlePreviewService::nothing);
    }

    /** Without the secret: what is thrown may be written down. */
    private static NotFoundException nothing() {
        return new NotFoundException("preview", "");
    }

    private static boolean isBeingWritten(Item item) {
        return item.getReview() != ReviewState.SETTLED
                && (item.getState() == ItemState.DRAFT || item.getState() == ItemState.PUBLISHED);
    }

    private static boolean isPublicAsItIs(Item item) {
        var published = item.getPublishedVersion();
        return item.getState() == ItemState.PUBLISHED && published != null && published == item.getNewestVersion();
    }

    private ArticleContent content(Item item) {
        return items.version(item, item.getNewestVersion()).content(ArticleContent.class);
    }

    private PublicArticle whole(Item item) {
        var content = content(item);
        var section = articles.section(content.sectionId())
                .orElseThrow(() -> new NotFoundException(KIND, String.valueOf(item.getId())));
        var article = new Article(
                item,
                item.getNewestVersion(),
                content,
                section,
                articles.image(content.imageId()).orElse(null),
                Correction.of(items.steps(item)));
        return new PublicArticle(article, content, null);
    }
}
