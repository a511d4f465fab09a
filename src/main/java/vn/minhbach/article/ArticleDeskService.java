package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.RefusedException;
import vn.minhbach.account.Places;
import vn.minhbach.desk.ListState;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.DeskQuery;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.editorial.Items;
import vn.minhbach.editorial.WorkingCopies;
import vn.minhbach.editorial.WorkingCopy;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Text;

/**
 * Articles as the editorial board has them before it: lists, one with its versions and steps, and what somebody has typed and not saved.
 * Who has a right at one place sees what stands there or is public there, and what they began themselves; for anything else there is
 * nothing at the number. What is done with an article is done by {@link ArticleService}.
 */
@ApplicationScoped
@Transactional
public class ArticleDeskService {

    private static final String KIND = ArticleService.KIND;

    @Inject
    Items items;

    @Inject
    WorkingCopies copies;

    @Inject
    ArticleService articles;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<Places> placesOfRoles;

    /** The numbers of the articles of a list, in its order. */
    public List<Long> numbers(DeskQuery.View view, String section, String unit, ListState state) {
        return items.numbers(query(view, section, unit, state.filter(), state.sort(), state.descending()));
    }

    /** How many there are in a view. */
    public long count(DeskQuery.View view) {
        return items.count(query(view, "", "", "", "", false));
    }

    /** What a section of reform has of this month: how many articles came out, and how many are wanted; null if nobody has said. */
    public record Month(
            String slug, String name, long count, @Nullable Integer target) {}

    /** The sections of reform whose articles they see, with what this month has of each. */
    public List<Month> month() {
        var counts = items.countsOfPlaces(query(DeskQuery.View.MONTH, "", "", "", "", false));
        return visible().stream()
                .filter(section -> SectionKind.OF_REFORM.contains(section.getKind()))
                .filter(section -> section.isOpen() || counts.containsKey(section.getSlug()))
                .map(section -> new Month(
                        section.getSlug(),
                        section.getName(),
                        counts.getOrDefault(section.getSlug(), 0L),
                        section.getTarget()))
                .toList();
    }

    /** How many articles on reform came out in this month of each unit, among those that they see; a unit without any is missing. */
    public Map<String, Long> monthOfUnits() {
        return items.countsOfUnits(query(DeskQuery.View.MONTH, "", "", "", "", false));
    }

    /** The units that may have sent an article in, as places for which roles are given. */
    public List<Places.Place> units() {
        return placesOfRoles.stream()
                .filter(kind -> kind.kind() == Places.Kind.UNIT)
                .flatMap(kind -> kind.all().stream())
                .toList();
    }

    /** The unit for which whoever is signed in has a role; empty if there is none, or more than one. */
    public String ownUnit() {
        var mine = actors.get().grants().stream().map(Actor.Grant::place).collect(Collectors.toSet());
        var units =
                units().stream().map(Places.Place::slug).filter(mine::contains).toList();
        return units.size() == 1 ? units.getFirst() : "";
    }

    private Set<String> ofReform() {
        return articles.sections().stream()
                .filter(section -> SectionKind.OF_REFORM.contains(section.getKind()))
                .map(Section::getSlug)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether they see the articles of all sections. */
    public boolean seesAll() {
        return seen(actors.get()) == null;
    }

    private DeskQuery query(
            DeskQuery.View view, String section, String unit, String filter, String sort, boolean descending) {
        var me = actors.get();
        return new DeskQuery(
                KIND,
                view,
                me.name(),
                seen(me),
                me.places(Permission.REVIEW_ARTICLES),
                me.places(Permission.PUBLISH_ARTICLES),
                view == DeskQuery.View.MONTH ? ofReform() : Set.of(),
                LocalDate.now(clock),
                section,
                unit,
                Text.fold(Text.line(filter)),
                sort,
                descending);
    }

    /** The places where somebody has any right over articles; null for all. */
    static @Nullable Set<String> seen(Actor me) {
        var places = Stream.of(Deed.Right.values())
                .map(right -> Optional.ofNullable(me.places(ArticleService.permission(right))))
                .toList();
        return places.stream().anyMatch(Optional::isEmpty)
                ? null
                : places.stream()
                        .flatMap(place -> place.orElseThrow().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The articles with these numbers, in any order. */
    public List<ArticleRow> rows(List<Long> numbers) {
        var names = sectionNames();
        return items.of(numbers).stream()
                .map(item -> ArticleRow.of(item, names.getOrDefault(item.getPlace(), item.getPlace())))
                .toList();
    }

    private LinkedHashMap<String, String> sectionNames() {
        var names = new LinkedHashMap<String, String>();
        articles.sections().forEach(section -> names.put(section.getSlug(), section.getName()));
        return names;
    }

    /** The open sections in which whoever is signed in may write, in order. */
    public List<Section> writable() {
        var me = actors.get();
        return articles.sections().stream()
                .filter(Section::isOpen)
                .filter(section -> me.may(Permission.WRITE_ARTICLES, section.getSlug()))
                .toList();
    }

    /** The sections of which they see the articles. */
    public List<Section> visible() {
        var seen = seen(actors.get());
        return articles.sections().stream()
                .filter(section -> seen == null || seen.contains(section.getSlug()))
                .toList();
    }

    /** An article with all that the board knows of it. */
    public ItemSheet open(long id) {
        var item = visible(id);
        var me = actors.get();
        return items.sheet(
                item,
                deed -> ArticleService.places(deed, item).stream()
                        .allMatch(place -> me.may(ArticleService.permission(deed.right()), place)));
    }

    private Item visible(long id) {
        var item = items.get(KIND, id);
        var me = actors.get();
        var seen = seen(me);
        if (seen != null
                && !seen.contains(item.getPlace())
                && !seen.contains(item.getPublicPlace())
                && !item.getCreatedBy().equals(me.name())) {
            throw new NotFoundException(KIND, String.valueOf(id));
        }
        return item;
    }

    /** What one of its versions says. */
    public ArticleContent content(long id, int version) {
        return items.version(visible(id), version).content(ArticleContent.class);
    }

    /** The slug of a section; empty if it is gone. */
    public String sectionOf(ArticleContent content) {
        return articles.sections().stream()
                .filter(section -> section.getId() == content.sectionId())
                .map(Section::getSlug)
                .findFirst()
                .orElse("");
    }

    public Section section(String slug) {
        return articles.section(slug);
    }

    /** What I have typed into a form and not saved. */
    public Optional<Unsaved> unsaved(String key) {
        return copies.find(KIND, key).map(Unsaved::of);
    }

    /** Whether whoever is signed in has typed something of an article that this version of it does not say. */
    boolean hasUnsaved(long id, int version) {
        var copy = unsaved(String.valueOf(id)).orElse(null);
        if (copy == null) {
            return false;
        }
        var content = content(id, version);
        var section = sectionOf(content);
        var typed = new ArticleForm(content, section);
        typed.read(copy.content());
        return !typed.says(new ArticleForm(content, section));
    }

    /** All that I have typed for articles that are not there yet. */
    public List<Unsaved> unsavedNew() {
        return copies.mine(KIND).stream()
                .filter(copy -> copy.getBaseVersion() == 0)
                .map(Unsaved::of)
                .toList();
    }

    /**
     * Keeps what somebody is typing, for them alone. Of an article that is there, only who may see it.
     *
     * @param key the number of the article, or what the browser calls one that is not there yet
     * @param content the fields of the form, as JSON
     */
    @Permit(value = Permission.ENTER_OFFICE, audited = false)
    public Unsaved keepUnsaved(String key, int base, String title, String content) {
        if (!actors.get().maySomewhere(Permission.WRITE_ARTICLES)) {
            throw new RefusedException(Permission.WRITE_ARTICLES);
        }
        if (base > 0) {
            visible(key.matches("\\d{1,18}") ? Long.parseLong(key) : 0);
        }
        return Unsaved.of(copies.keep(KIND, key, base, title, content));
    }

    /** Gives up what somebody has typed. Whoever had a right and has it no more may still do that. */
    @Permit(value = Permission.ENTER_OFFICE, audited = false)
    public void dropUnsaved(String key) {
        copies.drop(KIND, key);
    }

    /** Forgets what nobody came back for. */
    @Permit(Permission.RUN_PORTAL)
    public void forgetUnsaved() {
        copies.forgetOld();
    }

    /** A working copy as screens show it. */
    public record Unsaved(String key, int base, String title, String content, java.time.Instant keptAt)
            implements java.io.Serializable {

        static Unsaved of(WorkingCopy copy) {
            return new Unsaved(
                    copy.getKey(), copy.getBaseVersion(), copy.getTitle(), copy.getContent(), copy.getKeptAt());
        }
    }

    /** What a field of an article's form says, as people call it: a section, a unit and a picture by their names. */
    String named(String field, String value) {
        return switch (field) {
            case "section" -> sectionName(value);
            case "unit" ->
                units().stream()
                        .filter(unit -> unit.slug().equals(value))
                        .map(Places.Place::name)
                        .findFirst()
                        .orElse(value);
            case "image" -> articles.pictureName(value);
            default -> value;
        };
    }

    /** The name of a section by its slug. */
    public String sectionName(String slug) {
        return Objects.requireNonNullElse(sectionNames().get(slug), slug);
    }
}
