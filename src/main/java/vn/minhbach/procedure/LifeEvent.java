package vn.minhbach.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
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

    protected LifeEvent() {}

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

    /** Whether a procedure stands under this event. */
    public boolean gathers(Procedure procedure) {
        if (first.contains(procedure.getCode()) || procedure.getLifeEvents().contains(slug)) {
            return true;
        }
        var title = procedure.getTitle().toLowerCase(Locale.ROOT);
        return fields.contains(procedure.getField())
                && (words.isEmpty() || words.stream().anyMatch(title::contains));
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
