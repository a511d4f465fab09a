package vn.minhbach.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.Text;
import vn.minhbach.store.StringListConverter;

/**
 * An event in a citizen's life (sự kiện trong đời) under which procedures are gathered: having a child, building a house.
 * It begins with those that most people need, in the order in which they need them; the registration of a birth comes before an
 * extract of it. Beside these and those that editors put there, procedures belong to it by their field, and by words of their
 * title where the field is too broad.
 */
@Entity
@Table(name = "life_event")
public class LifeEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "life_event_seq")
    @SequenceGenerator(name = "life_event_seq", sequenceName = "life_event_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    /** Its part of the address, by which procedures name it as well; it stays when the name changes. */
    @Column(updatable = false)
    private String slug = "";

    private String name = "";

    private String icon = "";

    private String description = "";

    @Convert(converter = StringListConverter.class)
    @Column(name = "first_codes")
    private List<String> first = List.of();

    @Convert(converter = StringListConverter.class)
    private List<String> fields = List.of();

    @Convert(converter = StringListConverter.class)
    @Column(name = "title_words")
    private List<String> words = List.of();

    private int position;

    @Column(name = "english_name")
    private String englishName = "";

    @Column(name = "english_description")
    private String englishDescription = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected LifeEvent() {}

    LifeEvent(String slug, int position) {
        this.slug = slug;
        this.position = position;
    }

    /** @param first national codes of the procedures that come first, in this order */
    public LifeEvent(
            String slug,
            String name,
            String icon,
            String description,
            List<String> first,
            List<String> fields,
            List<String> words,
            int position) {
        this.slug = slug;
        this.name = name;
        this.icon = icon;
        this.description = description;
        this.first = List.copyOf(first);
        this.fields = List.copyOf(fields);
        this.words = List.copyOf(words);
        this.position = position;
    }

    /** Says the same in English. */
    public LifeEvent inEnglish(String name, String description) {
        englishName = name;
        englishDescription = description;
        return this;
    }

    /** Says what the event is from now on. Its address stays. */
    void write(Map<String, String> values, Instant now, String by) {
        name = values.getOrDefault(LifeEventStore.NAME, "");
        description = values.getOrDefault(LifeEventStore.DESCRIPTION, "");
        englishName = values.getOrDefault(LifeEventStore.NAME_EN, "");
        englishDescription = values.getOrDefault(LifeEventStore.DESCRIPTION_EN, "");
        icon = values.getOrDefault(LifeEventStore.ICON, "");
        first = Text.lines(values.getOrDefault(LifeEventStore.FIRST, ""));
        fields = Text.lines(values.getOrDefault(LifeEventStore.FIELDS_GATHERED, ""));
        words = Text.lines(values.getOrDefault(LifeEventStore.WORDS, ""));
        updatedAt = now;
        updatedBy = by;
    }

    void place(int where) {
        position = where;
    }

    KeptRow toKept() {
        var values = new HashMap<String, String>();
        values.put(LifeEventStore.NAME, name);
        values.put(LifeEventStore.DESCRIPTION, description);
        values.put(LifeEventStore.NAME_EN, englishName);
        values.put(LifeEventStore.DESCRIPTION_EN, englishDescription);
        values.put(LifeEventStore.ICON, icon);
        values.put(LifeEventStore.FIRST, String.join("\n", first));
        values.put(LifeEventStore.FIELDS_GATHERED, String.join("\n", fields));
        values.put(LifeEventStore.WORDS, String.join("\n", words));
        values.put(LifeEventStore.SLUG, slug);
        return new KeptRow(getId(), version, position, values, updatedAt, updatedBy);
    }

    /**
     * What of a procedure says under which events it stands.
     *
     * @param chosen slugs of the events under which editors put it
     */
    record Gathered(String code, String title, String field, Collection<String> chosen) {}

    /** Whether a procedure stands under this event. */
    public boolean gathers(Procedure procedure) {
        return gathers(new Gathered(
                procedure.getCode(), procedure.getTitle(), procedure.getField(), procedure.getLifeEvents()));
    }

    boolean gathers(Gathered procedure) {
        if (first.contains(procedure.code()) || procedure.chosen().contains(slug)) {
            return true;
        }
        if (!fields.contains(procedure.field())) {
            return false;
        }
        var title = procedure.title().toLowerCase(Locale.ROOT);
        return words.isEmpty() || words.stream().anyMatch(title::contains);
    }

    long getId() {
        return id == null ? 0 : id;
    }

    public String getSlug() {
        return slug;
    }

    public String getName() {
        return name;
    }

    /** The symbol of the theme's icon set. */
    public String getIcon() {
        return icon;
    }

    public String getDescription() {
        return description;
    }

    /** National codes of the procedures with which it begins, in the order in which people need them. */
    public List<String> getFirst() {
        return first;
    }

    /** What English pages call it: the Vietnamese name where it has no other. */
    public String getEnglishName() {
        return englishName.isEmpty() ? name : englishName;
    }

    public String getEnglishDescription() {
        return englishDescription.isEmpty() ? description : englishDescription;
    }

    public int getPosition() {
        return position;
    }
}
