package vn.minhbach.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.PublicPage;

/** Backs {@code /tro-nang}: how the portal can be used by everybody. All that it says stands in the bundle. */
@Door(path = "/tro-nang", permission = Permission.READ_PUBLIC)
@Named("tro-nang")
@RequestScoped
public class AccessibilityPage implements PublicPage {

    @Override
    public void load() {
        // The view needs nothing.
    }
}
