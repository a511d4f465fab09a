package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * Something public on which a version of an answer rests: a procedure, an article, an earlier answer, as the change log knows it. When it
 * changes after somebody of the office last said that the two agree, the answer is to be looked at again.
 */
@Entity
@Table(name = "inbox_basis")
public class Basis {

    /** What an answer rests on, as whoever writes it chooses it. */
    public record Source(String kind, String id, String path, String title) implements Serializable {

        private static final String PROCEDURE = "procedure";

        /** A procedure by its code. */
        static Source procedure(String code) {
            return new Source(PROCEDURE, code, "/thu-tuc/" + code, "");
        }

        /** Whether it is a procedure, which goes by its code. */
        boolean isProcedure() {
            return kind.equals(PROCEDURE);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_basis_seq")
    @SequenceGenerator(name = "inbox_basis_seq", sequenceName = "inbox_basis_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "submission_id")
    private long submission;

    /** The version of the answer. */
    @Column(name = "version_number")
    private int number;

    @Column(name = "content_kind")
    private String kind = "";

    @Column(name = "content_id")
    private String contentId = "";

    private String path = "";

    /** What it was called then. */
    private String title = "";

    @Column(name = "confirmed_at")
    private Instant confirmedAt = Instant.EPOCH;

    protected Basis() {}

    Basis(long submission, int number, Source source, Instant now) {
        this.submission = submission;
        this.number = number;
        kind = source.kind();
        contentId = source.id();
        path = source.path();
        title = Text.cut(source.title(), 500);
        confirmedAt = now;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    @Nullable
    Long getId() {
        return id;
    }

    long getSubmission() {
        return submission;
    }

    int getNumber() {
        return number;
    }

    Instant getConfirmedAt() {
        return confirmedAt;
    }

    public String getPath() {
        return path;
    }

    public Source toSource() {
        return new Source(kind, contentId, path, title);
    }
}
