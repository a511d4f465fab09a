package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import vn.minhbach.links.OwnAddresses;
import vn.minhbach.web.Address;
import vn.minhbach.web.Doors;

/**
 * Knows what the portal answers at its own addresses, without a request: the table of doors says whether there is such a page, and, where a
 * page shows one of many, {@link OwnItems} whether there is that one.
 */
@ApplicationScoped
public class OwnPlaces implements OwnAddresses {

    @Inject
    Doors doors;

    @Inject
    Redirects redirects;

    @Inject
    OwnItems items;

    @Override
    public int status(String place) {
        var bare = Address.withoutLanguage(written(place));
        var asked = bare.isEmpty() || bare.startsWith("?") ? "/" + bare : bare;
        var path = asked.replaceFirst("\\?.*+", "");
        var page = doors.publicPage(asked).orElse(null);
        var status = page == null ? OwnItems.NOT_FOUND : items.status(page);
        if (status == OwnItems.NOT_FOUND) {
            var query = asked.substring(Math.min(asked.length(), path.length() + 1));
            return redirects.now(path, query).isPresent() ? OwnItems.MOVED : OwnItems.NOT_FOUND;
        }
        // Another way to write an address is led to the one right way.
        return status == OwnItems.FOUND
                        && page != null
                        && !page.path().replaceFirst("\\?.*+", "").equals(path)
                ? OwnItems.MOVED
                : status;
    }

    /** As a browser asks for it; what is no address stays as it is and is found nowhere. */
    private static String written(String place) {
        try {
            return URI.create(place.replace(" ", "%20")).toASCIIString();
        } catch (IllegalArgumentException e) {
            return place;
        }
    }
}
