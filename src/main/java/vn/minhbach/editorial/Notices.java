package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.minhbach.access.Actor;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;

/** What a member of the board is told: of their own texts, and of what waits where they have a right. */
@ApplicationScoped
@Transactional
public class Notices {

    private static final int SHOWN = 20;

    /** Longer than any deed takes, and than the clocks of two nodes are apart. */
    private static final Duration SETTLED = Duration.ofHours(1);

    @Inject
    NoticeRepository notices;

    @Inject
    ItemKinds kinds;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /**
     * What whoever is signed in has not seen yet: as much as they can look through at a time, those first that were told first, so that what
     * they tick off is what they have seen.
     *
     * @param shown the newest first
     * @param more how many came after these
     */
    public record Unseen(List<ItemNotice> shown, long more) {}

    /** What whoever is signed in has not seen yet. */
    public Unseen unseen() {
        var me = actors.get();
        var rights = rights(me);
        var shown = notices.unread(me.name(), rights, SHOWN);
        var more = shown.size() < SHOWN ? 0 : notices.count(me.name(), rights) - shown.size();
        return new Unseen(shown.reversed(), more);
    }

    /** The newest of it, for whoever comes in; nothing is ticked off there. */
    public Unseen newest(int size) {
        var me = actors.get();
        var rights = rights(me);
        var shown = notices.newest(me.name(), rights, size);
        var more = shown.size() < size ? 0 : notices.count(me.name(), rights) - shown.size();
        return new Unseen(shown, more);
    }

    private List<NoticeRepository.Addressee> rights(Actor me) {
        var rights = new ArrayList<NoticeRepository.Addressee>();
        for (var kind : kinds.all()) {
            for (var right : Deed.Right.values()) {
                rights.add(new NoticeRepository.Addressee(kind.kind(), right, me.places(kind.permission(right))));
            }
        }
        return rights;
    }

    /** Where what a notice is about is open before the board, without language. */
    public String place(ItemNotice notice) {
        return kinds.of(notice.getKind()).screen(notice.getItemId());
    }

    /** They have seen these, by their numbers, and no others. */
    @Permit(Permission.ENTER_OFFICE)
    public void seen(Collection<Long> shown) {
        var me = actors.get();
        notices.read(me.name(), rights(me), shown, clock.instant().minus(SETTLED));
    }
}
