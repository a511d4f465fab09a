package vn.minhbach.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a public article leads outside of the portal, and what was found there last. */
@Entity
@Table(name = "article_link")
public class ArticleLink {

    /** What passes by itself is believed when it is found a second time. */
    private static final int BELIEVED = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_link_seq")
    @SequenceGenerator(name = "article_link_seq", sequenceName = "article_link_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "article_id", updatable = false)
    private long articleId;

    @Column(updatable = false)
    private String address = "";

    private int status;

    private String trouble = "";

    private int failures;

    private boolean broken;

    /** When it was first found broken; null if it is not. */
    private @Nullable Instant since;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    protected ArticleLink() {}

    ArticleLink(long articleId, String address) {
        this.articleId = articleId;
        this.address = address;
    }

    /** Says what was found. */
    void found(LinkOutcome outcome, Instant now) {
        status = outcome.status();
        trouble = outcome.trouble();
        checkedAt = now;
        if (!outcome.isBad()) {
            failures = 0;
            broken = false;
            since = null;
            return;
        }
        failures++;
        since = since == null ? now : since;
        broken = broken || outcome.isForGood() || failures >= BELIEVED;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getArticleId() {
        return articleId;
    }

    public String getAddress() {
        return address;
    }

    /** What the server said; 0 for nothing. */
    public int getStatus() {
        return status;
    }

    /** Why it could not be asked; empty if it answered. */
    public String getTrouble() {
        return trouble;
    }

    public boolean isBroken() {
        return broken;
    }

    public @Nullable Instant getSince() {
        return since;
    }

    public @Nullable Instant getCheckedAt() {
        return checkedAt;
    }
}
