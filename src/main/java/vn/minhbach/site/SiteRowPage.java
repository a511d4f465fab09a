package vn.minhbach.site;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowPage;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/soan-muc}: the form of a row of any kind by which the site is run. */
@Door(
        path = SiteRowPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {SiteRowPage.KIND, RowPage.ROW, RowDrafts.DRAFT},
        permission = Permission.KEEP_SITE)
@Named
@ViewScoped
public class SiteRowPage extends SiteFormPage {

    static final String PATH = "/quan-tri/soan-muc";

    /** The word of the kind; of none it is a notice, what is written most. */
    static final String KIND = "loai";

    private static final long serialVersionUID = 1L;

    /** The form of a row, without language. */
    static String of(SiteKind kind, long row) {
        return PATH + "?" + KIND + "=" + kind.word() + "&" + ROW + "=" + row;
    }

    /** The list to which the form belongs, by whose name the menu shows it. */
    public String getPlace() {
        return list();
    }

    @Override
    SiteKind kind() {
        var word = visit.parameter(KIND);
        return word.isEmpty() ? SiteKind.NOTICE : SiteService.kind(word);
    }
}
