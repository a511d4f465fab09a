package vn.minhbach.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/** An address to which public content leads, and what was found there last. */
@Entity
@Table(name = "public_link")
public class PublicLink {

    /** That of what was never looked at. */
    static final Instant NEVER = Instant.EPOCH;

    /** What passes by itself is believed when it is found a second time. */
    private static final int BELIEVED = 2;

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_HOST = 255;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "public_link_seq")
    @SequenceGenerator(name = "public_link_seq", sequenceName = "public_link_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private String kind = "";

    @Column(name = "content_id", updatable = false)
    private long contentId;

    private String place = "";
    private String title = "";
    private String page = "";
    private String edit = "";

    @Column(updatable = false)
    private String address = "";

    /** Whose server is asked about it; empty if it lies within the portal. */
    private String host = "";

    private int status;

    private String trouble = "";

    private int failures;

    private boolean broken;

    /** When it was first found broken; null if it is not. */
    private @Nullable Instant since;

    @Column(name = "checked_at")
    private Instant checkedAt = NEVER;

    protected PublicLink() {}

    PublicLink(String kind, Linking of, String address) {
        this.kind = kind;
        this.contentId = of.number();
        this.address = address;
        stand(of);
    }

    /** Takes over how and where its content is found by now. */
    final void stand(Linking of) {
        place = of.place();
        title = Text.cut(of.title(), LONGEST_TITLE);
        page = of.page();
        edit = of.edit();
        host = host(address);
    }

    /** Whose server is asked about an address; empty for one of the portal. */
    static String host(String address) {
        if (address.startsWith("/")) {
            return "";
        }
        try {
            var named = URI.create(address).getHost();
            return Text.cut(named == null ? address : named.toLowerCase(Locale.ROOT), LONGEST_HOST);
        } catch (IllegalArgumentException e) {
            return Text.cut(address, LONGEST_HOST);
        }
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

    public String getKind() {
        return kind;
    }

    /** By which its kind knows the content. */
    public long getContentId() {
        return contentId;
    }

    public String getTitle() {
        return title;
    }

    /** The page of the content; empty if it has none of its own. */
    public String getPage() {
        return page;
    }

    /** The screen where the content can be put right. */
    public String getEdit() {
        return edit;
    }

    /** A path of the portal, or an address elsewhere. */
    public String getAddress() {
        return address;
    }

    /** Whether it lies within the portal. */
    public boolean isInside() {
        return host.isEmpty();
    }

    /** What was answered; 0 for nothing. */
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

    public Instant getCheckedAt() {
        return checkedAt;
    }
}
