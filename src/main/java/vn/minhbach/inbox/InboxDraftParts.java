package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Half an answer tells of who asked as the whole does: it goes with them. It is the staff's own, and is handed out to nobody. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class InboxDraftParts implements SubmissionParts {

    @Inject
    InboxDraftRepository repository;

    InboxDraftParts() {}

    /** Without a server, for tests. */
    InboxDraftParts(InboxDraftRepository repository) {
        this.repository = repository;
    }

    @Override
    public void anonymised(long submission) {
        repository.removeAll(submission);
    }
}
