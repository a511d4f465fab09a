package vn.minhbach.unit;

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
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;
import vn.minhbach.store.StringListConverter;

/** The department or a unit of it: what it does, who leads it, where to find it, and what it was called before. */
@Entity
@Table(name = "unit")
public class Unit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unit_seq")
    @SequenceGenerator(name = "unit_seq", sequenceName = "unit_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @NotBlank
    @Size(max = 120)
    private String slug = "";

    @NotBlank
    @Size(max = 300)
    private String name = "";

    @Size(max = 120)
    @Column(name = "short_name")
    private String shortName = "";

    @Enumerated(EnumType.STRING)
    private UnitKind kind = UnitKind.OFFICE;

    @Size(max = 2000)
    private String summary = "";

    @Size(max = 200_000)
    private String body = "";

    @Size(max = 120)
    private String head = "";

    @Size(max = 200)
    @Column(name = "head_post")
    private String headPost = "";

    @Size(max = 300)
    private String address = "";

    @Size(max = 60)
    private String phone = "";

    @Size(max = 254)
    private String email = "";

    private @Nullable Integer target;

    @Size(max = 500)
    private String hours = "";

    @Convert(converter = StringListConverter.class)
    @Column(name = "former_names")
    private List<String> formerNames = List.of();

    private int position;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected Unit() {}

    public Unit(String slug, String name, String shortName, UnitKind kind, int position) {
        this.slug = slug;
        this.name = name;
        this.shortName = shortName;
        this.kind = kind;
        this.position = position;
    }

    /** What the unit does. The body is cleaned here, so that it can be printed as it is. */
    public void describe(String summary, String body, List<String> formerNames) {
        this.summary = summary;
        this.body = Html.clean(body);
        this.formerNames = List.copyOf(formerNames);
    }

    public void lead(String head, String headPost) {
        this.head = head;
        this.headPost = headPost;
    }

    /** Says how many articles on reform it is to send in each month. */
    public void aim(int target) {
        this.target = target;
    }

    public void reach(String address, String phone, String email, String hours) {
        this.address = address;
        this.phone = phone;
        this.email = email;
        this.hours = hours;
    }

    /** Says what the unit is from now on. Its address stays. */
    final void write(Map<String, String> values, Instant now, String by) {
        name = values.getOrDefault(UnitStore.NAME, "");
        shortName = values.getOrDefault("shortName", "");
        kind = UnitKind.valueOf(values.getOrDefault("kind", UnitKind.OFFICE.name()));
        describe(
                values.getOrDefault("summary", ""),
                values.getOrDefault(UnitStore.BODY, ""),
                Text.lines(values.getOrDefault("formerNames", "")));
        lead(values.getOrDefault("head", ""), values.getOrDefault("headPost", ""));
        reach(
                values.getOrDefault("address", ""),
                values.getOrDefault("phone", ""),
                values.getOrDefault("email", ""),
                values.getOrDefault("hours", ""));
        var wanted = values.getOrDefault(UnitStore.TARGET, "");
        target = wanted.isEmpty() ? null : Integer.valueOf(wanted);
        updatedAt = now;
        updatedBy = by;
    }

    KeptRow toKept() {
        var values = new HashMap<String, String>();
        values.put(UnitStore.NAME, name);
        values.put("shortName", shortName);
        values.put("kind", kind.name());
        values.put("summary", summary);
        values.put(UnitStore.BODY, body);
        values.put("head", head);
        values.put("headPost", headPost);
        values.put("address", address);
        values.put("phone", phone);
        values.put("email", email);
        values.put("hours", hours);
        values.put(UnitStore.TARGET, target == null ? "" : target.toString());
        values.put("formerNames", String.join("\n", formerNames));
        // What no form asks, but a unit that is put back must have.
        values.put(UnitStore.SLUG, slug);
        return new KeptRow(getId(), version, position, values, updatedAt, updatedBy);
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

    public String getShortName() {
        return shortName;
    }

    /** How many articles on reform it is to send in each month; null if nobody has said. */
    public @Nullable Integer getTarget() {
        return target;
    }

    public UnitKind getKind() {
        return kind;
    }

    public String getSummary() {
        return summary;
    }

    /** Clean HTML. */
    public String getBody() {
        return body;
    }

    public String getHead() {
        return head;
    }

    public String getHeadPost() {
        return headPost;
    }

    public String getAddress() {
        return address;
    }

    public String getPhone() {
        return phone;
    }

    public String getEmail() {
        return email;
    }

    public String getHours() {
        return hours;
    }

    /** What the unit, or what went into it, was called before; such names stay findable. */
    public List<String> getFormerNames() {
        return formerNames;
    }

    public String getPath() {
        return "/don-vi/" + slug;
    }
}
