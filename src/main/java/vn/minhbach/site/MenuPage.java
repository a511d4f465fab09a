package vn.minhbach.site;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/menu}: the main menu and the links of the foot. */
@Door(
        path = "/quan-tri/menu",
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_SITE)
@Screen(name = "row.menu-item.title", task = "row.task", order = 340)
@Named
@ViewScoped
public class MenuPage extends SiteRowsPage {

    private static final long serialVersionUID = 1L;

    @Override
    SiteKind kind() {
        return SiteKind.MENU;
    }
}
