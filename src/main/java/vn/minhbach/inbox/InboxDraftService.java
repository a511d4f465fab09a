package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.Subject;
import vn.minhbach.desk.TooMuchTypedException;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Keeps what somebody has written of an answer, and the files that are to go with it, before they hand it on. Everybody reaches their own and nobody else's: the account is never a
 * parameter. What is kept is no step, changes nothing of where the submission stands, and stands in no audit.
 */
@ApplicationScoped
@Transactional
public class InboxDraftService {

    /** For how long is kept what nobody came back for. */
    static final Duration KEPT = Duration.ofDays(60);

    /** More than anybody has begun. */
    private static final int MOST = 100;

    @Inject
    InboxDraftRepository drafts;

    @Inject
    InboxSlipRepository slips;

    @Inject
    Enclosures enclosures;

    @Inject
    InboxDeskService desk;

    @Inject
    Inbox inbox;

    @Inject
    CurrentActor actors;

    protected InboxDraftService() {}

    /** Without a server, for tests. */
    InboxDraftService(
            InboxDraftRepository drafts,
            InboxSlipRepository slips,
            Enclosures enclosures,
            InboxDeskService desk,
            Inbox inbox,
            CurrentActor actors) {
        this.drafts = drafts;
        this.slips = slips;
        this.enclosures = enclosures;
        this.desk = desk;
        this.inbox = inbox;
        this.actors = actors;
    }

    /**
     * What was kept, opened.
     *
     * @param base the newest version of the answer when it was kept; 0 for none
     * @param basis on what it rests; null if nothing of that was kept yet
     */
    public record Kept(
            Instant at,
            int base,
            String answer,
            String title,
            String question,
            String publicAnswer,
            @Nullable List<Basis.Source> basis)
            implements Serializable {

        public Kept {
            basis = basis == null ? null : List.copyOf(basis);
        }

        /** Nothing of what was written: it may name somebody. */
        @Override
        public String toString() {
            return "Kept[" + at + ", " + base + "]";
        }
    }

    /**
     * Keeps what is typed, over what was kept before.
     *
     * @param base the newest version of the answer that one has seen; 0 for none
     * @return when it was kept
     */
    @Permit(value = Permission.ANSWER_INBOX, audited = false)
    public Instant keepTyped(@Subject long id, @Place String unit, int base, SaidOfDeed said) {
        return kept(id, unit, base, said).getKeptAt();
    }

    /** The same with what the answer rests on. */
    @Permit(value = Permission.ANSWER_INBOX, audited = false)
    public Instant keep(@Subject long id, @Place String unit, int base, SaidOfDeed said, List<Basis.Source> basis) {
        var draft = kept(id, unit, base, said);
        draft.rest(basis);
        return draft.getKeptAt();
    }

    private InboxDraft kept(long id, String unit, int base, SaidOfDeed said) {
        var submission = writable(id, unit);
        var me = actors.get().name();
        if (base < submission.getNewestAnswer() && submission.getDraftedBy().equals(me)) {
            // It was handed on a moment ago, and this comes from before.
            throw new RuleBrokenException("inbox.error.draftOlder");
        }
        var draft = drafts.find(me, id).orElse(null);
        if (draft != null && isUnopened(draft)) {
            throw new RuleBrokenException("privacy.error.unopened");
        }
        if (draft == null) {
            if (drafts.count(me) >= MOST) {
                throw new TooMuchTypedException("editorial.error.manyCopies");
            }
            draft = new InboxDraft(me, id);
            draft.keep(base, said, inbox.cipher(), inbox.now());
            drafts.add(draft);
        } else {
            draft.keep(base, said, inbox.cipher(), inbox.now());
        }
        return draft;
    }

    /** An answer can be written now. */
    private Submission writable(long id, String unit) {
        var submission = desk.at(id, unit);
        if (submission.isAnonymous()
                || InboxStep.of(submission.getState(), InboxDeed.DRAFT).isEmpty()) {
            throw new RuleBrokenException(InboxStep.NO_SUCH_STEP);
        }
        return submission;
    }

    private boolean isUnopened(InboxDraft draft) {
        return opened(draft).anyMatch(FieldCipher::isUnopened);
    }

    private Stream<String> opened(InboxDraft draft) {
        return Stream.of(
                Html.text(inbox.rich(draft.getFullSealed())),
                inbox.open(draft.getTitleSealed()),
                inbox.open(draft.getQuestionSealed()),
                Html.text(inbox.rich(draft.getPublicSealed())));
    }

    /** What I have kept of an answer; empty for nothing, or if it cannot be opened. */
    public Optional<Kept> mine(long id) {
        desk.seen(id);
        return drafts.find(actors.get().name(), id)
                .filter(draft -> !isUnopened(draft))
                .map(draft -> new Kept(
                        draft.getKeptAt(),
                        draft.getBase(),
                        inbox.rich(draft.getFullSealed()),
                        inbox.open(draft.getTitleSealed()),
                        inbox.open(draft.getQuestionSealed()),
                        inbox.rich(draft.getPublicSealed()),
                        draft.rested()));
    }

    /** Gives it up, with the files that were put by for it. */
    @Permit(value = Permission.ANSWER_INBOX, audited = false)
    public void drop(@Subject long id, @Place String unit) {
        desk.at(id, unit);
        drafts.remove(actors.get().name(), id);
        enclosures.giveUp(id, actors.get().name());
    }

    // Files that go with the answer

    /** What goes with the answer as I write it: what goes with the newest version, but for what I leave out, and what I have brought since. */
    public List<OfficeFile> files(long id) {
        var submission = desk.seen(id);
        var me = actors.get();
        var hidden = inbox.hidden(submission, me);
        return enclosures.ofDraft(id, submission.getNewestAnswer(), me.name()).stream()
                .map(file -> enclosures.officeFile(file, file.isPutBy(me.name()) ? null : hidden))
                .toList();
    }

    /** Puts a file by for the answer that I write. @return its place */
    @Permit(value = Permission.ANSWER_INBOX, audited = false)
    String bring(@Subject long id, @Place String unit, Enclosures.Brought brought) {
        requireRoom(id, unit);
        var me = actors.get().name();
        return enclosures
                .putBy("answer " + id + " " + me, me, id, brought, inbox.now())
                .getPlace();
    }

    /** @throws RuleBrokenException if no file can be put by for it now */
    @Permit(value = Permission.ANSWER_INBOX, audited = false)
    void requireRoom(@Subject long id, @Place String unit) {
        var newest = writable(id, unit).getNewestAnswer();
        Enclosures.requireRoom(enclosures.ofDraft(id, newest, actors.get().name()));
    }

    /** One of them is not to go with it. */
    @Permit(value = Permission.ANSWER_INBOX, audited = false)
    public void leaveOut(@Subject long id, @Place String unit, @Subject long file) {
        var submission = writable(id, unit);
        var me = actors.get().name();
        enclosures.ofDraft(id, submission.getNewestAnswer(), me).stream()
                .filter(each -> each.number() == file)
                .forEach(each -> enclosures.leaveOut(each, me));
    }

    /** Forgets what nobody came back for, of answers and of slips. */
    @Permit(value = Permission.RUN_PORTAL, audited = false)
    public void forgetOld() {
        var moment = inbox.now().minus(KEPT);
        drafts.forgetBefore(moment);
        slips.forgetBefore(moment);
        enclosures.forgetPutBy(moment);
    }
}
