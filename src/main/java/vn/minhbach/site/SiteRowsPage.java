package vn.minhbach.site;

import jakarta.inject.Inject;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.RowsPage;

/** A screen that lists the rows of one kind by which the site is run. */
abstract class SiteRowsPage extends RowsPage {

    private static final long serialVersionUID = 1L;

    @Inject
    SiteService service;

    abstract SiteKind kind();

    @Override
    protected Rows rows() {
        return new SiteRows(service, kind());
    }

    @Override
    protected String path() {
        return kind().path();
    }

    @Override
    protected String form() {
        return SiteRowPage.PATH + "?" + SiteRowPage.KIND + "=" + kind().word();
    }
}
