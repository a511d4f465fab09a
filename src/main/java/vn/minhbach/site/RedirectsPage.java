package vn.minhbach.site;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/chuyen-huong}: addresses that lead elsewhere. */
@Door(
        path = "/quan-tri/chuyen-huong",
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_SITE)
@Screen(name = "row.redirect.title", task = "row.task", order = 370)
@Named
@ViewScoped
public class RedirectsPage extends SiteRowsPage {

    private static final long serialVersionUID = 1L;

    @Override
    SiteKind kind() {
        return SiteKind.REDIRECT;
    }
}
