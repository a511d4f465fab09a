package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.RefusedException;
import vn.minhbach.access.Subject;
import vn.minhbach.editorial.Correction;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.Items;
import vn.minhbach.editorial.PreviewBoard;
import vn.minhbach.editorial.PreviewLink;
import vn.minhbach.editorial.PreviewLinks;
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

    /** The newest version of an article, with what they have typed since and not saved, for whoever sees it at their desk. */
    public PublicArticle draft(long id) {
        desk.open(id);
        var item = items.get(KIND, id);
        return whole(item, typed(item).orElseGet(() -> content(item)));
    }

    /** Whether the public sees all of that already. */
    public boolean isPublic(long id) {
        var item = items.get(KIND, id);
        return item.isPublicAsItIs() && typed(item).isEmpty();
    }

    /** What whoever asks has typed and not saved; none if nothing was, or if it could not be saved as it stands. */
    private Optional<ArticleContent> typed(Item item) {
        var saved = content(item);
        return desk.unsaved(String.valueOf(item.getId())).flatMap(copy -> {
            var before = new ArticleForm(saved, desk.sectionOf(saved));
            var form = new ArticleForm(saved, desk.sectionOf(saved));
            form.read(copy.content());
            form.setNote("");
            return form.says(before) ? Optional.empty() : asSaved(form);
        });
    }

    private Optional<ArticleContent> asSaved(ArticleForm form) {
        try {
            return articles.section(form.getSection())
                    .map(section -> form.content(section).cleaned());
        } catch (RuleBrokenException e) {
            // A picture that is not there, say. Whoever saves is told.
            return Optional.empty();
        }
    }

    /** The article with its links, for whoever sees it at their desk. */
    public PreviewBoard open(long id) {
        desk.open(id);
        var item = items.get(KIND, id);
        var sharing = actors.get().may(Permission.WRITE_ARTICLES, item.getPlace());
        return new PreviewBoard(
                String.valueOf(id),
                item.getTitle(),
                item.getPlace(),
                sharing,
                item.isBeingWritten(),
                typed(item).isPresent(),
                sharing ? links.open(item).stream().map(PreviewBoard.Line::of).toList() : List.of());
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
        if (!item.isBeingWritten()) {
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
        if (item.isPublicAsItIs()) {
            throw new MovedException("/bai-viet/" + item.getSlug());
        }
        if (!item.isBeingWritten()) {
            throw nothing();
        }
        return whole(item, content(item));
    }

    /** Whether a secret link shows or offers a file. */
    public boolean shows(String secret, long file) {
        return shown(secret).map(item -> content(item).files().contains(file)).orElse(false);
    }

    private Optional<Item> shown(String secret) {
        return links.find(secret).map(link -> items.get(KIND, link.getItemId())).filter(Item::isBeingWritten);
    }

    private long itemOf(String secret) {
        return links.find(secret).map(PreviewLink::getItemId).orElseThrow(ArticlePreviewService::nothing);
    }

    /** Without the secret: what is thrown may be written down. */
    private static NotFoundException nothing() {
        return new NotFoundException("preview", "");
    }

    private ArticleContent content(Item item) {
        return items.version(item, item.getNewestVersion()).content(ArticleContent.class);
    }

    private PublicArticle whole(Item item, ArticleContent content) {
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
