package vn.minhbach.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.Section;
import vn.minhbach.article.SectionKind;
import vn.minhbach.procedure.LifeEventLink;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.unit.UnitService;
import vn.minhbach.web.Door;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /so-do-trang}: the portal as a tree of links. */
@Door(path = "/so-do-trang", permission = Permission.READ_PUBLIC)
@Named("so-do-trang")
@RequestScoped
public class SiteMapPage implements PublicPage {

    @Inject
    ArticleService articles;

    @Inject
    ProcedureService procedures;

    @Inject
    UnitService units;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private List<SiteMapNode> nodes = List.of();

    /** A place in the tree; without address it is a heading only. */
    public record SiteMapNode(String title, String url, List<SiteMapNode> children) {}

    @Override
    public void load() {
        var sections = articles.sections();
        nodes = List.of(
                leaf("frame.menu.home", "/"),
                new SiteMapNode(
                        visit.text("procedures.title"),
                        visit.url("/danh-muc-thu-tuc"),
                        procedures.lifeEvents().stream()
                                .map(event -> LifeEventLink.of(event, 0, visit))
                                .map(link -> new SiteMapNode(link.name(), link.url(), List.of()))
                                .toList()),
                new SiteMapNode(
                        visit.text("news.title"),
                        visit.url("/tin-tuc"),
                        sections.stream()
                                .filter(section -> !SectionKind.OF_REFORM.contains(section.getKind()))
                                .map(this::node)
                                .toList()),
                new SiteMapNode(
                        visit.text("reform.title"),
                        visit.url("/cai-cach-hanh-chinh"),
                        sections.stream()
                                .filter(section -> SectionKind.OF_REFORM.contains(section.getKind()))
                                .map(this::node)
                                .toList()),
                new SiteMapNode(
                        visit.text("unit.list.title"),
                        visit.url("/don-vi"),
                        units.all().stream()
                                .map(unit -> new SiteMapNode(unit.getName(), visit.url(unit.getPath()), List.of()))
                                .toList()),
                leaf("search.title", "/tim-kiem"),
                leaf("accessibility.title", "/tro-nang"));
    }

    private SiteMapNode leaf(String key, String path) {
        return new SiteMapNode(visit.text(key), visit.url(path), List.of());
    }

    private SiteMapNode node(Section section) {
        return new SiteMapNode(section.getName(), visit.url("/chuyen-muc/" + section.getSlug()), List.of());
    }

    public List<SiteMapNode> getNodes() {
        return nodes;
    }

    public String getCanonicalUrl() {
        return structured.absolute(visit.url("/so-do-trang"));
    }
}
