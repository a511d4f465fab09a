package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * By what programs know feeds and their entries again: {@code tag:} URIs (RFC 4151). They do not hold the portal's address, so
 * that a move to another name or to https does not show every item to every subscriber once more.
 *
 * <p>The authority is a domain that the department had on some day, and that day: {@code sovhtt.example.gov.vn,2026}. Once
 * readers have subscribed it is never changed, even if the domain is given up.
 */
@ApplicationScoped
public class FeedIds {

    private static final int LONGEST = 200;
    private static final Pattern AUTHORITY =
            Pattern.compile("^(?:[A-Za-z0-9._-]++@)?+[a-z0-9]++(?:[.-][a-z0-9]++)*+,\\d{4}(?:-\\d{2}(?:-\\d{2})?+)?+");

    @Inject
    @ConfigProperty(name = "portal.feed.authority", defaultValue = "minhbach.vn,2026")
    String authority = "";

    protected FeedIds() {}

    FeedIds(String authority) {
        this.authority = authority;
        check();
    }

    void onStart(@Observes Startup start) {
        check();
    }

    private void check() {
        if (authority.length() > LONGEST || !AUTHORITY.matcher(authority).matches()) {
            throw new IllegalStateException("portal.feed.authority (PORTAL_FEED_AUTHORITY): \"" + authority
                    + "\" phải có dạng tên-miền,năm (must be a domain and a year or day, such as example.gov.vn,2026)");
        }
    }

    String feed(String slug) {
        return "tag:" + authority + ":feed/" + slug;
    }

    /** @param id what the item is known by within its kind; not its address, which may change */
    String entry(String kind, long id) {
        return "tag:" + authority + ":" + kind + "/" + id;
    }
}
