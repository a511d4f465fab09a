package vn.minhbach.site;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/trang-chu}: the parts of the home page, in their order. */
@Door(
        path = "/quan-tri/trang-chu",
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_SITE)
@Screen(name = "row.home-block.title", task = "row.task", order = 350)
@Named
@ViewScoped
public class BlocksPage extends SiteRowsPage {

    private static final long serialVersionUID = 1L;

    @Override
    SiteKind kind() {
        return SiteKind.BLOCK;
    }
}
