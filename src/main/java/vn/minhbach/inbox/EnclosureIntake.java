package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.attachment.FileType;
import vn.minhbach.attachment.Intake;
import vn.minhbach.attachment.Remark;
import vn.minhbach.attachment.Taken;
import vn.minhbach.attachment.Unpacking;
import vn.minhbach.privacy.FileKey;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Sha256;
import vn.minhbach.web.Throttle;

/**
 * Takes in a file of a citizen's, or one that the staff sends them: as it comes it goes to the disk, through the same gate as the files of the staff ({@link Intake}), and then sealed to
 * where it stays. Photos and PDF, and nothing else. Only so many are taken in at the same time, all together and from one network, and who sends
 * ever so slowly is not waited for.
 */
@ApplicationScoped
class EnclosureIntake {

    private static final Logger LOG = Logger.getLogger(EnclosureIntake.class.getName());

    private static final Set<FileType> TYPES =
            EnumSet.of(FileType.JPEG, FileType.PNG, FileType.GIF, FileType.WEBP, FileType.HEIC, FileType.PDF);

    /** For which the gate's sentences are for editors; citizens are told what may be sent. */
    private static final Set<String> OTHER_TYPES =
            Set.of("unknown", "encoding", "archive", "macro", "brokenZip", "quicktime", "program");

    private static final String BEGINNING = "file.error.";
    private static final int MOST_AT_ONCE = 24;
    private static final int MOST_AT_ONCE_EACH = 8;

    /** Twenty megabytes at 35 kilobytes a second. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final long MEGA = 1024L * 1024;

    @Inject
    Intake intake;

    @Inject
    EnclosureStore store;

    @Inject
    EnclosureService service;

    @Inject
    Clock clock;

    /** So much of the disk is left to everything else. */
    @Inject
    @ConfigProperty(name = "portal.inbox.free-megabytes", defaultValue = "1024")
    long freeMegabytes = 1024;

    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final ConcurrentHashMap<String, Integer> underWay = new ConcurrentHashMap<>();

    EnclosureIntake() {}

    /** Without a server, for tests. */
    EnclosureIntake(Intake intake, EnclosureStore store, EnclosureService service, Clock clock) {
        this.intake = intake;
        this.store = store;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Takes a file in, to wait for the form with this token.
     *
     * @param client the address that it comes from
     * @param name as it was sent
     * @throws RuleBrokenException if it is not taken; the message is the key of the sentence that says why
     * @throws IOException if the sender does not send any more
     */
    EnclosureService.Waiting take(String token, String client, String name, InputStream bytes) throws IOException {
        service.requireRoom(client);
        return within(
                Throttle.holder(client),
                () -> taken(
                        name, bytes, Unpacking.STRANGERS, (digest, taken) -> waiting(token, client, digest, taken)));
    }

    /** Who keeps what somebody of the staff has brought, and says where it lies: elsewhere, if it was there. */
    interface Keeper {
        String keep(Enclosures.Brought brought);
    }

    /**
     * Takes in a file of the staff's, through the same gate.
     *
     * @param account who brings it
     * @throws RuleBrokenException as for a citizen's
     */
    void takeOfStaff(String account, String name, InputStream bytes, Keeper keeper) throws IOException {
        within(
                "@" + account,
                () -> taken(name, bytes, Unpacking.STAFF, (digest, taken) -> brought(digest, taken, keeper)));
    }

    /** What came, without the mark that a field has in which no file was chosen; null if none was. */
    static @Nullable InputStream chosen(String name, InputStream bytes) throws IOException {
        var in = new PushbackInputStream(bytes);
        var first = in.read();
        if (first >= 0) {
            in.unread(first);
        }
        return first < 0 && name.isEmpty() ? null : in;
    }

    private interface Taking<T> {
        T take() throws IOException;
    }

    /** @param who brings it, of whom only so many are taken at a time */
    private <T> T within(String who, Taking<T> taking) throws IOException {
        if (store.free() < freeMegabytes * MEGA) {
            LOG.log(Level.WARNING, "There is hardly any room on the disk: files are not taken into the inbox");
            throw refused("full");
        }
        if (!turns.tryAcquire()) {
            throw refused("busy");
        }
        try {
            if (underWay.merge(who, 1, Integer::sum) > MOST_AT_ONCE_EACH) {
                throw refused("busy");
            }
            return taking.take();
        } finally {
            underWay.computeIfPresent(who, (unused, count) -> count > 1 ? count - 1 : null);
            turns.release();
        }
    }

    private interface Keeping<T> {
        T keep(String digest, Taken taken) throws IOException;
    }

    private <T> T taken(String name, InputStream bytes, Unpacking unpacking, Keeping<T> keeping) throws IOException {
        var digest = Sha256.digest();
        var sender = new Patient(bytes, clock, clock.instant().plus(LONGEST));
        var demand = new Intake.Demand(store.workshop(), Enclosures.LONGEST, TYPES, List.of(), false, unpacking);
        try (var taken = intake.take(name, new DigestInputStream(sender, digest), demand)) {
            if (taken.remarks().contains(Remark.WAITS)) {
                throw refused("unscanned");
            }
            return keeping.keep(HexFormat.of().formatHex(digest.digest()), taken);
        } catch (RuleBrokenException e) {
            throw forCitizens(e);
        } catch (IOException e) {
            if (sender.failed) {
                throw e;
            }
            LOG.log(Level.WARNING, "A file could not be kept in the inbox", e);
            throw refused("disk");
        }
    }

    private EnclosureService.Waiting waiting(String token, String client, String digest, Taken taken)
            throws IOException {
        return kept(
                taken,
                (place, key, shape) -> {
                    for (var left : service.makeRoom(shape.size())) {
                        store.delete(left);
                    }
                    return service.keep(
                            new EnclosureService.Received(token, digest, place, key, taken.name(), shape), client);
                },
                EnclosureService.Waiting::handle);
    }

    private String brought(String digest, Taken taken, Keeper keeper) throws IOException {
        return kept(
                taken,
                (place, key, shape) -> keeper.keep(new Enclosures.Brought(digest, place, key, taken.name(), shape)),
                place -> place);
    }

    private interface Sealing<T> {
        T with(String place, FileKey key, Enclosure.Shape shape) throws IOException;
    }

    /** @param placeOf where what was kept lies: elsewhere, if it was there */
    private <T> T kept(Taken taken, Sealing<T> sealing, Function<T, String> placeOf) throws IOException {
        var key = FileKey.random();
        var place = store.put(taken.file(), key);
        try {
            var shape = new Enclosure.Shape(
                    taken.type().mediaType(), Files.size(taken.file()), taken.width(), taken.height());
            var kept = sealing.with(place, key, shape);
            if (!placeOf.apply(kept).equals(place)) {
                store.delete(place);
            }
            return kept;
        } catch (RuleBrokenException | ChangedMeanwhileException | NotFoundException e) {
            store.delete(place);
            throw e;
        }
        // Whatever else went wrong, its row may stand there by now; if not, the bytes are swept away.
    }

    private static RuleBrokenException forCitizens(RuleBrokenException refused) {
        var key = String.valueOf(refused.getMessage());
        if (!key.startsWith(BEGINNING)) {
            return refused;
        }
        var why = key.substring(BEGINNING.length());
        return refused(OTHER_TYPES.contains(why) ? "type" : why);
    }

    private static RuleBrokenException refused(String why) {
        return new RuleBrokenException("enclosure.error." + why, Enclosures.FIELD);
    }

    /** Somebody who sends, until a moment. */
    private static final class Patient extends FilterInputStream {

        private final Clock clock;
        private final Instant until;
        private boolean failed;

        Patient(InputStream from, Clock clock, Instant until) {
            super(from);
            this.clock = clock;
            this.until = until;
        }

        @Override
        public int read() throws IOException {
            require();
            try {
                return super.read();
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            require();
            try {
                return super.read(into, from, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        private void require() {
            if (clock.instant().isAfter(until)) {
                throw refused("slow");
            }
        }
    }
}
