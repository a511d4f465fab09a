package vn.minhbach.editorial;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.AuditSubject;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.store.StringListConverter;

/**
 * Something that the editorial board keeps: what it is known by, where it stands, and which of its {@link ItemVersion}s the public
 * sees. What it says lies in the versions. Only {@link Items} changes it.
 *
 * <p>It is known by its id and by nothing else. The slug is where it is found, and may change.
 */
@Entity
@Table(name = "item")
public class Item implements AuditSubject {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_seq")
    @SequenceGenerator(name = "item_seq", sequenceName = "item_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long revision;

    @Column(updatable = false)
    private String kind = "";

    /** The last part of its address. */
    @NotBlank
    @Size(max = 160)
    @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
    private String slug = "";

    @Enumerated(EnumType.STRING)
    private ItemState state = ItemState.DRAFT;

    /** Where its newest version stands before the board. */
    @Enumerated(EnumType.STRING)
    private ReviewState review = ReviewState.WRITING;

    /** How the newest version is called. */
    @Size(max = 300)
    private String title = "";

    /** The same without marks, by which it is looked for. */
    @Column(name = "title_key")
    private String titleKey = "";

    /** Where the newest version stands: the slug of a section, say. */
    private String place = "";

    private String unit = "";

    /** Where the version stands that is public, or was last; and its unit. */
    @Column(name = "shown_place")
    private String shownPlace = "";

    @Column(name = "shown_unit")
    private String shownUnit = "";

    @Column(name = "published_version")
    private @Nullable Integer publishedVersion;

    @Column(name = "newest_version")
    private int newestVersion;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "created_by", updatable = false)
    private String createdBy = "";

    /** Who wrote the newest version. */
    @Column(name = "changed_by")
    private String changedBy = "";

    /** Who handed the newest version in; empty if nobody has. */
    @Column(name = "submitted_by")
    private String submittedBy = "";

    @Column(name = "scheduled_for")
    private @Nullable Instant scheduledFor;

    /** What the public is told when it comes out by itself; empty for nothing. */
    @Column(name = "scheduled_notice")
    private String scheduledNotice = "";

    /** What comes out together has one name; empty for what comes out alone. */
    @Column(name = "set_name")
    private String setName = "";

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "review_on")
    private @Nullable LocalDate reviewOn;

    /** Whether the board was told of that day. */
    private boolean reminded;

    /** Who published it before anybody else had seen it, as long as nobody else has said that it was right; else empty. */
    @Column(name = "urgent_by")
    private String urgentBy = "";

    /** All who wrote, handed in or published what came out so, once or several times: none of them says that it was right. */
    @Convert(converter = StringListConverter.class)
    @Column(name = "urgent_hands")
    private List<String> urgentHands = List.of();

    /** What stands at its address instead of it, or above it. */
    private String notice = "";

    @Column(name = "redirect_to")
    private String redirectTo = "";

    /** What the place from where it was relayed did since, as long as nobody has looked at it. */
    @Enumerated(EnumType.STRING)
    @Column(name = "source_mark")
    private SourceMark sourceMark = SourceMark.NONE;

    protected Item() {}

    Item(String kind, String slug, Instant now, String author) {
        this.kind = kind;
        this.slug = slug;
        this.createdAt = now;
        this.updatedAt = now;
        this.createdBy = author;
    }

    /** One that was public before the board had it, in one version that nobody of the board wrote. */
    private Item(String kind, String slug, String title, String place, Instant asOf) {
        this(kind, slug, asOf, Actor.PORTAL.name());
        this.title = Text.cut(title, 300);
        this.titleKey = Text.cut(Text.fold(title), 300);
        this.place = place;
        this.shownPlace = place;
        this.changedBy = Actor.PORTAL.name();
        this.state = ItemState.PUBLISHED;
        this.review = ReviewState.SETTLED;
        this.newestVersion = 1;
        this.publishedVersion = 1;
        this.publishedAt = asOf;
    }

    static Item adopted(String kind, String slug, String title, String place, Instant asOf) {
        return new Item(kind, slug, title, place, asOf);
    }

    /** Counts the first version. */
    int begin() {
        newestVersion = 1;
        return newestVersion;
    }

    /** Counts a version that was just allowed. */
    int count() {
        return ++newestVersion;
    }

    /** What the board's lists show of the newest version. */
    void call(String title, String place, String unit, String author) {
        this.title = Text.cut(title, 300);
        this.titleKey = Text.cut(Text.fold(title), 300);
        this.place = place;
        this.unit = unit;
        this.changedBy = author;
    }

    /**
     * Does a deed, if the table has a row for it and all holds that it asks for.
     *
     * @param version which one the deed is about
     * @return the row
     */
    Transition move(Deed deed, int version, Said said, Actor actor, Instant now) {
        var reasons = Transition.reasonsAgainst(this, deed, version, actor);
        if (!reasons.isEmpty()) {
            throw Transition.refusal(deed, reasons.getFirst());
        }
        var row = Transition.of(this, deed).orElseThrow();
        if (!actor.equals(Actor.PORTAL)) {
            for (var need : row.needs()) {
                if (!need.isMet(said)) {
                    throw new RuleBrokenException(need.reason(), need.field());
                }
            }
        }
        if (row.to() != null) {
            state = row.to();
        }
        // What is public may be an older version, while a newer one is being written.
        if (row.toReview() != null
                && (row.toReview() != ReviewState.SETTLED || deed == Deed.DROP || version == newestVersion)) {
            review = row.toReview();
        }
        updatedAt = now;
        return row;
    }

    void submitted(String by) {
        submittedBy = by;
    }

    void schedule(Instant when, String notice, String set) {
        scheduledFor = when;
        scheduledNotice = notice;
        setName = set;
    }

    void unschedule() {
        scheduledFor = null;
        scheduledNotice = "";
        setName = "";
    }

    /** The first date of publication is kept when it comes back after a withdrawal, or in another version. */
    void show(int version, Instant now) {
        publishedVersion = version;
        if (version == newestVersion || shownPlace.isEmpty()) {
            shownPlace = place;
            shownUnit = unit;
        }
        if (publishedAt == null) {
            publishedAt = now;
        }
        notice = "";
        redirectTo = "";
        unschedule();
    }

    /** @param handedInBy who handed in what comes out so; empty if nobody has */
    void urgent(String by, String handedInBy) {
        urgentBy = by;
        urgentHands = Stream.concat(urgentHands.stream(), Stream.of(by, changedBy, handedInBy))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    void approvedAfterwards() {
        urgentBy = "";
        urgentHands = List.of();
    }

    /** What is archived keeps its version: it can be read. */
    void hide(String notice, String redirectTo, boolean readable) {
        this.notice = notice;
        this.redirectTo = redirectTo;
        if (!readable) {
            publishedVersion = null;
        }
        expiresAt = null;
    }

    void plan(@Nullable Instant expires, @Nullable LocalDate review) {
        expiresAt = expires;
        reviewOn = review;
        reminded = false;
    }

    /** Somebody was reminded to look at it again. */
    void reminded() {
        reminded = true;
    }

    /** The source did something; or somebody has looked at it. */
    void mark(SourceMark mark) {
        sourceMark = mark;
    }

    void readdress(String slug) {
        this.slug = slug;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    @Override
    public String getSubject() {
        return Long.toString(getId());
    }

    public String getKind() {
        return kind;
    }

    public String getSlug() {
        return slug;
    }

    /** Whether the board has a version before it that it has not settled, of something that is not given up. */
    public boolean isBeingWritten() {
        return review != ReviewState.SETTLED && (state == ItemState.DRAFT || state == ItemState.PUBLISHED);
    }

    /** Whether the public sees the newest version. */
    public boolean isPublicAsItIs() {
        return state == ItemState.PUBLISHED && publishedVersion != null && publishedVersion == newestVersion;
    }

    public ItemState getState() {
        return state;
    }

    public ReviewState getReview() {
        return review;
    }

    public String getTitle() {
        return title;
    }

    public String getPlace() {
        return place;
    }

    /** Where everybody reads it, which may be elsewhere than where its newest version stands; where that stands if nobody does. */
    public String getPublicPlace() {
        return isReadable() && !shownPlace.isEmpty() ? shownPlace : place;
    }

    private boolean isReadable() {
        return state == ItemState.PUBLISHED || state == ItemState.ARCHIVED;
    }

    /** The number of the version that everybody sees; null if there is none. */
    public @Nullable Integer getPublishedVersion() {
        return publishedVersion;
    }

    public int getNewestVersion() {
        return newestVersion;
    }

    /** When it was first published; null if it never was. */
    public @Nullable Instant getPublishedAt() {
        return publishedAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** When anything was last done with it. */
    public Instant getUpdatedAt() {
        return updatedAt;
    }

    /** The name of the account that began it. */
    public String getCreatedBy() {
        return createdBy;
    }

    /** The name of the account that wrote the newest version. */
    public String getChangedBy() {
        return changedBy;
    }

    /** The name of the account that handed the newest version in; empty if nobody has. */
    public String getSubmittedBy() {
        return submittedBy;
    }

    /** When its newest version becomes public by itself; null if it does not. */
    public @Nullable Instant getScheduledFor() {
        return scheduledFor;
    }

    public String getScheduledNotice() {
        return scheduledNotice;
    }

    /** The name of what it comes out with; empty if it comes out alone. */
    public String getSetName() {
        return setName;
    }

    /** From when on it is archived by itself; null for never. */
    public @Nullable Instant getExpiresAt() {
        return expiresAt;
    }

    /** On which day somebody is to look at it again; null for never. */
    public @Nullable LocalDate getReviewOn() {
        return reviewOn;
    }

    /** Who published it before anybody else had seen it; empty if that has been approved since, or was not so. */
    public String getUrgentBy() {
        return urgentBy;
    }

    /** Whether somebody had a hand in what was published so, and nobody else has approved since. */
    boolean wasUrgentBy(String person) {
        return urgentHands.contains(person);
    }

    /** What the public is told at its address; empty for nothing. */
    public String getNotice() {
        return notice;
    }

    /** Where its address leads; empty if it does not. */
    public String getRedirectTo() {
        return redirectTo;
    }

    /** What the place from where it was relayed did since, as long as nobody of the board has looked at it. */
    public SourceMark getSourceMark() {
        return sourceMark;
    }
}
