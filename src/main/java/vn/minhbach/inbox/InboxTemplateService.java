package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.Keeping;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowService;
import vn.minhbach.shared.RuleBrokenException;

/** The texts that answers begin with: how moderators keep them, and which of them there are for a submission. */
@ApplicationScoped
@Transactional
public class InboxTemplateService implements RowService {

    @Inject
    InboxRepository repository;

    @Inject
    Keeping keeping;

    protected InboxTemplateService() {}

    /** The same over a transaction of somebody else's. */
    static InboxTemplateService over(EntityManager em, CurrentActor actors, Clock clock) {
        var service = new InboxTemplateService();
        service.repository = new InboxRepository(em);
        service.keeping = Keeping.over(em, actors, clock);
        return service;
    }

    /** A template to choose. */
    public record Choice(long id, String name, InboxTemplate.Use use) implements Serializable {}

    /** A template that was chosen. */
    record Chosen(InboxTemplate.Use use, String text) {}

    /** Those for a kind, or for every kind. */
    public List<Choice> choices(String kind) {
        return repository.templates().stream()
                .filter(template -> template.isFor(kind))
                .map(template -> new Choice(template.getId(), template.getName(), template.getUse()))
                .toList();
    }

    /** @throws RuleBrokenException if it is gone */
    Chosen text(long id) {
        return repository
                .template(id)
                .map(template -> new Chosen(template.getUse(), template.getText()))
                .orElseThrow(() -> new RuleBrokenException("row.error.gone", "template"));
    }

    /** The kinds for which there may be templates, by their words. */
    Map<String, String> kinds(String language) {
        return repository.kinds().stream()
                .collect(Collectors.toMap(
                        SubmissionKind::getKey, kind -> kind.name(language), (one, other) -> one, LinkedHashMap::new));
    }

    private TemplateStore store() {
        return new TemplateStore(repository, kinds("vi").keySet());
    }

    @Override
    public List<KeptRow> rows() {
        return store().all();
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return store().find(id);
    }

    @Override
    @Permit(Permission.MODERATE_INBOX)
    @Subject
    public long add(Map<String, String> typed) {
        return keeping.add(store(), typed);
    }

    /** @return the line of the history by which it can be taken back; 0 if nothing changed */
    @Override
    @Permit(Permission.MODERATE_INBOX)
    public long change(@Subject long id, long version, Map<String, String> typed) {
        return keeping.change(store(), id, version, typed);
    }

    @Override
    @Permit(Permission.MODERATE_INBOX)
    public Optional<Removal> remove(@Subject long id) {
        return keeping.remove(store(), id);
    }

    @Override
    @Permit(Permission.MODERATE_INBOX)
    public String undo(@Subject long entry) {
        return keeping.undo(store(), entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return keeping.history(store());
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return keeping.history(store(), id);
    }
}
