package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.AttachmentUse;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.editorial.Items;

/** The forms (biểu mẫu) that procedures offer: they become public with the version that offers them and vanish with it. */
@ApplicationScoped
@Transactional
public class ProcedureForms implements AttachmentUse {

    @Inject
    Items items;

    @Inject
    ProcedureDeskService desk;

    @Inject
    ChangeLog changes;

    @Inject
    CurrentActor actors;

    @Override
    public List<Use> of(Collection<Long> attachments) {
        return items.uses(ProcedureService.KIND, attachments).stream()
                .map(use -> new Use(
                        use.attachment(),
                        use.title(),
                        ProcedureEditPage.path(desk.code(use.item())),
                        switch (use.standing()) {
                            case DRAFT -> Standing.DRAFT;
                            case PUBLIC -> Standing.PUBLIC;
                            case GONE -> Standing.WITHDRAWN;
                        }))
                .toList();
    }

    @Override
    public Set<Long> used() {
        return items.usedFiles(ProcedureService.KIND);
    }

    @Override
    public boolean mayPublish(long attachment) {
        return actors.get().may(Permission.PUBLISH_PROCEDURES)
                || items.shownBy(ProcedureService.KIND, attachment).isEmpty();
    }

    @Override
    public void refused(long attachment, String note) {
        items.tellOfRefusedFile(ProcedureService.KIND, attachment, note);
    }

    /** The search finds a procedure by the words of its forms too. */
    @Override
    public void replaced(long attachment, String note) {
        items.tellOfFile(ProcedureService.KIND, attachment, note);
        items.shownBy(ProcedureService.KIND, attachment)
                .forEach(item -> changes.touched(ProcedureService.KIND, ProcedureVersion.code(item.getSlug())));
    }
}
