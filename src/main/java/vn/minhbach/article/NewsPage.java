package vn.minhbach.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.search.FacetValue;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.Paged;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Pager;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /tin-tuc} and {@code /chuyen-muc/<slug>}: the newest articles of all sections, or of one. */
@Door(path = "/tin-tuc", parameters = "trang", permission = Permission.READ_PUBLIC)
@Door(path = "/chuyen-muc/{slug}", parameters = "trang", permission = Permission.READ_PUBLIC)
@Named("tin-tuc")
@RequestScoped
public class NewsPage implements PublicPage {

    private static final int SIZE = 15;

    @Inject
    ArticleService service;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private @Nullable Section section;
    private List<FacetValue> sections = List.of();
    private List<ArticleLine> articles = List.of();
    private Pager pager = Pager.of(1, SIZE, 0, unused -> "");

    @Override
    public void load() {
        var slug = visit.getPath().startsWith("/chuyen-muc") ? visit.pathInfo() : "";
        var chosen = slug.isEmpty() ? null : service.section(slug);
        var successor = chosen == null ? null : chosen.getSuccessorId();
        if (successor != null) {
            service.sections().stream()
                    .filter(one -> one.getId() == successor)
                    .findFirst()
                    .ifPresent(one -> {
                        throw new MovedException(visit.url(one.getPath()));
                    });
        }
        show(chosen, visit.parameter("trang"));
    }

    /** Shows the page of a section as it would be if the section were this. */
    void preview(Section draft) {
        show(draft, "");
    }

    private void show(@Nullable Section chosen, String wanted) {
        section = chosen;
        var slug = chosen == null ? "" : chosen.getSlug();
        var counts = service.counts();
        sections = service.sections().stream()
                .map(one -> chosen != null && one.getSlug().equals(slug) ? chosen : one)
                .filter(one -> one.isOpen() || one.getSlug().equals(slug))
                .map(one -> new FacetValue(
                        one.getName(),
                        counts.getOrDefault(one.getSlug(), 0L),
                        visit.url("/chuyen-muc/" + one.getSlug()),
                        one.getSlug().equals(slug)))
                .toList();
        var total = chosen == null ? service.newest(0, 1).total() : counts.getOrDefault(slug, 0L);
        var page = Pager.page(wanted, total, SIZE);
        var first = (page - 1) * SIZE;
        Paged<Article> found = chosen == null ? service.newest(first, SIZE) : service.newestOf(chosen, first, SIZE);
        articles = found.items().stream()
                .map(article -> ArticleLine.of(article, visit))
                .toList();
        pager = Pager.of(page, SIZE, found.total(), this::address);
    }

    private String address(int page) {
        return PageAddress.of(visit.url(path()))
                .with("trang", page == 1 ? "" : String.valueOf(page))
                .toString();
    }

    private String path() {
        return section == null ? "/tin-tuc" : "/chuyen-muc/" + section.getSlug();
    }

    public String getTitle() {
        return section == null ? visit.text("news.title") : section.getName();
    }

    public String getDescription() {
        return section == null ? "" : section.getDescription();
    }

    /** The picture above the list; empty for none. */
    public String getPicture() {
        return section == null || section.getPicture().isEmpty() ? "" : visit.file(section.getPicture());
    }

    public String getPictureAlt() {
        return section == null ? "" : section.getPictureAlt();
    }

    public List<FacetValue> getSections() {
        return sections;
    }

    public List<ArticleLine> getArticles() {
        return articles;
    }

    public Pager getPager() {
        return pager;
    }

    public List<Link> getBreadcrumb() {
        return section == null ? List.of() : List.of(new Link(visit.text("news.title"), visit.url("/tin-tuc")));
    }

    public String getFeedUrl() {
        return visit.file(section == null ? "/feed/tin-tuc.atom" : "/feed/" + section.getSlug() + ".atom");
    }

    public String getCanonicalUrl() {
        return structured.absolute(address(pager.page()));
    }

    public String getJsonLd() {
        var path = new ArrayList<>(getBreadcrumb());
        path.add(new Link(getTitle(), visit.url(path())));
        return structured.breadcrumb(path);
    }
}
