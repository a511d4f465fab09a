package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.minhbach.privacy.SealedRow;

/** The words of a submission with its messages and answers, by which the staff find it: sealed together, so that none can be counted. */
@Entity
@Table(name = "inbox_words")
public class KeptWords {

    @Id
    @Column(name = "submission_id")
    private long submission;

    @Column(name = "words_sealed")
    private String sealed = "";

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    protected KeptWords() {}

    KeptWords(long submission, String sealed, Instant now) {
        this.submission = submission;
        this.sealed = sealed;
        changedAt = now;
    }

    /** As the words of a submission are bound to it. */
    static SealedRow sealedRow(long submission) {
        return SealedRow.of("inbox_words", submission);
    }

    final void keep(String words, Instant now) {
        sealed = words;
        changedAt = now;
    }

    long getSubmission() {
        return submission;
    }

    String getSealed() {
        return sealed;
    }

    Instant getChangedAt() {
        return changedAt;
    }
}
