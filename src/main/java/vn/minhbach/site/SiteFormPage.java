package vn.minhbach.site;

import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.SeenRowPage;
import vn.minhbach.shared.Time;

/** A form of what the site is run by, which can be looked at as the public would see it before it is kept. */
abstract class SiteFormPage extends SeenRowPage {

    private static final long serialVersionUID = 1L;

    /** What is seen on no page by itself. */
    private static final Set<SiteKind> UNSEEN = EnumSet.of(SiteKind.REDIRECT, SiteKind.TERM);

    @Inject
    SiteService service;

    abstract SiteKind kind();

    @Override
    protected Rows rows() {
        return new SiteRows(service, kind());
    }

    @Override
    protected String list() {
        return kind().path();
    }

    public boolean isSeen() {
        return !UNSEEN.contains(kind());
    }

    @Override
    protected String seenAt() {
        return PreviewServlet.PATH;
    }

    @Override
    protected void look(RowDrafts.Draft draft) {
        service.kept(draft);
    }

    /** A notice begins now, unless it is said otherwise. */
    @Override
    protected String start(RowField field) {
        return field.name().equals("from") && field.required() && field.type() == RowField.Type.MOMENT
                ? field.shown(LocalDateTime.ofInstant(service.now(), Time.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString())
                : super.start(field);
    }
}
