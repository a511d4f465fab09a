package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchDocument;
import vn.minhbach.search.SearchSource;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Time;
import vn.minhbach.web.LinkTree;
import vn.minhbach.web.PublicItem;
import vn.minhbach.web.Visit;

/** The units, as search, sitemap and overview see them; they are found under their former names too. */
@ApplicationScoped
@Transactional
public class UnitSearchSource implements SearchSource {

    @Inject
    UnitRepository units;

    @Inject
    ChangeLog changes;

    @Override
    public SearchSource over(EntityManager em) {
        var source = new UnitSearchSource();
        source.units = new UnitRepository(em);
        source.changes = new ChangeLog(em, Clock.system(Time.ZONE));
        return source;
    }

    @Override
    public String kind() {
        return UnitService.KIND;
    }

    @Override
    public String place() {
        return "don-vi";
    }

    @Override
    public List<String> lists() {
        return List.of("/don-vi");
    }

    @Override
    public long lastKey() {
        return units.lastId();
    }

    @Override
    public List<PublicItem> items(long after, long until) {
        var changed = changes.lastOf(UnitService.KIND);
        return units.slugs(after, until).stream()
                .map(slug -> new PublicItem(slug, changed.get(slug)))
                .toList();
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public Optional<Counts> counts() {
        var all = units.all().size();
        return Optional.of(new Counts(all, all, lists().getFirst(), UnitsPage.PATH));
    }

    @Override
    public Optional<LinkTree> branch(Visit visit) {
        return Optional.of(new LinkTree(
                visit.text("unit.list.title"),
                visit.url("/don-vi"),
                units.all().stream()
                        .map(unit -> new LinkTree(unit.getName(), visit.url(unit.getPath()), List.of()))
                        .toList()));
    }

    @Override
    public List<String> facts(Hit hit, Visit visit) {
        return Stream.of("address", "phone")
                .map(fact -> hit.shown().getOrDefault(fact, ""))
                .filter(fact -> !fact.isBlank())
                .toList();
    }

    @Override
    public void each(Consumer<SearchDocument> visitor) {
        var people = units.people().stream().collect(Collectors.groupingBy(UnitPerson::getUnitId));
        units.all().forEach(unit -> visitor.accept(document(unit, people.getOrDefault(unit.getId(), List.of()))));
    }

    @Override
    public Optional<SearchDocument> one(String id) {
        return units.bySlug(id).map(unit -> document(unit, units.people(unit.getId())));
    }

    /** Who types the name of a unit looks for it, and hardly anything else is called the same. */
    private static final float STANDING = .5f;

    private static SearchDocument document(Unit unit, List<UnitPerson> people) {
        var body = String.join(
                "\n",
                unit.getSummary(),
                unit.getShortName(),
                String.join("\n", unit.getFormerNames()),
                unit.getHead(),
                people.stream()
                        .map(person -> person.getName() + ", " + person.getPost() + " " + person.getDuties())
                        .collect(Collectors.joining("\n")),
                unit.getAddress(),
                Html.text(unit.getBody()));
        return new SearchDocument(
                        UnitService.KIND,
                        unit.getSlug(),
                        unit.getName(),
                        unit.getPath(),
                        body,
                        List.of(),
                        Map.of(),
                        Map.of("address", unit.getAddress(), "phone", unit.getPhone()),
                        null,
                        false)
                .withStanding(STANDING);
    }
}
