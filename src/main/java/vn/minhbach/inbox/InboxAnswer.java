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
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.privacy.SealedValue;

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

    /** Version {@link Submission#getNewestAnswer()} of an answer. */
    InboxAnswer(Submission of, String author, Instant writtenAt) {
        submission = of.number();
        number = of.getNewestAnswer();
        this.author = author;
        this.writtenAt = writtenAt;
    }

    /** Keeps what the sender is to read and what the public is, sealed. */
    void write(SaidOfDeed said, Submission of, FieldCipher cipher) {
        var row = sealedRow(of.getSealId());
        fullSealed = cipher.seal(said.answer(), InboxSeals.ANSWER, row);
        titleSealed = cipher.seal(said.title(), InboxSeals.PUBLIC_TITLE, row);
        questionSealed = cipher.seal(said.question(), InboxSeals.PUBLIC_QUESTION, row);
        publicSealed = cipher.seal(said.publicAnswer(), InboxSeals.PUBLIC_ANSWER, row);
    }

    private SealedRow sealedRow(String matter) {
        return SealedRow.of("inbox_answer", number, matter);
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

    /** @param matter the identity of its submission */
    SealedValue getFullSealed(String matter) {
        return new SealedValue(InboxSeals.ANSWER, sealedRow(matter), fullSealed);
    }

    SealedValue getTitleSealed(String matter) {
        return new SealedValue(InboxSeals.PUBLIC_TITLE, sealedRow(matter), titleSealed);
    }

    SealedValue getQuestionSealed(String matter) {
        return new SealedValue(InboxSeals.PUBLIC_QUESTION, sealedRow(matter), questionSealed);
    }

    SealedValue getPublicSealed(String matter) {
        return new SealedValue(InboxSeals.PUBLIC_ANSWER, sealedRow(matter), publicSealed);
    }

    /** Whether there is anything for the public to read. */
    boolean isPublic() {
        return !titleSealed.isEmpty() && !questionSealed.isEmpty() && !publicSealed.isEmpty();
    }
}
