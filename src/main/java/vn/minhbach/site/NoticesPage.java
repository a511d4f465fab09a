package vn.minhbach.site;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/thong-bao}: notices, those that are shown, come or are over. */
@Door(
        path = "/quan-tri/thong-bao",
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_SITE)
@Screen(name = "row.notice.title", task = "row.task", order = 310)
@Named
@ViewScoped
public class NoticesPage extends SiteRowsPage {

    private static final long serialVersionUID = 1L;

    @Override
    SiteKind kind() {
        return SiteKind.NOTICE;
    }
}
