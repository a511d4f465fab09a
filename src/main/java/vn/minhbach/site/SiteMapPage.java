package vn.minhbach.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.SectionKind;
import vn.minhbach.web.Door;
import vn.minhbach.web.Kinds;
import vn.minhbach.web.LinkTree;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /so-do-trang}: the portal as a tree of links. */
@Door(path = "/so-do-trang", permission = Permission.READ_PUBLIC)
@Named("so-do-trang")
@RequestScoped
public class SiteMapPage implements PublicPage {

    @Inject
    Kinds kinds;

    @Inject
    ArticleService articles;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private List<LinkTree> nodes = List.of();

    @Override
    public void load() {
        var all = new ArrayList<LinkTree>();
        all.add(leaf("frame.menu.home", "/"));
        kinds.all().forEach(kind -> kind.branch(visit).ifPresent(all::add));
        all.add(new LinkTree(
                visit.text("reform.title"),
                visit.url("/cai-cach-hanh-chinh"),
                articles.sections().stream()
                        .filter(section -> section.isOpen() && SectionKind.OF_REFORM.contains(section.getKind()))
                        .map(section -> new LinkTree(section.getName(), visit.url(section.getPath()), List.of()))
                        .toList()));
        all.add(leaf("search.title", "/tim-kiem"));
        all.add(leaf("accessibility.title", "/tro-nang"));
        nodes = all;
    }

    private LinkTree leaf(String key, String path) {
        return new LinkTree(visit.text(key), visit.url(path), List.of());
    }

    public List<LinkTree> getNodes() {
        return nodes;
    }

    public String getCanonicalUrl() {
        return structured.absolute(visit.url("/so-do-trang"));
    }
}
