package vn.minhbach.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a letter says where an editor has written other words than those that come with the portal. */
@Entity
@Table(name = "mail_template")
public class LetterTemplate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mail_template_seq")
    @SequenceGenerator(name = "mail_template_seq", sequenceName = "mail_template_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "letter_kind", updatable = false)
    private String kind = "";

    @Column(updatable = false)
    private String language = "vi";

    private String subject = "";

    private String body = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected LetterTemplate() {}

    LetterTemplate(LetterKind kind, String language) {
        this.kind = kind.key();
        this.language = language;
    }

    void write(LetterText text, Instant now, String by) {
        subject = text.subject();
        body = text.text();
        updatedAt = now;
        updatedBy = by;
    }

    /** Grows with every change; who saves says which one they have seen. A template that nobody has written has 0. */
    public long getVersion() {
        return version;
    }

    public String getKind() {
        return kind;
    }

    public String getLanguage() {
        return language;
    }

    public LetterText text() {
        return new LetterText(subject, body);
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }
}
