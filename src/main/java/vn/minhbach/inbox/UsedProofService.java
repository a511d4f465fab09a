package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;

/** Knows which proofs of work were used. */
@ApplicationScoped
@Transactional
public class UsedProofService {

    /** The clocks of two nodes differ by less. */
    private static final Duration SPARE = Duration.ofHours(1);

    @Inject
    UsedProofRepository repository;

    @Inject
    Clock clock;

    protected UsedProofService() {}

    /** Without a server, for tests. */
    UsedProofService(UsedProofRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Uses a proof for a form, once. The same form may come twice, by two presses or because the answer got lost on the way.
     *
     * @return whether it may be sent: false if another one was sent with this proof
     */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public boolean use(WorkProofs.Done proof, String formKey) {
        var known = repository.find(proof.key());
        if (known.isEmpty()) {
            repository.add(new UsedProof(proof.key(), formKey, proof.until()));
        }
        return known.map(each -> each.getFormKey().equals(formKey)).orElse(true);
    }

    /** Forgets the proofs that hold no longer. */
    @Permit(value = Permission.RUN_PORTAL, audited = false)
    public void forgetOld() {
        repository.forget(clock.instant().minus(SPARE));
    }
}
