package vn.minhbach.article;

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
import org.jspecify.annotations.Nullable;

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

    protected Section() {}

    public Section(String slug, String name, String description, SectionKind kind, int position) {
        this.slug = slug;
        this.name = name;
        this.description = description;
        this.kind = kind;
        this.position = position;
    }

    /** What it is known by; 0 until it is stored. */
    public long getId() {
        return id == null ? 0 : id;
    }

    public String getSlug() {
        return slug;
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
