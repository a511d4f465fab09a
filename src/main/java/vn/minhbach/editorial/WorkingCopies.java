package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.desk.TooMuchTypedException;
import vn.minhbach.shared.Text;

/** Keeps what people have typed and not saved. Everybody reaches their own and nobody else's: the account is never a parameter. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WorkingCopies {

    private static final int LONGEST = 1_000_000;
    private static final int MOST = 50;

    /** For how long what nobody came back for is kept. */
    static final Duration KEPT = Duration.ofDays(60);

    @Inject
    WorkingCopyRepository copies;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** The same for tests. */
    public static WorkingCopies over(EntityManager em, CurrentActor actors, Clock clock) {
        var over = new WorkingCopies();
        over.copies = new WorkingCopyRepository(em);
        over.actors = actors;
        over.clock = clock;
        return over;
    }

    /**
     * @param key the id of the item, or what the browser calls one that is not there yet
     * @param base the version on which the person works; 0 for none
     * @param content JSON
     */
    public WorkingCopy keep(String kind, String key, int base, String title, String content) {
        if (!key.matches("[a-z0-9]{1,40}") || content.length() > LONGEST) {
            throw new TooMuchTypedException("editorial.error.tooLong");
        }
        var me = actors.get().name();
        var copy = copies.find(me, kind, key).orElse(null);
        if (copy == null) {
            if (copies.of(me, kind).size() >= MOST) {
                throw new TooMuchTypedException("editorial.error.manyCopies");
            }
            copy = new WorkingCopy(me, kind, key);
            copies.add(copy);
        }
        copy.keep(
                base, Text.cut(Text.line(title), 300), content, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return copy;
    }

    public Optional<WorkingCopy> find(String kind, String key) {
        return copies.find(actors.get().name(), kind, key);
    }

    /** All of mine, the newest first. */
    public List<WorkingCopy> mine(String kind) {
        return copies.of(actors.get().name(), kind);
    }

    public void drop(String kind, String key) {
        find(kind, key).ifPresent(copies::remove);
    }

    /** Forgets what nobody came back for. */
    public void forgetOld() {
        copies.forgetBefore(clock.instant().minus(KEPT));
    }
}
