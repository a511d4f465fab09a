package vn.minhbach.article;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.attachment.Attachment;
import vn.minhbach.editorial.Correction;
import vn.minhbach.editorial.Item;
import vn.minhbach.store.StringListConverter;

/**
 * A public news item or article (tin, bài) of the department, its own or relayed from elsewhere, as far as lists need it: sorted,
 * filtered and shown by these columns. The row is written together with the pointer to the published version, and goes with it;
 * what is not public has none, so no list can show it.
 *
 * <p>A relayed item names its source ("Theo …"); the Law on Access to Information, Article 22, makes the department answer
 * for what it copies as well.
 */
@Entity
@Table(name = "article")
public class Article {

    /** The id of the {@link Item}. */
    @Id
    private long id;

    /** Which version is public. */
    @Column(name = "version_number")
    private int version;

    private String slug = "";

    private String title = "";

    private String lead = "";

    private String author = "";

    @Column(name = "source_name")
    private String sourceName = "";

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "section_id")
    private Section section = new Section();

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "image_id")
    private @Nullable Attachment image;

    @Convert(converter = StringListConverter.class)
    private List<String> tags = List.of();

    @Column(name = "published_at")
    private Instant publishedAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    /** What the public was told of corrections, as JSON; empty for none. */
    private String corrections = "";

    protected Article() {}

    Article(Item item) {
        id = item.getId();
    }

    /** One of the past, as it was last public: it has no row, and is only read. */
    Article(
            Item item,
            int version,
            ArticleContent content,
            Section section,
            @Nullable Attachment image,
            List<Correction> corrections) {
        this.id = item.getId();
        this.version = version;
        this.section = section;
        this.image = image;
        this.slug = item.getSlug();
        this.title = content.title();
        this.lead = content.lead();
        this.author = content.author();
        this.sourceName = content.sourceName();
        this.publishedAt = item.getPublishedAt() == null ? item.getUpdatedAt() : item.getPublishedAt();
        this.updatedAt = item.getUpdatedAt();
        this.corrections = Correction.written(corrections);
    }

    /**
     * Shows the version that was just published.
     *
     * @param now when the public sees this for the first time
     */
    void show(
            Item item, int version, ArticleContent content, Section section, @Nullable Attachment image, Instant now) {
        this.version = version;
        this.section = section;
        this.image = image;
        slug = item.getSlug();
        title = content.title();
        lead = content.lead();
        author = content.author();
        sourceName = content.sourceName();
        tags = List.copyOf(content.tags());
        publishedAt = item.getPublishedAt() == null ? now : item.getPublishedAt();
        updatedAt = now;
    }

    void correct(List<Correction> told) {
        corrections = Correction.written(told);
    }

    void readdress(String slug) {
        this.slug = slug;
    }

    public long getId() {
        return id;
    }

    int getVersion() {
        return version;
    }

    public String getSlug() {
        return slug;
    }

    public String getTitle() {
        return title;
    }

    public String getLead() {
        return lead;
    }

    public List<String> getTags() {
        return tags;
    }

    public String getAuthor() {
        return author;
    }

    public String getSourceName() {
        return sourceName;
    }

    public Section getSection() {
        return section;
    }

    public @Nullable Attachment getImage() {
        return image;
    }

    /** When it was first published. */
    public Instant getPublishedAt() {
        return publishedAt;
    }

    /** When the public last saw something new in it. */
    public Instant getUpdatedAt() {
        return updatedAt;
    }

    /** What the public was told of corrections, the newest first. */
    public List<Correction> getCorrections() {
        return Correction.read(corrections);
    }

    public String getPath() {
        return "/bai-viet/" + slug;
    }
}
