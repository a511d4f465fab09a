package vn.minhbach.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Sha256;

/**
 * The chain of the audit: each entry has a place and a digest over what it says and the digest before it. Whoever alters an entry,
 * takes one out or puts them in another order must compute all digests behind it anew; and those that were written down
 * elsewhere ({@link AuditHeads}) do not fit any more then.
 *
 * <p>Give it the entries in the order of their places, then {@link #end}.
 */
public final class AuditChain {

    /** What stands before the first entry. */
    public static final String START = "0".repeat(64);

    private static final int MOST_TOLD = 20;

    private final Map<Long, Set<String>> known = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long position;
    private @Nullable String digest;
    private long entries;

    /** What can be wrong with the chain. */
    public enum Kind {
        /** What an entry says is not what was sealed. */
        ALTERED,
        /** Entries are missing before this one. */
        MISSING,
        /** The chain ends before a place that was written down. */
        TRUNCATED,
        /** The chain is whole, but another than the one that was written down elsewhere. */
        REWRITTEN,
        /** Older entries were taken out, and no entry says so. */
        UNEXPLAINED
    }

    /** @param position the place in the chain at which it is seen */
    public record Fault(Kind kind, long position) {}

    /** A place in the chain and its digest. */
    public record Head(long position, String digest) {

        public static final Head NONE = new Head(0, START);
    }

    /**
     * What a check found.
     *
     * @param entries how many were looked at
     * @param last the last of them
     */
    public record Verdict(long entries, Head last, List<Fault> faults) {

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    /**
     * @param anchor the last entry that was taken out because it was old; {@link Head#NONE} if none was
     * @param known digests that were written down elsewhere
     */
    public AuditChain(Head anchor, List<Head> known) {
        known.forEach(head -> this.known
                .computeIfAbsent(head.position(), unused -> new HashSet<>())
                .add(head.digest()));
        position = anchor.position();
        digest = anchor.digest();
        compare(anchor);
    }

    /** The digest of an entry at a place, behind one with that digest. */
    static String digest(String previous, long position, AuditEntry entry) {
        var text = new StringBuilder(previous);
        for (var field : List.of(
                Long.toString(position),
                String.valueOf(entry.getId()),
                entry.getAt().toString(),
                entry.getActor(),
                entry.getDeed(),
                entry.getMethod(),
                entry.getSubject(),
                entry.getOutcome().name(),
                entry.getRequestId(),
                entry.getAddress())) {
            // Lengths, so that nothing can be moved from one field to the next.
            text.append('\n').append(field.length()).append(':').append(field);
        }
        return HexFormat.of().formatHex(Sha256.digest().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The next entry in order. */
    public void next(AuditEntry entry) {
        entries++;
        var here = entry.place();
        if (here != position + 1) {
            fault(Kind.MISSING, here);
        } else if (digest != null && !digest(digest, here, entry).equals(entry.getDigest())) {
            fault(Kind.ALTERED, here);
        }
        position = here;
        digest = entry.getDigest();
        compare(new Head(position, digest));
    }

    private void compare(Head head) {
        var written = known.get(head.position());
        if (written != null && !written.equals(Set.of(head.digest()))) {
            fault(Kind.REWRITTEN, head.position());
        }
    }

    private void fault(Kind kind, long at) {
        if (faults.size() < MOST_TOLD) {
            faults.add(new Fault(kind, at));
        }
    }

    /** Adds what only somebody else can see. */
    public void blame(Kind kind, long at) {
        fault(kind, at);
    }

    /** No entry follows. */
    public Verdict end() {
        known.keySet().stream()
                .filter(written -> written > position)
                .findFirst()
                .ifPresent(written -> fault(Kind.TRUNCATED, written));
        return new Verdict(entries, new Head(position, digest == null ? START : digest), List.copyOf(faults));
    }
}
