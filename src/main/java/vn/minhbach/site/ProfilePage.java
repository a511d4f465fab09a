package vn.minhbach.site;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/thong-tin-co-quan}: the form of what the frame says of the department. */
@Door(
        path = "/quan-tri/thong-tin-co-quan",
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_SITE)
@Screen(name = "row.site-profile.title", task = "row.task", order = 300)
@Named
@ViewScoped
public class ProfilePage extends SiteFormPage {

    private static final long serialVersionUID = 1L;

    @Override
    SiteKind kind() {
        return SiteKind.PROFILE;
    }

    /** The one row that there is, or a new one. */
    @Override
    public void load() {
        service.only(SiteKind.PROFILE).ifPresent(this::fill);
    }
}
