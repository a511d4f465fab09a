package vn.minhbach.desk;

import jakarta.inject.Inject;
import java.util.Objects;

/**
 * A form of a row that can be looked at as the public would see it before it is kept. What is typed lies in the session of whoever typed it,
 * so that they come back to it from there; nobody else sees it, and nothing of it reaches database or cache.
 */
public abstract class SeenRowPage extends RowPage {

    private static final long serialVersionUID = 1L;

    @Inject
    RowDrafts drafts;

    /** Where a draft of such a row is seen, with the parameters that say of what it is; the number of the draft is put behind it. */
    protected abstract String seenAt();

    /** @throws vn.minhbach.shared.RuleBrokenException if what is typed could not be kept, so that nobody will ever see it */
    protected abstract void look(RowDrafts.Draft draft);

    /** Shows it. What stands in the form is not lost: from there one comes back to it. */
    public void preview() {
        var draft = new RowDrafts.Draft(kept().kind(), Objects.requireNonNullElse(id(), 0L), version(), typed());
        var number = reply.attempt(() -> {
            look(draft);
            return drafts.keep(draft);
        });
        if (number != null) {
            var place = seenAt();
            reply.lead(place + (place.contains("?") ? "&" : "?") + RowDrafts.DRAFT + "=" + number);
        }
    }

    /** Goes on with what was looked at, if the address says so. */
    @Override
    public void load() {
        super.load();
        drafts.find(kept().kind(), visit.parameter(RowDrafts.DRAFT))
                .filter(draft -> draft.row() == Objects.requireNonNullElse(id(), 0L))
                .ifPresent(draft -> type(draft.typed(), draft.version()));
    }
}
