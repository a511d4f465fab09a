package vn.minhbach.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Pager;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /nhan/<slug>}: the articles that bear a tag. */
@Door(path = Tags.PLACE + "/{slug}", parameters = "trang", permission = Permission.READ_PUBLIC)
@Named("nhan")
@RequestScoped
public class TagPage implements PublicPage {

    private static final int SIZE = 15;

    @Inject
    Tags tags;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private Tags.@Nullable Tag tag;
    private List<ArticleLine> articles = List.of();
    private Pager pager = Pager.of(1, SIZE, 0, unused -> "");

    @Override
    public void load() {
        var slug = visit.pathInfo();
        var found = tags.find(slug).orElseThrow(() -> new NotFoundException("tag", slug));
        if (!found.slugs().getFirst().equals(slug)) {
            throw new MovedException(visit.url(found.path()));
        }
        var total = tags.articles(found, 0, 1).total();
        show(found, Pager.page(visit.parameter("trang"), total, SIZE));
    }

    /** Shows the page as it would be if the editors' list said this of a tag. */
    public void preview(TagBook.Entry entry) {
        show(Tags.Tag.of(entry), 1);
    }

    private void show(Tags.Tag found, int page) {
        tag = found;
        var listed = tags.articles(found, (page - 1) * SIZE, SIZE);
        articles = listed.items().stream()
                .map(article -> ArticleLine.of(article, visit))
                .toList();
        pager = Pager.of(page, SIZE, listed.total(), this::address);
    }

    private String address(int page) {
        return PageAddress.of(visit.url(tag().path()))
                .with("trang", page == 1 ? "" : String.valueOf(page))
                .toString();
    }

    private Tags.Tag tag() {
        return Objects.requireNonNull(tag);
    }

    public String getTitle() {
        return tag().name(visit);
    }

    public String getDescription() {
        return tag().description();
    }

    public List<ArticleLine> getArticles() {
        return articles;
    }

    public Pager getPager() {
        return pager;
    }

    public List<Link> getBreadcrumb() {
        return List.of(new Link(visit.text("news.title"), visit.url("/tin-tuc")));
    }

    public String getCanonicalUrl() {
        return structured.absolute(address(pager.page()));
    }

    public String getJsonLd() {
        var path = new ArrayList<>(getBreadcrumb());
        path.add(new Link(getTitle(), visit.url(tag().path())));
        return structured.breadcrumb(path);
    }
}
