package vn.minhbach.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleLine;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.SectionKind;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /cai-cach-hanh-chinh}: the reform column with its six fields, good models and newest items. */
@Door(path = "/cai-cach-hanh-chinh", permission = Permission.READ_PUBLIC)
@Named("cai-cach-hanh-chinh")
@RequestScoped
public class ReformPage implements PublicPage {

    private static final int NEWEST = 8;
    private static final int MODELS = 4;

    @Inject
    ArticleService articles;

    @Inject
    Reform reform;

    @Inject
    Site site;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private List<ReformField> fields = List.of();
    private List<ArticleLine> models = List.of();
    private String modelsUrl = "";
    private @Nullable ReformBrief brief;

    /** One of the six fields of reform. */
    public record ReformField(String name, String description, String url, long count) {}

    @Override
    public void load() {
        var counts = articles.counts();
        var sections = articles.sections();
        fields = sections.stream()
                .filter(section -> section.isOpen() && section.getKind() == SectionKind.REFORM)
                .map(section -> new ReformField(
                        section.getName(),
                        section.getDescription(),
                        visit.url("/chuyen-muc/" + section.getSlug()),
                        counts.getOrDefault(section.getSlug(), 0L)))
                .toList();
        modelsUrl = sections.stream()
                .filter(section -> section.getKind() == SectionKind.MODEL)
                .findFirst()
                .map(section -> visit.url("/chuyen-muc/" + section.getSlug()))
                .orElse("");
        models = articles.newestOf(Set.of(SectionKind.MODEL), MODELS).stream()
                .map(article -> ArticleLine.of(article, visit))
                .toList();
        brief = reform.brief(NEWEST);
    }

    private ReformBrief brief() {
        return Objects.requireNonNull(brief, "load() comes first");
    }

    /** The banner that leads here, or the first. */
    public @Nullable Banner getBanner() {
        return site.banners().stream()
                .filter(banner -> banner.url().endsWith("/cai-cach-hanh-chinh"))
                .findFirst()
                .orElse(null);
    }

    public int getYear() {
        return brief().year();
    }

    public String getTheme() {
        return brief().theme();
    }

    public String getMonthLabel() {
        return brief().monthLabel();
    }

    public long getCount() {
        return brief().count();
    }

    public int getTarget() {
        return brief().target();
    }

    public List<ReformField> getFields() {
        return fields;
    }

    public List<ArticleLine> getModels() {
        return models;
    }

    public String getModelsUrl() {
        return modelsUrl;
    }

    public List<ArticleLine> getNewest() {
        return brief().newest();
    }

    public String getCanonicalUrl() {
        return structured.absolute(visit.url("/cai-cach-hanh-chinh"));
    }

    public String getJsonLd() {
        return structured.breadcrumb(List.of(new Link(visit.text("reform.title"), visit.url("/cai-cach-hanh-chinh"))));
    }
}
