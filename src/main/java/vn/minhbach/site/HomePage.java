package vn.minhbach.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern PROCEDURE = Pattern.compile("^(?i:thủ tục)\\s+");

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
    private List<List<HomeLayout.Part>> rows = List.of();

    @Override
    public void load() {
        frequent = procedures.frequent().stream()
                .map(procedure -> new Link(
                        Text.shorten(need(procedure.getTitle()), NEEDS_LENGTH), visit.url(procedure.getPath())))
                .toList();
        lifeEvents = procedures.offeredLifeEvents().stream()
                .map(event -> LifeEventLink.of(event, 0, visit))
                .toList();
        notices = site.notices();
        banner = site.banners().stream().findFirst().orElse(null);
        var elsewhere = Stream.concat(
                        notices.stream().map(Notice::url),
                        Stream.ofNullable(banner).map(Banner::url))
                .toList();
        var layout = site.layout();
        rows = layout.without(empty(banner, lifeEvents)).rows();
        var newsSize = layout.size(HomeBlock.NEWS, FrontNews.NEWS);
        var reformSize = layout.size(HomeBlock.REFORM, FrontNews.REFORM);
        var pinned = site.pinned().stream()
                .map(article -> ArticleLine.of(article, visit))
                .toList();
        reform = reformColumn.brief(reformSize + elsewhere.size() + pinned.size());
        news = FrontNews.of(
                pinned,
                articles.newest(newsSize + reformSize + elsewhere.size() + pinned.size()).stream()
                        .map(article -> ArticleLine.of(article, visit))
                        .toList(),
                reform.newest(),
                elsewhere,
                newsSize,
                reformSize);
        procedureCount = procedures.total();
    }

    /** Parts that have nothing to show, and say nothing of that. */
    static Set<HomeBlock> empty(@Nullable Banner banner, List<LifeEventLink> lifeEvents) {
        var empty = EnumSet.noneOf(HomeBlock.class);
        if (banner == null) {
            empty.add(HomeBlock.BANNER);
        }
        if (lifeEvents.isEmpty()) {
            empty.add(HomeBlock.LIFE_EVENTS);
        }
        return empty;
    }

    /** The parts of the page, as editors arranged them. */
    public List<List<HomeLayout.Part>> getRows() {
        return rows;
    }

    public List<Link> getFrequent() {
        return frequent;
    }

    /** People look for the deed, not for the word "procedure" before it. */
    private static String need(String title) {
        var bare = PROCEDURE.matcher(title).replaceFirst("");
        return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
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
