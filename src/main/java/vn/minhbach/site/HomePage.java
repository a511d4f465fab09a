package vn.minhbach.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.article.ArticleLine;
import vn.minhbach.article.ArticleService;
import vn.minhbach.procedure.LifeEventLink;
import vn.minhbach.procedure.Procedure;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.shared.Link;
import vn.minhbach.shared.StructuredData;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Visit;

/** Backs the home page. */
@Named
@RequestScoped
public class HomePage {

    private static final int FREQUENT = 5;
    private static final int NEWS = 5;
    private static final int REFORM = 3;
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

    private List<Procedure> frequent = List.of();
    private List<LifeEventLink> lifeEvents = List.of();
    private List<ArticleLine> news = List.of();
    private @Nullable ReformBrief reform;
    private long procedureCount;

    public void load() {
        frequent = procedures.frequent(FREQUENT);
        lifeEvents = procedures.lifeEvents().stream()
                .map(event -> LifeEventLink.of(event, 0, visit))
                .toList();
        news = articles.newest(0, NEWS).items().stream()
                .map(article -> ArticleLine.of(article, visit))
                .toList();
        reform = reformColumn.brief(REFORM);
        procedureCount = procedures.inForce();
    }

    public List<Link> getFrequent() {
        return frequent.stream()
                .map(procedure -> new Link(
                        Text.shorten(need(procedure.getTitle()), NEEDS_LENGTH), visit.url(procedure.getPath())))
                .toList();
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
        return news.stream()
                .filter(line -> !line.imageUrl().isEmpty())
                .findFirst()
                .orElse(news.isEmpty() ? null : news.getFirst());
    }

    public List<ArticleLine> getNews() {
        var lead = getLead();
        return news.stream().filter(line -> !line.equals(lead)).toList();
    }

    public @Nullable ReformBrief getReform() {
        return reform;
    }

    public List<Notice> getNotices() {
        return site.notices();
    }

    public @Nullable Banner getBanner() {
        var banners = site.banners();
        return banners.isEmpty() ? null : banners.getFirst();
    }

    public long getProcedureCount() {
        return procedureCount;
    }

    public String getCanonicalUrl() {
        return structured.absolute(visit.url("/"));
    }

    public String getJsonLd() {
        return structured.script(Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "GovernmentOrganization")
                .add("name", site.getName())
                .add("url", getCanonicalUrl())
                .add("address", site.getAddress())
                .add("telephone", site.getPhone())
                .add("email", site.getEmail())
                .build());
    }
}
