package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.minhbach.legal.ClockUser;
import vn.minhbach.legal.Law;

/** Lets the due days of the inbox follow the calendar and the limits. */
@ApplicationScoped
@Transactional
class InboxClocks implements ClockUser {

    @Inject
    InboxRepository repository;

    @Inject
    Inbox inbox;

    InboxClocks() {}

    InboxClocks(InboxRepository repository, Inbox inbox) {
        this.repository = repository;
        this.inbox = inbox;
    }

    @Override
    public Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        repository.kinds().forEach(kind -> kinds.put(kind.getKey(), kind.name("vi")));
        return kinds;
    }

    @Override
    public void reckonAgain(Law law, String why) {
        for (var id : repository.open()) {
            repository.find(id).ifPresent(submission -> inbox.reckonAgain(submission, law, why));
        }
    }
}
