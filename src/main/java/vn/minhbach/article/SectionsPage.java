package vn.minhbach.article;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.RowsPage;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/chuyen-muc}: the sections as a tree, with what this month has of each. */
@Door(
        path = SectionsPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.ARRANGE_SECTIONS)
@Screen(name = "row.section.title", task = "row.task", order = 305)
@Named
@ViewScoped
public class SectionsPage extends RowsPage {

    static final String PATH = "/quan-tri/chuyen-muc";

    private static final long serialVersionUID = 1L;

    @Inject
    SectionService service;

    @Override
    protected Rows rows() {
        return new SectionRows(service);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String form() {
        return SectionPage.PATH;
    }
}
