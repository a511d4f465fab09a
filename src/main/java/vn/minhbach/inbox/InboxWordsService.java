package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.privacy.FieldCipher;

/** Looks after the words by which submissions are found. */
@ApplicationScoped
@Transactional
public class InboxWordsService {

    private static final int PIECE = 200;

    @Inject
    InboxRepository repository;

    @Inject
    KeptWordsRepository words;

    @Inject
    Inbox inbox;

    @Inject
    InboxWordIndex index;

    @Inject
    FieldCipher cipher;

    protected InboxWordsService() {}

    /** Without a server, for tests. */
    InboxWordsService(
            InboxRepository repository,
            KeptWordsRepository words,
            Inbox inbox,
            InboxWordIndex index,
            FieldCipher cipher) {
        this.repository = repository;
        this.words = words;
        this.inbox = inbox;
        this.index = index;
        this.cipher = cipher;
    }

    /** Keeps the words of some that have none yet. @return whether there may be more */
    @Permit(Permission.RUN_PORTAL)
    public boolean keepMissing() {
        if (!cipher.isReady()) {
            return false;
        }
        var missing = words.without(PIECE);
        missing.forEach(id -> repository.find(id).ifPresent(each -> inbox.remember(each, false)));
        return missing.size() == PIECE;
    }

    /** Has this node open what it does not know, so that nobody waits for it who searches. */
    public void follow() {
        index.follow();
    }
}
