package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A submission that somebody of the staff has put on a list of their own, which nobody else sees. */
@Entity
@Table(name = "inbox_shortlist")
public class Shortlisted {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_shortlist_seq")
    @SequenceGenerator(name = "inbox_shortlist_seq", sequenceName = "inbox_shortlist_seq", allocationSize = 50)
    private @Nullable Long id;

    private String account = "";

    @Column(name = "submission_id")
    private long submission;

    @Column(name = "put_at")
    private Instant at = Instant.EPOCH;

    protected Shortlisted() {}

    Shortlisted(String account, long submission, Instant at) {
        this.account = account;
        this.submission = submission;
        this.at = at;
    }

    @Nullable
    Long getId() {
        return id;
    }

    String getAccount() {
        return account;
    }

    long getSubmission() {
        return submission;
    }

    Instant getAt() {
        return at;
    }
}
