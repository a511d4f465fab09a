package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Secret;

/**
 * Makes secret links to what is being written, and takes them back. The secret is told once, to whoever asked for it. What a link
 * shows, and to whom it may be given, is for the feature to say.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PreviewLinks {

    /** For how many days a link may hold. */
    public static final List<Integer> DAYS = List.of(1, 3, 7);

    /** As many of one item may be open. */
    static final int MOST = 20;

    private static final int SECRET_BYTES = 24;
    private static final int LONGEST_SECRET = 100;

    @Inject
    PreviewLinkRepository links;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** The same for tests. */
    public static PreviewLinks over(EntityManager em, CurrentActor actors, Clock clock) {
        var over = new PreviewLinks();
        over.links = new PreviewLinkRepository(em);
        over.actors = actors;
        over.clock = clock;
        return over;
    }

    /** @return the secret of a new link */
    public String issue(Item item, int days) {
        if (!DAYS.contains(days)) {
            throw new RuleBrokenException("editorial.error.previewDays", "days");
        }
        var now = now();
        links.removeEndedBefore(now);
        if (links.of(item.getId(), now).size() >= MOST) {
            throw new RuleBrokenException("editorial.error.manyPreviews");
        }
        var secret = Secret.next(SECRET_BYTES);
        links.add(new PreviewLink(item, digest(secret), actors.get().name(), now, now.plus(Duration.ofDays(days))));
        return secret;
    }

    /** The link of a secret, if it still holds. */
    public Optional<PreviewLink> find(String secret) {
        return secret.isEmpty() || secret.length() > LONGEST_SECRET
                ? Optional.empty()
                : links.find(digest(secret), now());
    }

    /** Those of an item that hold, the newest first. */
    public List<PreviewLink> open(Item item) {
        return links.of(item.getId(), now());
    }

    /** Takes a link of an item back; false if it was gone. */
    public boolean revoke(Item item, long link) {
        return links.remove(item.getId(), link);
    }

    private static String digest(String secret) {
        return Secret.mark(secret);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
