package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.desk.History;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Removal;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;

/** Takes files in, hands them out, and keeps the library of all of them. One method is one use case and one transaction. */
@ApplicationScoped
@Transactional
public class AttachmentService {

    /** What files are called in the change log and the history. */
    static final String KIND = "attachment";

    /** The columns by which the library may be ordered. */
    static final String BY_NAME = "fileName";

    static final String BY_SIZE = "size";
    static final String BY_CHANGE = "updatedAt";

    /** For so long the bytes of a removed or replaced file are kept at hand. */
    static final Duration UNDO = Duration.ofDays(30);

    private static final Logger LOG = Logger.getLogger(AttachmentService.class.getName());

    @Inject
    AttachmentRepository attachments;

    @Inject
    FileStore store;

    @Inject
    AttachmentUses uses;

    @Inject
    VirusScanner scanner;

    @Inject
    AttachmentMail mail;

    @Inject
    History history;

    @Inject
    ChangeLog changes;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** What public pages show, by its number, as it was last read. */
    @Inject
    Derived<Map<Long, Optional<Attachment>>> shown;

    /** Keeps a file that the portal itself brings, and reads its words. The bytes are written first: a row without its file cannot come about. */
    @Permit(Permission.KEEP_FILES)
    @Subject
    public Attachment keep(@Subject String fileName, String mediaType, InputStream bytes) {
        var attachment =
                new Attachment(store.put(bytes), FileName.clean(fileName), MediaType.clean(mediaType), clock.instant());
        attachments.add(attachment, words(attachment));
        return attachment;
    }

    /** Keeps what somebody of the staff brought. */
    @Permit(Permission.KEEP_FILES)
    @Subject
    public Attachment keep(@Subject String fileName, Taken taken) {
        var attachment = new Attachment(taken, stored(taken), now(), me());
        attachments.add(attachment, taken.text());
        history.added(attachment.row(), attachment.state());
        return attachment;
    }

    private String words(Attachment attachment) {
        try {
            return FileText.of(file(attachment), attachment.getMediaType(), store.workshop());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile stored(Taken taken) {
        try {
            return store.put(taken.file(), taken.sizes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives a file other bytes, wherever it is used.
     *
     * @param version that one has seen
     * @throws ChangedMeanwhileException if it is another by now, or the file is gone
     * @throws RuleBrokenException if everybody sees it somewhere, and whoever does it has no right to publish there
     */
    @Permit(Permission.KEEP_FILES)
    public Attachment replace(@Subject long id, long version, Taken taken) {
        var attachment = seen(id, version);
        requireMayPublish(id);
        if (attachment.isPicture() != (taken.type().group() == FileType.Group.IMAGE)) {
            throw new RuleBrokenException("library.error.otherKind", "file");
        }
        var before = attachment.state();
        var name = attachment.getFileName();
        attachment.hold(taken, stored(taken), now(), me());
        attachments.rewrite(id, taken.text());
        history.changed(attachment.row(), before, attachment.state());
        uses.replaced(id, name.equals(attachment.getFileName()) ? name : name + " → " + attachment.getFileName());
        changes.touched(KIND, Long.toString(id));
        return attachment;
    }

    /** What everybody sees is another with the file, so it takes the right to decide about that. */
    private void requireMayPublish(long id) {
        if (!uses.mayPublish(id)) {
            throw new RuleBrokenException("library.error.public");
        }
    }

    /**
     * Says of a file what it shows and whose it is.
     *
     * @throws RuleBrokenException if everybody sees it somewhere, and whoever does it has no right to publish there
     */
    @Permit(Permission.KEEP_FILES)
    public void describe(@Subject long id, long version, String alt, String caption, String credit, String focus) {
        var attachment = seen(id, version);
        requireMayPublish(id);
        var before = attachment.state();
        attachment.tell(alt, caption, credit, focus, now(), me());
        history.changed(attachment.row(), before, attachment.state());
        changes.touched(KIND, Long.toString(id));
    }

    private Attachment seen(long id, long version) {
        return attachments
                .byId(id)
                .filter(attachment -> attachment.getVersion() == version)
                .orElseThrow(() -> new ChangedMeanwhileException(KIND, Long.toString(id)));
    }

    /**
     * Takes a file out of the library. Its bytes stay in the store for thirty days, in which it can be put back.
     *
     * @return by which it is put back; nothing if it was gone
     * @throws RuleBrokenException if anything uses it
     */
    @Permit(Permission.KEEP_FILES)
    public Optional<Removal> remove(@Subject long id) {
        var found = attachments.byId(id);
        if (found.isEmpty()) {
            return history.removal(KIND, Long.toString(id));
        }
        var attachment = found.get();
        // What the portal brought is linked from its own content, of which nobody keeps account.
        if (!attachment.isGuarded() || !uses.of(List.of(id)).isEmpty()) {
            throw new RuleBrokenException("library.error.used");
        }
        var removal = history.removed(attachment.row(), attachment.state());
        attachments.remove(attachment);
        changes.touched(KIND, Long.toString(id));
        return Optional.of(removal);
    }

    /**
     * Puts a removed file back under its own address, or gives one its former bytes or description again; gives its name.
     *
     * @param line of the history
     * @throws RuleBrokenException if somebody has done so already or has changed the file since, if its bytes were swept away since, or if everybody
     *     sees it somewhere, and whoever does it has no right to publish there
     */
    @Permit(Permission.KEEP_FILES)
    public String restore(@Subject long line) {
        var change = history.entry(line)
                .filter(entry -> entry.getKind().equals(KIND) && Attachment.isReversible(entry))
                .orElse(null);
        if (change == null) {
            putBack(history.takeBack(line, KIND));
        } else {
            takeChangeBack(change);
        }
        return history.entry(line).map(HistoryEntry::getTitle).orElse("");
    }

    private void putBack(HistoryEntry removal) {
        var attachment = new Attachment(Long.parseLong(removal.getRowId()), removal.before());
        requireStored(attachment.getSha256());
        attachments.add(attachment, words(attachment));
        changes.touched(KIND, removal.getRowId());
    }

    private void takeChangeBack(HistoryEntry change) {
        var id = Long.parseLong(change.getRowId());
        var attachment = attachments.byId(id).orElseThrow(() -> new RuleBrokenException("library.error.gone"));
        requireMayPublish(id);
        var before = attachment.state();
        var name = attachment.getFileName();
        if (!attachment.takeBack(change.before(), change.after(), now(), me())) {
            throw new RuleBrokenException("library.error.changed");
        }
        history.changed(attachment.row(), before, attachment.state());
        if (!attachment.getSha256().equals(before.get(Attachment.DIGEST))) {
            requireStored(attachment.getSha256());
            attachments.rewrite(id, words(attachment));
            uses.replaced(id, name.equals(attachment.getFileName()) ? name : name + " → " + attachment.getFileName());
        }
        changes.touched(KIND, change.getRowId());
    }

    private void requireStored(String digest) {
        if (!store.has(digest)) {
            throw new RuleBrokenException("library.error.swept");
        }
    }

    // What is swept away

    /** How many files there are. */
    public long count() {
        return attachments.sum().files();
    }

    /** Which of these contents belong to a file. */
    public Set<String> held(Collection<String> digests) {
        return attachments.held(digests);
    }

    /** The contents of which the history tells so lately that it can still be taken back. */
    public Set<String> toldLately() {
        var last = clock.instant().minus(UNDO);
        return told(entry -> !entry.getAt().isBefore(last));
    }

    /** The contents of which it tells at all: a file once had them, whatever it has by now. */
    public Set<String> told() {
        return told(entry -> true);
    }

    private Set<String> told(Predicate<HistoryEntry> test) {
        return history.all(KIND).stream()
                .filter(test)
                .flatMap(entry -> Stream.of(entry.before(), entry.after()))
                .map(state -> state.getOrDefault(Attachment.DIGEST, ""))
                .filter(digest -> !digest.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Asks the virus scanner once more about what waits for it. What it refuses stays locked up, and whoever it concerns is told. */
    @Permit(Permission.RUN_PORTAL)
    public void rescan() {
        for (var attachment : attachments.quarantined()) {
            switch (scanner.scan(file(attachment))) {
                case CLEAN -> {
                    attachment.release();
                    changes.touched(KIND, String.valueOf(attachment.getId()));
                    LOG.log(Level.INFO, "The file {0} may be given out now", attachment.getPath());
                }
                case INFECTED -> refuse(attachment);
                case UNKNOWN -> {
                    // It waits on.
                }
            }
        }
    }

    private void refuse(Attachment attachment) {
        var before = attachment.state();
        attachment.refuse();
        history.changed(attachment.row(), before, attachment.state());
        uses.refused(Objects.requireNonNull(attachment.getId()), attachment.getFileName());
        mail.refused(attachment);
    }

    /** What whoever is signed in has brought and the virus scanner has refused since, for as long as it is there. */
    public List<Attachment> refusedOfMine() {
        return attachments.refused(me());
    }

    /**
     * What the library takes up.
     *
     * @param files how many stand in it
     * @param bytes of all of them, without the smaller sizes of pictures
     * @param free how many bytes there is still room for
     */
    public record Usage(long files, long bytes, long free) {}

    public Usage usage() {
        var sum = attachments.sum();
        return new Usage(sum.files(), sum.bytes(), store.free());
    }

    /** The numbers of the files of a list, in its order. */
    public List<Long> numbers(ListState state) {
        var filter = LibraryFilter.of(state.filter());
        var found = attachments.numbers(filter, state.sort(), state.descending());
        if (!filter.isUnused()) {
            return found;
        }
        var used = uses.used();
        var unused = attachments.all(found).stream()
                .filter(Attachment::isGuarded)
                .map(attachment -> Objects.requireNonNull(attachment.getId()))
                .filter(id -> !used.contains(id))
                .collect(Collectors.toSet());
        return found.stream().filter(unused::contains).toList();
    }

    /** The files with these numbers, in any order. */
    public List<Attachment> all(Collection<Long> numbers) {
        return attachments.all(numbers);
    }

    /** Where a file is used. */
    public List<AttachmentUse.Use> uses(long id) {
        return uses.of(List.of(id));
    }

    /** What was done to a file, the newest first. */
    public List<HistoryEntry> historyOf(long id) {
        return history.of(KIND, Long.toString(id));
    }

    /** What was done last to any file. */
    public List<HistoryEntry> history() {
        return history.newest(List.of(KIND));
    }

    public Optional<Attachment> find(long id) {
        return attachments.byId(id);
    }

    /** The same for pages that show it: read once, and again when anything has changed. */
    Optional<Attachment> shown(long id) {
        return shown.get(ConcurrentHashMap::new).computeIfAbsent(id, attachments::byId);
    }

    /** The file at an address as {@link Attachment#getPath()} gives it, or gave it before the file was replaced; empty for any other. */
    public Optional<Attachment> at(String address) {
        return Attachment.idIn(address).flatMap(this::find);
    }

    /** The file that a form says, by its number or by its address. */
    public Optional<Attachment> chosen(String said) {
        var given = said.strip();
        return given.matches("\\d{1,18}") ? find(Long.parseLong(given)) : at(given);
    }

    AttachmentUses.Audience audience(Attachment attachment) {
        return uses.audience(attachment);
    }

    Path file(Attachment attachment) {
        return store.path(attachment.getSha256());
    }

    /** A smaller size of a picture. */
    Path file(Attachment attachment, int width) {
        return store.path(attachment.getSha256(), width);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String me() {
        return actors.get().name();
    }

    /** The same on a database and a folder that a test has. */
    static AttachmentService over(
            EntityManager em, FileStore store, AttachmentUses uses, History history, CurrentActor actors, Clock clock) {
        var over = new AttachmentService();
        over.attachments = new AttachmentRepository();
        over.attachments.em = em;
        over.store = store;
        over.uses = uses;
        over.scanner = new VirusScanner("none");
        over.mail = new AttachmentMail() {
            @Override
            void refused(Attachment attachment) {
                // There is no mail.
            }
        };
        over.history = history;
        over.changes = new ChangeLog(em, clock);
        over.actors = actors;
        over.clock = clock;
        return over;
    }
}
