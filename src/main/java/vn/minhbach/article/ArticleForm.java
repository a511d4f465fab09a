package vn.minhbach.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/** What is typed into the form of an article, as it is typed. */
public class ArticleForm implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The fields, by the names that they have in the form. */
    static final List<String> FIELDS = List.of(
            "title",
            "lead",
            "body",
            "section",
            "unit",
            "author",
            "sourceName",
            "sourceUrl",
            "tags",
            "procedures",
            "image",
            "note");

    @NotBlank
    @Size(max = 300)
    private String title = "";

    @NotBlank
    @Size(max = 2000)
    private String lead = "";

    @Size(max = 500_000)
    private String body = "";

    @NotBlank
    private String section = "";

    @Size(max = 120)
    private String unit = "";

    @Size(max = 200)
    private String author = "";

    @Size(max = 200)
    private String sourceName = "";

    @Size(max = 1000)
    @Pattern(regexp = "(https?://[^\\s]+)?+", message = "{org.hibernate.validator.constraints.URL.message}")
    private String sourceUrl = "";

    @Size(max = 2000)
    private String tags = "";

    @Size(max = 4000)
    private String procedures = "";

    @Size(max = 300)
    private String image = "";

    @Size(max = 1000)
    private String note = "";

    public ArticleForm() {}

    ArticleForm(ArticleContent content, String section) {
        title = content.title();
        lead = content.lead();
        body = content.bodyHtml();
        this.section = section;
        unit = content.unit();
        author = content.author();
        sourceName = content.sourceName();
        sourceUrl = content.sourceUrl();
        tags = String.join(", ", content.tags());
        procedures = String.join(", ", content.procedures());
        image = content.imageId() == null ? "" : String.valueOf(content.imageId());
    }

    /** The content that it comes to. */
    ArticleContent content(Section section) {
        return new ArticleContent(
                title,
                lead,
                body,
                author,
                sourceName,
                sourceUrl,
                each(tags),
                each(procedures),
                section.getId(),
                imageId(),
                unit);
    }

    private static List<String> each(String text) {
        return Arrays.stream(text.split("[,;\\n]"))
                .map(Text::line)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    /** The number of the picture; its address below the portal will do as well. */
    private @Nullable Long imageId() {
        var given = Text.line(image);
        if (given.isEmpty()) {
            return null;
        }
        var number = given.startsWith("/tep/") ? given.substring(5).split("/", 2)[0] : given;
        if (!number.matches("\\d{1,18}")) {
            throw new RuleBrokenException("article.error.image", "image");
        }
        return Long.valueOf(number);
    }

    /** The fields by their names, in order. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        FIELDS.forEach(name -> fields.put(name, get(name)));
        return fields;
    }

    /** As a working copy keeps it. */
    String written() {
        return Json.write(fields());
    }

    /** Takes a working copy over; a field that it does not have stays as it is. */
    void read(String json) {
        Json.read(json, Map.class).forEach((name, value) -> {
            if (FIELDS.contains(String.valueOf(name))) {
                set(String.valueOf(name), String.valueOf(value));
            }
        });
    }

    /** Whether they say the same; how lines end does not matter. */
    boolean says(ArticleForm other) {
        return FIELDS.stream().allMatch(name -> same(get(name), other.get(name)));
    }

    static boolean same(String one, String other) {
        return one.replace("\r", "").strip().equals(other.replace("\r", "").strip());
    }

    String get(String field) {
        return switch (field) {
            case "title" -> title;
            case "lead" -> lead;
            case "body" -> body;
            case "section" -> section;
            case "unit" -> unit;
            case "author" -> author;
            case "sourceName" -> sourceName;
            case "sourceUrl" -> sourceUrl;
            case "tags" -> tags;
            case "procedures" -> procedures;
            case "image" -> image;
            default -> note;
        };
    }

    void set(String field, String value) {
        switch (field) {
            case "title" -> title = value;
            case "lead" -> lead = value;
            case "body" -> body = value;
            case "section" -> section = value;
            case "unit" -> unit = value;
            case "author" -> author = value;
            case "sourceName" -> sourceName = value;
            case "sourceUrl" -> sourceUrl = value;
            case "tags" -> tags = value;
            case "procedures" -> procedures = value;
            case "image" -> image = value;
            default -> note = value;
        }
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = Objects.requireNonNullElse(title, "");
    }

    public String getLead() {
        return lead;
    }

    public void setLead(@Nullable String lead) {
        this.lead = Objects.requireNonNullElse(lead, "");
    }

    public String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = Objects.requireNonNullElse(body, "");
    }

    public String getSection() {
        return section;
    }

    public void setSection(@Nullable String section) {
        this.section = Objects.requireNonNullElse(section, "");
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = Objects.requireNonNullElse(unit, "");
    }

    public String getAuthor() {
        return author;
    }

    public void setAuthor(@Nullable String author) {
        this.author = Objects.requireNonNullElse(author, "");
    }

    public String getSourceName() {
        return sourceName;
    }

    public void setSourceName(@Nullable String sourceName) {
        this.sourceName = Objects.requireNonNullElse(sourceName, "");
    }

    public String getSourceUrl() {
        return sourceUrl;
    }

    public void setSourceUrl(@Nullable String sourceUrl) {
        this.sourceUrl = Objects.requireNonNullElse(sourceUrl, "");
    }

    public String getTags() {
        return tags;
    }

    public void setTags(@Nullable String tags) {
        this.tags = Objects.requireNonNullElse(tags, "");
    }

    public String getProcedures() {
        return procedures;
    }

    public void setProcedures(@Nullable String procedures) {
        this.procedures = Objects.requireNonNullElse(procedures, "");
    }

    public String getImage() {
        return image;
    }

    public void setImage(@Nullable String image) {
        this.image = Objects.requireNonNullElse(image, "");
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = Objects.requireNonNullElse(note, "");
    }
}
