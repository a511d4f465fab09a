package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.Subject;
import vn.minhbach.shared.RuleBrokenException;

/**
 * What somebody of the staff wants before them, on a list of their own. It is a way of reading: it changes nothing for sender or colleagues,
 * nobody else sees it, and it stands in no audit. Whatever is done leaves the list by itself, since the list is of work; the line stays
 * until it is taken off, so that what its sender objects to is there again.
 */
@ApplicationScoped
@Transactional
public class ShortlistService {

    @Inject
    ShortlistRepository repository;

    @Inject
    InboxDeskService desk;

    @Inject
    Inbox inbox;

    @Inject
    CurrentActor actors;

    protected ShortlistService() {}

    /** Without a server, for tests. */
    ShortlistService(ShortlistRepository repository, InboxDeskService desk, Inbox inbox, CurrentActor actors) {
        this.repository = repository;
        this.desk = desk;
        this.inbox = inbox;
        this.actors = actors;
    }

    /** Puts it on one's own list, where it may stand already. */
    @Permit(value = Permission.READ_INBOX, audited = false)
    public void put(@Subject long id, @Place String unit) {
        if (!InboxQuery.isWaiting(desk.at(id, unit).getState())) {
            throw new RuleBrokenException("inbox.error.shortlist");
        }
        var me = actors.get().name();
        if (repository.among(me, List.of(id)).isEmpty()) {
            repository.add(new Shortlisted(me, id, inbox.now()));
        }
    }

    /** Takes it off again, if it is there. */
    @Permit(value = Permission.READ_INBOX, audited = false)
    public void takeOff(@Subject long id, @Place String unit) {
        desk.at(id, unit);
        repository.remove(actors.get().name(), id);
    }

    /** Which of these one has on one's list. */
    public Set<Long> among(Collection<Long> submissions) {
        return repository.among(actors.get().name(), submissions);
    }
}
