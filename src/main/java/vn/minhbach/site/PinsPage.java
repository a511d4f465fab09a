package vn.minhbach.site;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/bai-ghim}: the articles that stand first on the home page. */
@Door(
        path = "/quan-tri/bai-ghim",
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_SITE)
@Screen(name = "row.home-pin.title", task = "row.task", order = 360)
@Named
@ViewScoped
public class PinsPage extends SiteRowsPage {

    private static final long serialVersionUID = 1L;

    @Override
    SiteKind kind() {
        return SiteKind.PIN;
    }
}
