package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Address;
import vn.minhbach.web.Doors;
import vn.minhbach.web.PortalUrl;

/** Where a link that an editor types leads: a page of the portal that there is, or one elsewhere. */
@ApplicationScoped
public class Targets {

    @Inject
    Doors doors;

    @Inject
    OwnItems items;

    @Inject
    PortalUrl portal;

    /** What was copied from the browser's address field while it showed a page of the portal, as a path; anything else as it is. */
    String own(String typed) {
        return portal.own(typed.strip()).orElse(typed);
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
        // Nor feeds, parts of the sitemap, files of the theme: nobody leads readers there by name.
        if (OwnItems.NOT_LOOKED_AT.contains(page.door()) || items.status(page) != OwnItems.FOUND) {
            throw new RuleBrokenException("row.error.target", field);
        }
        return page.path();
    }

    /** Whether something answers at a path, decoded, so that nothing may lead elsewhere from there. */
    boolean answers(String path) {
        return doors.publicPage(Address.withoutLanguage(path))
                .filter(page -> !OwnItems.NOT_LOOKED_AT.contains(page.door()))
                .filter(page -> items.status(page) != OwnItems.NOT_FOUND)
                .isPresent();
    }
}
