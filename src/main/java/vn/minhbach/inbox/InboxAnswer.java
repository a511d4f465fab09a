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

/** A version of an answer: the text for the sender, and what the public is to read. Sealed both, since a draft may not be masked yet. */
@Entity
@Table(name = "inbox_answer")
public class InboxAnswer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_answer_seq")
    @SequenceGenerator(name = "inbox_answer_seq", sequenceName = "inbox_answer_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "submission_id")
    private long submission;

    @Column(name = "version_number")
    private int number;

    private String author = "";

    @Column(name = "written_at")
    private Instant writtenAt = Instant.EPOCH;

    @Column(name = "full_sealed")
    private String fullSealed = "";

    @Column(name = "public_title_sealed")
    private String titleSealed = "";

    @Column(name = "public_question_sealed")
    private String questionSealed = "";

    @Column(name = "public_answer_sealed")
    private String publicSealed = "";

    protected InboxAnswer() {}

    InboxAnswer(
            long submission,
            int number,
            String author,
            Instant writtenAt,
            String fullSealed,
            String titleSealed,
            String questionSealed,
            String publicSealed) {
        this.submission = submission;
        this.number = number;
        this.author = author;
        this.writtenAt = writtenAt;
        this.fullSealed = fullSealed;
        this.titleSealed = titleSealed;
        this.questionSealed = questionSealed;
        this.publicSealed = publicSealed;
    }

    /** Lets go of all its texts; what was made public stands elsewhere. */
    void forget() {
        fullSealed = "";
        titleSealed = "";
        questionSealed = "";
        publicSealed = "";
    }

    @Nullable
    Long getId() {
        return id;
    }

    long getSubmission() {
        return submission;
    }

    public int getNumber() {
        return number;
    }

    public String getAuthor() {
        return author;
    }

    public Instant getWrittenAt() {
        return writtenAt;
    }

    String getFullSealed() {
        return fullSealed;
    }

    String getTitleSealed() {
        return titleSealed;
    }

    String getQuestionSealed() {
        return questionSealed;
    }

    String getPublicSealed() {
        return publicSealed;
    }

    /** Whether there is anything for the public to read. */
    boolean isPublic() {
        return !titleSealed.isEmpty() && !questionSealed.isEmpty() && !publicSealed.isEmpty();
    }
}
