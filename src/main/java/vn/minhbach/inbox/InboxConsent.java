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

/**
 * What senders of a kind agreed to, as they read it. A submission names its version; a text that changes gets another one, so that consent
 * can be proved for as long as the submission is kept (Law 91/2025/QH15). Never altered, never removed.
 */
@Entity
@Table(name = "inbox_consent")
public class InboxConsent implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_consent_seq")
    @SequenceGenerator(name = "inbox_consent_seq", sequenceName = "inbox_consent_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "kind_key", updatable = false)
    private String kind = "";

    @Column(name = "version_name", updatable = false)
    private String version = "";

    @Column(name = "text_vi", updatable = false)
    private String textVi = "";

    @Column(name = "text_en", updatable = false)
    private String textEn = "";

    @Column(updatable = false)
    private Instant since = Instant.EPOCH;

    protected InboxConsent() {}

    InboxConsent(String kind, String version, String textVi, String textEn, Instant since) {
        this.kind = kind;
        this.version = version;
        this.textVi = textVi;
        this.textEn = textEn;
        this.since = since;
    }

    @Nullable
    Long getId() {
        return id;
    }

    public String getKind() {
        return kind;
    }

    /** "2026-02": the second text of that year. */
    public String getVersion() {
        return version;
    }

    /** @param language "vi" or "en" */
    public String text(String language) {
        return language.equals("vi") ? textVi : textEn;
    }

    boolean says(String vietnamese, String english) {
        return textVi.equals(vietnamese) && textEn.equals(english);
    }

    public Instant getSince() {
        return since;
    }
}
