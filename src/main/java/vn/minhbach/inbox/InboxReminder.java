package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was told of a due day, or of what is new. There is one of a submission, an occasion and a day, written in the transaction of the letter: what two
 * nodes want to send at once is sent by one of them.
 */
@Entity
@Table(name = "inbox_reminder")
class InboxReminder {

    /** Of what is told. */
    enum Occasion {
        /** It is due soon: whoever has it. */
        BEFORE,
        /** It is due today, or was while the portal was down: whoever has it. */
        DUE,
        /** It is late: its sender. */
        LATE,
        /** Something that was promised is to be done soon: whoever handles it. */
        PROMISE_BEFORE,
        /** The same is to be done today, or was while the portal was down. */
        PROMISE_DUE,
        /** Something was given to somebody, its sender wrote, or what its answer rests on has changed: whoever handles it. The day is that of the morning. */
        NEWS
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_reminder_seq")
    @SequenceGenerator(name = "inbox_reminder_seq", sequenceName = "inbox_reminder_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "submission_id")
    private long submission;

    @Enumerated(EnumType.STRING)
    private Occasion occasion = Occasion.DUE;

    @Column(name = "on_day")
    private LocalDate day = LocalDate.EPOCH;

    @Column(name = "sent_at")
    private Instant sentAt = Instant.EPOCH;

    protected InboxReminder() {}

    InboxReminder(long submission, Occasion occasion, LocalDate day, Instant sentAt) {
        this.submission = submission;
        this.occasion = occasion;
        this.day = day;
        this.sentAt = sentAt;
    }

    @Nullable
    Long getId() {
        return id;
    }

    long getSubmission() {
        return submission;
    }

    Occasion getOccasion() {
        return occasion;
    }

    LocalDate getDay() {
        return day;
    }

    Instant getSentAt() {
        return sentAt;
    }
}
