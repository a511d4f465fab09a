package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What nobody is to know the sender of any more stands on nobody's own list. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ShortlistParts implements SubmissionParts {

    @Inject
    ShortlistRepository repository;

    ShortlistParts() {}

    /** Without a server, for tests. */
    ShortlistParts(ShortlistRepository repository) {
        this.repository = repository;
    }

    @Override
    public void anonymised(long submission) {
        repository.removeAll(submission);
    }
}
