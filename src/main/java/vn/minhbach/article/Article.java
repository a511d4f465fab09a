package vn.minhbach.article;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.attachment.Attachment;
import vn.minhbach.editorial.EditorialItem;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;
import vn.minhbach.store.StringListConverter;

/**
 * A news item or article (tin, bài) of the department, its own or relayed from elsewhere.
 *
 * <p>A relayed item names its source ("Theo …"); the Law on Access to Information, Article 22, makes the department answer
 * for what it copies as well.
 */
@Entity
@Table(name = "article")
public class Article extends EditorialItem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_seq")
    @SequenceGenerator(name = "article_seq", sequenceName = "article_seq", allocationSize = 50)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "section_id")
    private Section section = new Section();

    @NotBlank
    @Size(max = 2000)
    private String lead = "";

    @Size(max = 1_000_000)
    private String body = "";

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "image_id")
    private @Nullable Attachment image;

    @Size(max = 200)
    private String author = "";

    @Size(max = 200)
    @Column(name = "source_name")
    private String sourceName = "";

    @Size(max = 1000)
    @Column(name = "source_url")
    private String sourceUrl = "";

    @Convert(converter = StringListConverter.class)
    private List<String> tags = List.of();

    @Convert(converter = StringListConverter.class)
    private List<String> procedures = List.of();

    protected Article() {}

    public Article(Section section, String slug, String title, Instant now) {
        super(slug, Text.line(title), now);
        this.section = section;
    }

    /** Writes the text; the body is cleaned here, so that it can be printed as it is. */
    public void write(String lead, String body, String author, Instant now) {
        this.lead = Text.line(lead);
        this.body = Html.clean(body);
        this.author = Text.line(author);
        touch(now);
    }

    /** Says from where the item was relayed. */
    public void relayedFrom(String sourceName, String sourceUrl) {
        this.sourceName = Text.line(sourceName);
        this.sourceUrl = Text.line(sourceUrl);
    }

    public void illustrate(@Nullable Attachment image) {
        this.image = image;
    }

    /** Words by which readers find more of the kind, and the codes of the procedures that the article talks about. */
    public void label(List<String> tags, List<String> procedures) {
        this.tags = tags.stream().map(Text::line).toList();
        this.procedures = List.copyOf(procedures);
    }

    long getId() {
        return id == null ? 0 : id;
    }

    public Section getSection() {
        return section;
    }

    public String getLead() {
        return lead;
    }

    /** Clean HTML. */
    public String getBody() {
        return body;
    }

    public @Nullable Attachment getImage() {
        return image;
    }

    public String getAuthor() {
        return author;
    }

    public String getSourceName() {
        return sourceName;
    }

    public String getSourceUrl() {
        return sourceUrl;
    }

    public List<String> getTags() {
        return tags;
    }

    public List<String> getProcedures() {
        return procedures;
    }

    public String getPath() {
        return "/bai-viet/" + getSlug();
    }
}
