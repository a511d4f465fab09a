package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.Subject;
import vn.minhbach.attachment.FileName;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.privacy.FileKey;
import vn.minhbach.privacy.KnownPerson;
import vn.minhbach.privacy.MaskedFileName;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * What the staff does with the files of a submission: whoever reads it opens them, and each look stands in the audit; whoever approves answers lets the
 * public see a masked picture of one, and takes it back. A name is shown as it was sent to those only who may see the sender.
 */
@ApplicationScoped
@Transactional
public class EnclosureDeskService {

    static final int LONGEST_DESCRIPTION = 300;

    private static final String KIND = "enclosure";

    @Inject
    EnclosureRepository repository;

    @Inject
    Enclosures enclosures;

    @Inject
    InboxDeskService desk;

    @Inject
    Inbox inbox;

    @Inject
    InboxRepository submissions;

    @Inject
    ChangeLog changes;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    protected EnclosureDeskService() {}

    /** Without a server, for tests. */
    EnclosureDeskService(
            EnclosureRepository repository,
            Enclosures enclosures,
            InboxDeskService desk,
            Inbox inbox,
            InboxRepository submissions,
            ChangeLog changes,
            CurrentActor actors,
            Clock clock) {
        this.repository = repository;
        this.enclosures = enclosures;
        this.desk = desk;
        this.inbox = inbox;
        this.submissions = submissions;
        this.changes = changes;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * A file in the list.
     *
     * @param name as this reader may see it
     * @param later whether it came with a message, after the submission
     * @param first the first version of the answer that it goes with; 0 for what its sender sent
     * @param last the last of them
     * @param masked what of it the public may see
     */
    public record Line(
            long id,
            String name,
            String label,
            boolean picture,
            boolean later,
            int first,
            int last,
            List<Masked> masked)
            implements Serializable {

        public Line {
            masked = List.copyOf(masked);
        }

        /** Whether it is its sender's, and none of the office's. */
        boolean isSenders() {
            return first == 0;
        }

        /** Whether it goes with a version of the answer. */
        boolean isOf(int version) {
            return first > 0 && first <= version && version <= last;
        }

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Line " + id;
        }
    }

    /** A masked picture, as an approver made it. */
    public record Masked(long id, int page, String fileName, String description, String boxes)
            implements Serializable {}

    /**
     * The files of a submission that one sees, its sender's and those of its answers; their contents are opened one by one. What somebody has put by for
     * an answer is not there yet.
     */
    public List<Line> list(long id) {
        var submission = desk.seen(id);
        var masked = repository.masked(id);
        var hidden = inbox.hidden(submission, actors.get());
        return repository.ofSubmission(id).stream()
                .filter(each -> !each.isPutBy())
                .map(each -> new Line(
                        each.number(),
                        enclosures.shownName(each, hidden),
                        EnclosureService.label(each.shape()),
                        each.isPicture(),
                        each.getEvent() != null,
                        each.getAnswerFrom(),
                        each.getAnswerUntil(),
                        masked.stream()
                                .filter(picture -> picture.getEnclosure() == each.number())
                                .map(EnclosureDeskService::masked)
                                .toList()))
                .toList();
    }

    private static Masked masked(MaskedPicture picture) {
        return new Masked(
                picture.number(),
                picture.getPage(),
                picture.getFileName(),
                picture.getDescription(),
                picture.getBoxes());
    }

    private KnownPerson person(Submission submission) {
        return inbox.publicWords(submission).sender();
    }

    /** Where a submission lies that one sees. */
    public String unit(long id) {
        return desk.seen(id).getUnit();
    }

    public boolean mayMask(String unit) {
        return actors.get().may(Permission.APPROVE_ANSWERS, unit);
    }

    /** Opens a file. Each look stands in the audit. */
    @Permit(Permission.READ_INBOX)
    public EnclosureService.Opened open(@Subject long id, @Place String unit, @Subject long enclosure) {
        var submission = desk.at(id, unit);
        var found = of(submission, enclosure);
        return new EnclosureService.Opened(
                found.getPlace(),
                enclosures.key(found),
                enclosures.shownName(found, inbox.hidden(submission, actors.get())),
                found.shape());
    }

    private Enclosure of(Submission submission, long enclosure) {
        return repository
                .find(enclosure)
                .filter(each -> Objects.equals(each.getSubmission(), submission.number()))
                .filter(each -> !each.isPutBy() || each.isPutBy(actors.get().name()))
                .orElseThrow(() -> new NotFoundException(KIND, Long.toString(enclosure)));
    }

    /** One that may become public: what is only put by for an answer may not yet. */
    private Enclosure handedOn(Submission submission, long enclosure) {
        var found = of(submission, enclosure);
        if (found.isPutBy()) {
            throw new NotFoundException(KIND, Long.toString(enclosure));
        }
        return found;
    }

    /** A masked picture that was made; the staff sees it before the public does. */
    public Optional<EnclosureService.Opened> openMasked(long id, long enclosure, int page) {
        var submission = desk.seen(id);
        return repository
                .masked(handedOn(submission, enclosure).number(), page)
                .map(each -> MaskedPictureService.opened(each, enclosures.key(each)));
    }

    /**
     * What an approver lets the public see of a page, whose bytes lie in the store by now.
     *
     * @param seen the number of the masked picture that the approver saw of the page; 0 for none
     * @param looked whether the approver has looked at what the description may tell of others, and lets it stand
     */
    public record Mask(
            int page,
            long seen,
            String boxes,
            String description,
            boolean looked,
            String place,
            FileKey key,
            Enclosure.Shape shape) {

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Mask " + shape;
        }
    }

    /**
     * Lets the public see a masked picture of a page, as soon as the answer is public; one that was made before gives way to it.
     *
     * @throws RuleBrokenException if its description is missing, would tell who sent it, or may tell of others and nobody looked at that
     * @throws ChangedMeanwhileException if the masked picture is another than the one that was seen: it may mask what this one shows
     */
    @Permit(Permission.APPROVE_ANSWERS)
    public void mask(@Subject long id, @Place String unit, @Subject long enclosure, Mask mask) {
        var submission = desk.at(id, unit);
        var found = handedOn(submission, enclosure);
        requireOpen(submission);
        var description = description(mask.description());
        if (description.isEmpty()) {
            throw new RuleBrokenException("mask.error.description", "description");
        }
        var words = inbox.wordsOfMatter(submission);
        if (!words.telling(description).isEmpty()) {
            throw new RuleBrokenException("mask.error.telling", "description");
        }
        var doubts = words.doubted(description);
        if (!doubts.isEmpty() && !mask.looked()) {
            throw new RuleBrokenException("mask.error.doubts", "looked");
        }
        seen(found, mask.page(), mask.seen()).ifPresent(repository::destroy);
        if (!doubts.isEmpty()) {
            inbox.look(submission, doubts, KIND + " " + enclosure, actors.get(), inbox.now());
        }
        var picture = new MaskedPicture(
                new MaskedPicture.Of(found.number(), id, mask.page()),
                mask.place(),
                new MaskedPicture.Said(publicName(submission, found, mask), description, mask.boxes()),
                mask.shape(),
                actors.get().name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        enclosures.keep(picture, mask.key());
        repository.add(picture);
        tell(id);
    }

    private static String description(String typed) {
        return Text.cut(Text.line(typed), LONGEST_DESCRIPTION);
    }

    /** What a description may tell of others, for whoever masks a picture to look at: "họ tên: Phạm Văn Tuấn". */
    public List<String> doubts(long id, String description) {
        return inbox.wordsOfMatter(desk.seen(id)).doubted(description(description));
    }

    /** The masked picture of a page, if it is the one that was seen. */
    private Optional<MaskedPicture> seen(Enclosure enclosure, int page, long seen) {
        var made = repository.masked(enclosure.number(), page);
        if (made.map(MaskedPicture::number).orElse(0L) != seen) {
            throw new ChangedMeanwhileException(KIND, Long.toString(enclosure.number()));
        }
        return made;
    }

    /** Some kinds are never public, and some senders asked for that. */
    private void requireOpen(Submission submission) {
        if (!submission.isPublishable(inbox.kind(submission.getKind()))) {
            throw new RuleBrokenException("inbox.error.kindPrivate");
        }
        if (submission.isKeepPrivate()) {
            throw new RuleBrokenException(
                    submission.isPrivateByOffice() ? "inbox.error.officePrivate" : "inbox.error.senderPrivate");
        }
    }

    private String publicName(Submission submission, Enclosure enclosure, Mask mask) {
        var name = MaskedFileName.of(EnclosureService.name(enclosures.name(enclosure)), person(submission));
        var ending = mask.shape().mediaType().endsWith("png") ? "png" : "jpg";
        var stem =
                enclosure.isPicture() ? name : name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "") + "-" + mask.page() + ".x";
        return FileName.withEnding(FileName.clean(stem), ending);
    }

    /**
     * Takes a masked picture back.
     *
     * @param seen its number
     * @throws ChangedMeanwhileException if the masked picture is another by now, or gone
     */
    @Permit(Permission.APPROVE_ANSWERS)
    public void unmask(@Subject long id, @Place String unit, @Subject long enclosure, int page, long seen) {
        var found = handedOn(desk.at(id, unit), enclosure);
        seen(found, page, seen).ifPresent(repository::destroy);
        tell(id);
    }

    /** Whoever keeps the public page in memory makes it anew. */
    private void tell(long id) {
        if (submissions.publication(id).isPresent()) {
            changes.touched(Inbox.CONTENT, Long.toString(id));
        }
    }
}
