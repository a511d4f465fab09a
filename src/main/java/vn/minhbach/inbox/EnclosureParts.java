package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The files of a submission are its sender's, and those of the answer are for them: they are handed out to them, and go when nobody is to know who sent it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class EnclosureParts implements SubmissionParts {

    @Inject
    Enclosures enclosures;

    @Inject
    EnclosureRepository repository;

    @Inject
    EnclosureStore store;

    EnclosureParts() {}

    /** Without a server, for tests. */
    EnclosureParts(Enclosures enclosures, EnclosureRepository repository, EnclosureStore store) {
        this.enclosures = enclosures;
        this.repository = repository;
        this.store = store;
    }

    @Override
    public void anonymised(long submission) {
        enclosures.destroy(submission);
    }

    @Override
    public List<Part> parts(long submission) {
        return repository.shownToSender(submission).stream()
                .map(file -> {
                    var place = file.getPlace();
                    // Bytes are read when the package is handed out; by then the transaction that may open keys is
                    // over.
                    var key = enclosures.key(file);
                    return new Part(enclosures.name(file), () -> store.open(place, key));
                })
                .toList();
    }
}
