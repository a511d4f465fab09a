package vn.minhbach.article;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.RowStore;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * The sections as rows that editors keep: a tree of two levels. One with articles is never removed; it is closed, or merged into
 * another, which then lists its articles and answers at its address.
 */
record SectionStore(SectionRepository sections, AttachmentService files, ChangeLog changes) implements RowStore {

    static final String NAME = "name";
    static final String PARENT = "parent";
    static final String STATE = "state";
    static final String SUCCESSOR = "successor";
    static final String SLUG = "slug";
    static final String OPEN = "OPEN";
    static final String CLOSED = "CLOSED";

    /** The kind of all of them in history and change log. */
    static final String KIND = "section";

    static final List<RowField> FIELDS = List.of(
            RowField.line(NAME, 200).needed(),
            RowField.area("description", 1000),
            RowField.choice("kind", SectionKind.class).needed().help(),
            RowField.choice(PARENT).help(),
            RowField.of(RowField.Type.PICTURE, "picture").help(),
            RowField.line("alt", 500),
            RowField.of(RowField.Type.NUMBER, "target").help(),
            RowField.choice(STATE, OPEN, CLOSED).needed().help(),
            RowField.choice(SUCCESSOR).help());

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<RowField> fields() {
        return FIELDS;
    }

    @Override
    public List<String> hidden() {
        return List.of(SLUG);
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<KeptRow> all() {
        return sections.all().stream().map(Section::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return sections.find(id).map(Section::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> values.put(field.name(), field.kept(typed.getOrDefault(field.name(), ""))));
        var name = values.getOrDefault(NAME, "");
        if (all.stream()
                .anyMatch(row -> row.id() != id && Text.fold(row.get(NAME)).equals(Text.fold(name)))) {
            throw new RuleBrokenException("row.error.double", NAME);
        }
        parent(values, id, all);
        successor(values, id, all);
        picture(values);
        return values;
    }

    private static void parent(Map<String, String> values, long id, List<KeptRow> all) {
        var parent = values.getOrDefault(PARENT, "");
        if (parent.isEmpty()) {
            return;
        }
        var above = chosen(parent, PARENT, all);
        if (above.id() == id
                || !above.get(PARENT).isEmpty()
                || all.stream().anyMatch(row -> row.get(PARENT).equals(Long.toString(id)))) {
            throw new RuleBrokenException("row.section.parent.error", PARENT);
        }
    }

    /** Merging ends at once: not in itself, nor in one that was merged itself, so that nobody is led twice. */
    private static void successor(Map<String, String> values, long id, List<KeptRow> all) {
        var successor = values.getOrDefault(SUCCESSOR, "");
        if (successor.isEmpty()) {
            return;
        }
        var other = chosen(successor, SUCCESSOR, all);
        if (!CLOSED.equals(values.get(STATE))) {
            throw new RuleBrokenException("row.section.successor.open", STATE);
        }
        if (other.id() == id
                || CLOSED.equals(other.get(STATE))
                || all.stream().anyMatch(row -> row.get(SUCCESSOR).equals(Long.toString(id)))) {
            throw new RuleBrokenException("row.section.successor.error", SUCCESSOR);
        }
    }

    private static KeptRow chosen(String number, String field, List<KeptRow> all) {
        return all.stream()
                .filter(row -> Long.toString(row.id()).equals(number))
                .findFirst()
                .orElseThrow(() -> new RuleBrokenException("row.error.choice", field));
    }

    private void picture(Map<String, String> values) {
        var picture = values.getOrDefault("picture", "");
        if (picture.isEmpty()) {
            return;
        }
        var file = files.at(picture)
                .filter(found -> found.getMediaType().startsWith("image/"))
                .orElseThrow(() -> new RuleBrokenException("row.banner.picture.error", "picture"));
        if (values.getOrDefault("alt", "").isEmpty()) {
            if (file.getAlt().isBlank()) {
                throw new RuleBrokenException("row.banner.alt.error", "alt");
            }
            values.put("alt", file.getAlt());
        }
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        var id = Long.toString(row.id());
        if (all.stream()
                .anyMatch(other ->
                        other.get(PARENT).equals(id) || other.get(SUCCESSOR).equals(id))) {
            throw new RuleBrokenException("row.section.children");
        }
        if (sections.isNamed(row.id())) {
            throw new RuleBrokenException("row.section.used");
        }
    }

    @Override
    public boolean areNeighbours(KeptRow one, KeptRow other) {
        return one.get(PARENT).equals(other.get(PARENT));
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var section = made(freeSlug(values.getOrDefault(NAME, "")), values, position, now, by);
        sections.add(section);
        return section.getId();
    }

    private static Section made(String slug, Map<String, String> values, int position, Instant now, String by) {
        var section = new Section(slug, values.getOrDefault(NAME, ""), "", SectionKind.NEWS, position);
        section.write(values, now, by);
        return section;
    }

    /** One that is not kept, as it would be with what is typed; of a new one under the address that it would get. */
    Section drafted(long id, Map<String, String> typed) {
        var values = checked(typed, id, all());
        var slug = sections.find(id).map(Section::getSlug).orElseGet(() -> freeSlug(values.getOrDefault(NAME, "")));
        return made(slug, values, 0, Instant.EPOCH, "");
    }

    private String freeSlug(String name) {
        var taken = sections.all().stream().map(Section::getSlug).toList();
        return Text.freeSlug(name, KIND, taken);
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        var section = sections.find(id).orElseThrow();
        var renamed = !section.getName().equals(values.get(NAME));
        section.write(values, now, by);
        sections.flush();
        if (renamed) {
            // The index holds the section's name with each of its articles.
            changes.published(ArticleService.KIND, sections.articles(id));
        }
    }

    @Override
    public void delete(long id) {
        sections.find(id).ifPresent(sections::remove);
    }

    @Override
    public void restore(KeptRow row) {
        sections.restore(row);
    }

    @Override
    public void place(long id, int position) {
        sections.place(id, position);
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        if (isThere) {
            changes.published(KIND, row.get(SLUG));
        } else {
            changes.withdrawn(KIND, row.get(SLUG));
        }
    }
}
