package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody of the staff who was named in an internal note, until they say that they have seen it. */
@Entity
@Table(name = "inbox_mention")
public class Mention {

    /** The names of accounts, see {@code Accounts}; an address for mail names nobody. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}._-])@([A-Za-z0-9]++(?:[._-][A-Za-z0-9]++)*+)");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_mention_seq")
    @SequenceGenerator(name = "inbox_mention_seq", sequenceName = "inbox_mention_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "submission_id")
    private long submission;

    private String account = "";

    @Column(name = "named_by")
    private String by = "";

    @Column(name = "named_at")
    private Instant at = Instant.EPOCH;

    /** When they said so; null before. */
    @Column(name = "seen_at")
    private @Nullable Instant seenAt;

    protected Mention() {}

    Mention(long submission, String account, String by, Instant at) {
        this.submission = submission;
        this.account = account;
        this.by = by;
        this.at = at;
    }

    /** The accounts that a note names, in order. */
    static Set<String> in(String note) {
        var names = new LinkedHashSet<String>();
        NAME.matcher(note).results().forEach(found -> names.add(found.group(1).toLowerCase(Locale.ROOT)));
        return names;
    }

    void see(Instant now) {
        seenAt = now;
    }

    @Nullable
    Long getId() {
        return id;
    }

    long getSubmission() {
        return submission;
    }

    String getAccount() {
        return account;
    }

    String getBy() {
        return by;
    }

    Instant getAt() {
        return at;
    }

    @Nullable
    Instant getSeenAt() {
        return seenAt;
    }
}
