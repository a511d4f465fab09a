package vn.minhbach.site;

import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.RowPage;
import vn.minhbach.desk.Rows;
import vn.minhbach.shared.Time;

/** A form of what the site is run by, which can be looked at as the public would see it before it is kept. */
abstract class SiteFormPage extends RowPage {

    private static final long serialVersionUID = 1L;

    /** What is not seen on the home page. */
    private static final Set<SiteKind> UNSEEN = EnumSet.of(SiteKind.REDIRECT, SiteKind.TERM, SiteKind.TAG);

    @Inject
    SiteService service;

    @Inject
    Drafts drafts;

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

    /** Leads to the home page as it would be. What stands in the form is not lost: from there one comes back to it. */
    public void preview() {
        var draft = new Drafts.Draft(kind(), Objects.requireNonNullElse(id(), 0L), version(), typed());
        var number = reply.attempt(() -> {
            service.previewed(draft);
            return drafts.keep(draft);
        });
        if (number != null) {
            reply.lead(PreviewServlet.PATH + "?" + PreviewServlet.DRAFT + "=" + number);
        }
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
