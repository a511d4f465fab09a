package vn.minhbach.article;

import jakarta.persistence.Column;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;

/** A section (chuyên mục) under which articles are published. */
@Entity
@Table(name = "section")
public class Section {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "section_seq")
    @SequenceGenerator(name = "section_seq", sequenceName = "section_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @NotBlank
    @Size(max = 120)
    @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
    private String slug = "";

    @NotBlank
    @Size(max = 200)
    private String name = "";

    @Size(max = 1000)
    private String description = "";

    @Enumerated(EnumType.STRING)
    private SectionKind kind = SectionKind.NEWS;

    private int position;

    /** The section under which it stands; null for one of the first level. */
    @Column(name = "parent_id")
    private @Nullable Long parentId;

    private String picture = "";

    @Column(name = "picture_alt")
    private String pictureAlt = "";

    private @Nullable Integer target;

    private boolean closed;

    /** The section into which it was merged; null if it was not. */
    @Column(name = "successor_id")
    private @Nullable Long successorId;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected Section() {}

    public Section(String slug, String name, String description, SectionKind kind, int position) {
        this.slug = slug;
        this.name = name;
        this.description = description;
        this.kind = kind;
        this.position = position;
    }

    /** Says what the section is from now on. Its address stays. */
    final void write(Map<String, String> values, Instant now, String by) {
        name = values.getOrDefault(SectionStore.NAME, "");
        description = values.getOrDefault("description", "");
        kind = SectionKind.valueOf(values.getOrDefault("kind", SectionKind.NEWS.name()));
        parentId = number(values.getOrDefault(SectionStore.PARENT, ""));
        picture = values.getOrDefault("picture", "");
        pictureAlt = values.getOrDefault("alt", "");
        var wanted = number(values.getOrDefault("target", ""));
        target = wanted == null ? null : Math.toIntExact(wanted);
        closed = SectionStore.CLOSED.equals(values.get(SectionStore.STATE));
        successorId = number(values.getOrDefault(SectionStore.SUCCESSOR, ""));
        updatedAt = now;
        updatedBy = by;
    }

    private static @Nullable Long number(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private static String text(@Nullable Object number) {
        return number == null ? "" : number.toString();
    }

    KeptRow toKept() {
        var values = new HashMap<String, String>();
        values.put(SectionStore.NAME, name);
        values.put("description", description);
        values.put("kind", kind.name());
        values.put(SectionStore.PARENT, text(parentId));
        values.put("picture", picture);
        values.put("alt", pictureAlt);
        values.put("target", text(target));
        values.put(SectionStore.STATE, closed ? SectionStore.CLOSED : SectionStore.OPEN);
        values.put(SectionStore.SUCCESSOR, text(successorId));
        // What no form asks, but a section that is put back must have.
        values.put(SectionStore.SLUG, slug);
        return new KeptRow(getId(), version, position, values, updatedAt, updatedBy);
    }

    /** By slug, where the articles of each section are listed: there, in the section above it, and in the one into which it was merged. */
    static Map<String, Set<String>> places(List<Section> all) {
        var byId = all.stream().collect(Collectors.toMap(Section::getId, section -> section));
        var places = new HashMap<String, Set<String>>();
        for (var section : all) {
            var found = new LinkedHashSet<Section>();
            reach(section, byId, found);
            places.put(section.slug, found.stream().map(Section::getSlug).collect(Collectors.toSet()));
        }
        return places;
    }

    private static void reach(@Nullable Section section, Map<Long, Section> byId, Set<Section> found) {
        if (section != null && found.add(section)) {
            reach(section.parentId == null ? null : byId.get(section.parentId), byId, found);
            reach(section.successorId == null ? null : byId.get(section.successorId), byId, found);
        }
    }

    public @Nullable Long getParentId() {
        return parentId;
    }

    /** The address of the picture above its list; empty for none. */
    public String getPicture() {
        return picture;
    }

    public String getPictureAlt() {
        return pictureAlt;
    }

    /** How many articles a month are wanted; null if nobody has said. */
    public @Nullable Integer getTarget() {
        return target;
    }

    /** Whether articles are written for it and it is offered to readers. A closed one keeps its page and its articles. */
    public boolean isOpen() {
        return !closed;
    }

    public @Nullable Long getSuccessorId() {
        return successorId;
    }

    /** What it is known by; 0 until it is stored. */
    public long getId() {
        return id == null ? 0 : id;
    }

    public String getSlug() {
        return slug;
    }

    public String getPath() {
        return "/chuyen-muc/" + slug;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public SectionKind getKind() {
        return kind;
    }

    public int getPosition() {
        return position;
    }
}
