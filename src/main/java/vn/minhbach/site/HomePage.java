package vn.minhbach.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleLine;
import vn.minhbach.article.ArticleService;
import vn.minhbach.procedure.LifeEventLink;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs the home page. */
@Door(path = "/", permission = Permission.READ_PUBLIC)
@Named("index")
@RequestScoped
public class HomePage implements PublicPage {

    private static final int NEEDS_LENGTH = 70;

    @Inject
    ProcedureService procedures;

    @Inject
    ArticleService articles;

    @Inject
    Reform reformColumn;

    @Inject
    Site site;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private List<Link> frequent = List.of();
    private List<Notice> notices = List.of();
    private @Nullable Banner banner;
    private List<LifeEventLink> lifeEvents = List.of();
    private FrontNews news = new FrontNews(null, List.of(), List.of());
    private @Nullable ReformBrief reform;
    private long procedureCount;

    @Override
    public void load() {
        frequent = procedures.frequent().stream()
                .map(procedure -> new Link(
                        Text.shorten(need(procedure.getTitle()), NEEDS_LENGTH), visit.url(procedure.getPath())))
                .toList();
        lifeEvents = procedures.lifeEvents().stream()
                .map(event -> LifeEventLink.of(event, 0, visit))
                .toList();
        notices = site.notices();
        banner = site.banners().stream().findFirst().orElse(null);
        var elsewhere = Stream.concat(
                        notices.stream().map(Notice::url),
                        Stream.ofNullable(banner).map(Banner::url))
                .toList();
        reform = reformColumn.brief(FrontNews.REFORM + elsewhere.size());
        news = FrontNews.of(
                articles.newest(FrontNews.NEWS + FrontNews.REFORM + elsewhere.size()).stream()
                        .map(article -> ArticleLine.of(article, visit))
                        .toList(),
                reform.newest(),
                elsewhere);
        procedureCount = procedures.total();
    }

    public List<Link> getFrequent() {
        return frequent;
    }

    /** People look for the deed, not for the word "procedure" before it. */
    private static String need(String title) {
        var bare = title.replaceFirst("^(?i:thủ tục)\\s+", "");
        return bare.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + bare.substring(1);
    }

    public List<LifeEventLink> getLifeEvents() {
        return lifeEvents;
    }

    /** The newest article with a picture leads; without any picture, the newest. */
    public @Nullable ArticleLine getLead() {
        return news.lead();
    }

    public List<ArticleLine> getNews() {
        return news.news();
    }

    public List<ArticleLine> getReformNews() {
        return news.reform();
    }

    public @Nullable ReformBrief getReform() {
        return reform;
    }

    public List<Notice> getNotices() {
        return notices;
    }

    public @Nullable Banner getBanner() {
        return banner;
    }

    /** As many as the list holds to which the page leads, abolished ones included. */
    public long getProcedureCount() {
        return procedureCount;
    }

    public String getCanonicalUrl() {
        return structured.absolute(visit.url("/"));
    }

    public String getJsonLd() {
        var department = structured.publisher().add("@context", "https://schema.org");
        if (!site.getParentName().isEmpty()) {
            department.add(
                    "parentOrganization",
                    structured.part("GovernmentOrganization").add("name", site.getParentName()));
        }
        return structured.script(structured
                .reach(department, site.getAddress(), site.getPhone(), site.getEmail())
                .build());
    }
}
