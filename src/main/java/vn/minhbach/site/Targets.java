package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.Tags;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.unit.UnitService;
import vn.minhbach.web.Address;
import vn.minhbach.web.Doors;
import vn.minhbach.web.PortalUrl;

/** Where a link that an editor types leads: a page of the portal that there is, or one elsewhere. */
@ApplicationScoped
public class Targets {

    @Inject
    Doors doors;

    @Inject
    ArticleService articles;

    @Inject
    Tags tags;

    @Inject
    ProcedureService procedures;

    @Inject
    UnitService units;

    @Inject
    AttachmentService files;

    @Inject
    PortalUrl portal;

    /** What was copied from the browser's address field while it showed a page of the portal, as a path; anything else as it is. */
    String own(String typed) {
        var link = typed.strip();
        if (link.equals(portal.origin())) {
            return "/";
        }
        return link.startsWith(portal.origin() + "/")
                ? link.substring(portal.origin().length())
                : typed;
    }

    /**
     * The link as it is kept: a page of the portal by its path, in the one right way to write it and without language.
     *
     * @param link as {@code RowField} lets it through
     * @throws RuleBrokenException if the portal has no such page
     */
    String checked(String link, String field) {
        if (!link.startsWith("/")) {
            return link;
        }
        var bare = Address.withoutLanguage(link.replaceFirst("#.*", ""));
        var page = doors.publicPage(bare.isEmpty() || bare.startsWith("?") ? "/" + bare : bare)
                .orElseThrow(() -> new RuleBrokenException("row.error.target", field));
        if (page.named() && !exists(page.path())) {
            throw new RuleBrokenException("row.error.target", field);
        }
        return page.path();
    }

    /** Whether something answers at a path, decoded, so that nothing may lead elsewhere from there. */
    boolean answers(String path) {
        var bare = Address.withoutLanguage(path);
        return doors.publicPage(bare)
                .filter(page -> !page.named() || exists(page.path()))
                .isPresent();
    }

    /** Whether there is an item at the address of a page that shows many. */
    boolean exists(String path) {
        var place = path.replaceFirst("\\?.*", "");
        var name = place.substring(place.lastIndexOf('/') + 1);
        return switch (place.substring(0, Math.max(0, place.indexOf('/', 1)))) {
            case "/bai-viet" -> articles.isPublic(name);
            case "/chuyen-muc" ->
                articles.sections().stream()
                        .anyMatch(section -> section.getPath().equals(place));
            case "/don-vi" ->
                units.all().stream().anyMatch(unit -> unit.getPath().equals(place));
            case "/thu-tuc", "/nguon-thu-tuc" -> procedures.isKnown(place.split("/")[2]);
            case "/nhan" -> tags.isKnown(name);
            case "/tep" -> files.at(place).isPresent();
            // Feeds, parts of the sitemap, files of the theme: nobody leads readers there by name.
            default -> false;
        };
    }
}
