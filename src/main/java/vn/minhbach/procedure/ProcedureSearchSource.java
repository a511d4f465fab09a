package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.minhbach.attachment.AttachmentTexts;
import vn.minhbach.search.Answer;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchDocument;
import vn.minhbach.search.SearchSource;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Link;
import vn.minhbach.web.LinkTree;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.PublicItem;
import vn.minhbach.web.Visit;

/**
 * The procedures, as search, sitemap and overview see them, and the list with its facets. Of abolished ones search engines are not
 * told.
 */
@ApplicationScoped
@Transactional
public class ProcedureSearchSource implements SearchSource {

    static final String FIELD = "field";
    static final String AGENCY = "agency";
    static final String LEVEL = "level";
    static final String AUDIENCE = "audience";
    static final String SERVICE_LEVEL = "serviceLevel";
    static final String LIFE_EVENT = "lifeEvent";

    /** How registers call the audience that is everybody. */
    private static final String CITIZENS = "Công dân Việt Nam";

    private static final String LIST = "/danh-muc-thu-tuc";
    private static final int BATCH = 100;

    /** What somebody may put in front of a field's name, without marks, each of them once. */
    private static final List<String> INTRODUCING = List.of("thu tuc ", "hanh chinh ", "linh vuc ", "ve ");

    @Inject
    ProcedureRepository procedures;

    @Inject
    ProcedureService service;

    @Inject
    AttachmentTexts files;

    @Override
    public SearchSource over(EntityManager em) {
        var source = new ProcedureSearchSource();
        source.procedures = new ProcedureRepository(em);
        source.files = new AttachmentTexts(em);
        return source;
    }

    @Override
    public String kind() {
        return ProcedureService.KIND;
    }

    @Override
    public void each(Consumer<SearchDocument> visitor) {
        var events = procedures.lifeEvents();
        var batch = procedures.after(0, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(procedure -> visitor.accept(document(procedure, words(procedure), events)));
            var last = batch.getLast().getId();
            procedures.forget();
            batch = procedures.after(last, BATCH);
        }
    }

    @Override
    public Optional<SearchDocument> one(String id) {
        return procedures.byCode(id).map(procedure -> document(procedure, words(procedure), procedures.lifeEvents()));
    }

    @Override
    public String place() {
        return "thu-tuc";
    }

    @Override
    public List<String> lists() {
        return List.of("/danh-muc-thu-tuc");
    }

    @Override
    public long lastKey() {
        return procedures.lastId();
    }

    @Override
    public Optional<Instant> changed(long after, long until) {
        return procedures.publicChanged(after, until);
    }

    @Override
    public List<PublicItem> items(long after, long until) {
        return procedures.publicItems(after, until);
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public Optional<Counts> counts() {
        return Optional.of(new Counts(service.inForce(), service.total(), lists().getFirst(), ProceduresDeskPage.PATH));
    }

    @Override
    public Optional<LinkTree> branch(Visit visit) {
        return Optional.of(new LinkTree(
                visit.text("procedures.title"),
                visit.url(LIST),
                service.offeredLifeEvents().stream()
                        .map(event -> LifeEventLink.of(event, 0, visit))
                        .map(link -> new LinkTree(link.name(), link.url(), List.of()))
                        .toList()));
    }

    @Override
    public Map<String, String> facets() {
        var facets = new java.util.LinkedHashMap<String, String>();
        facets.put("linh-vuc", FIELD);
        facets.put("co-quan", AGENCY);
        facets.put("cap", LEVEL);
        facets.put("muc-do", SERVICE_LEVEL);
        return facets;
    }

    @Override
    public List<String> facts(Hit hit, Visit visit) {
        return Stream.of(FIELD, AGENCY, "time")
                .map(fact -> name(fact, hit.shown().getOrDefault(fact, ""), visit))
                .filter(fact -> !fact.isBlank())
                .toList();
    }

    @Override
    public String endedLabel(Visit visit) {
        return visit.name(ProcedureStatus.ABOLISHED);
    }

    @Override
    public Optional<Answer> answer(Hit hit, Visit visit) {
        return procedures.byCode(hit.id()).map(procedure -> ProcedureAnswer.of(procedure, visit));
    }

    @Override
    public Optional<Link> named(String query, Visit visit) {
        var asked = Text.fold(Text.line(query));
        for (var word : INTRODUCING) {
            asked = asked.startsWith(word) ? asked.substring(word.length()) : asked;
        }
        var name = asked;
        return service.fields().stream()
                .filter(field -> FieldName.isMeant(field, name))
                .findFirst()
                .map(field -> inField(field, visit))
                .or(() -> service.offeredLifeEvents().stream()
                        .filter(event -> name.equals(Text.fold(event.getName()))
                                || name.equals(Text.fold(event.getEnglishName())))
                        .findFirst()
                        .map(event -> LifeEventLink.of(event, 0, visit))
                        .map(event -> new Link(visit.text("search.none.event", event.name()), event.url())));
    }

    private static Link inField(String field, Visit visit) {
        return new Link(
                visit.text("search.none.field", FieldName.of(field, visit)),
                PageAddress.of(visit.url(LIST)).with("linh-vuc", field).toString());
    }

    @Override
    public Optional<Link> like(Hit hit, Visit visit) {
        return Optional.ofNullable(hit.shown().get(FIELD))
                .filter(field -> !field.isBlank())
                .map(field -> inField(field, visit));
    }

    @Override
    public Optional<Link> whole(Visit visit) {
        return Optional.of(new Link(visit.text("search.none.procedures"), visit.url(LIST)));
    }

    @Override
    public double demand() {
        return 2;
    }

    @Override
    public String label(String facet, String value, Visit visit) {
        return name(facet, value, visit);
    }

    static String name(String facet, String value, Visit visit) {
        return switch (facet) {
            case LEVEL -> visit.text("GovernmentLevel." + value);
            case SERVICE_LEVEL -> visit.text("ServiceLevel." + value);
            case FIELD -> FieldName.of(value, visit);
            default -> value;
        };
    }

    /** The words of its forms. */
    private String words(Procedure procedure) {
        return files.at(procedure.getContent().cases().stream()
                .flatMap(one -> one.papers().stream())
                .map(Paper::formUrl)
                .toList());
    }

    /** A procedure is what most readers look for; one that can be done from home is the better answer of two. */
    private static float standing(Procedure procedure) {
        return switch (procedure.getServiceLevel()) {
            case FULL -> 1;
            case PARTIAL, ONLINE -> .9f;
            case IN_PERSON, UNSTATED -> .7f;
        };
    }

    /**
     * A commune is near; a province, a ministry, and what only bodies and enterprises may ask for are a step farther each. Where nobody says at which
     * level it is done, it is taken to be neither near nor far.
     */
    private static float nearness(Procedure procedure) {
        var levels = procedure.getLevels();
        if (levels.isEmpty()) {
            return SearchDocument.NEITHER;
        }
        var steps = 0;
        if (Collections.disjoint(levels, List.of(GovernmentLevel.COMMUNE, GovernmentLevel.OTHER))) {
            steps += levels.contains(GovernmentLevel.PROVINCE) ? 1 : 2;
        }
        var audiences = procedure.getContent().audiences();
        if (!audiences.isEmpty() && audiences.stream().noneMatch(CITIZENS::equals)) {
            steps++;
        }
        return 1 - steps / 3f;
    }

    /** @param files the words of its forms */
    static SearchDocument document(Procedure procedure, String files, List<LifeEvent> events) {
        var content = procedure.getContent();
        var numbers = new ArrayList<String>();
        numbers.add(procedure.getCode());
        numbers.add(procedure.getDecision());
        content.legalBases().forEach(basis -> numbers.add(basis.number()));
        numbers.addAll(content.citedNumbers());
        numbers.removeIf(String::isBlank);
        return new SearchDocument(
                ProcedureService.KIND,
                procedure.getCode(),
                procedure.getTitle(),
                procedure.getPath(),
                body(procedure),
                numbers,
                List.of(),
                names(procedure),
                files,
                standing(procedure),
                nearness(procedure),
                procedure.getField(),
                Map.of(
                        FIELD, List.of(procedure.getField()),
                        AGENCY, List.of(procedure.getOrg()),
                        LEVEL, procedure.getLevels().stream().map(Enum::name).toList(),
                        AUDIENCE, content.audiences(),
                        SERVICE_LEVEL, List.of(procedure.getServiceLevel().name()),
                        LIFE_EVENT,
                                events.stream()
                                        .filter(event -> event.gathers(procedure))
                                        .map(LifeEvent::getSlug)
                                        .toList()),
                Map.of(
                        "field", procedure.getField(),
                        "agency", procedure.getOrg(),
                        "time", AtAGlance.time(content),
                        "fee", AtAGlance.fee(content),
                        "serviceLevel", procedure.getServiceLevel().name(),
                        "status", procedure.getStatus().name()),
                null,
                procedure.getStatus() == ProcedureStatus.ABOLISHED);
    }

    /** What it is looked for by beside its title. */
    private static List<String> names(Procedure procedure) {
        var content = procedure.getContent();
        var names = new ArrayList<>(content.keywords());
        names.addAll(content.results());
        content.cases().forEach(one -> one.papers().forEach(paper -> names.add(paper.name())));
        names.add(procedure.getField());
        return names;
    }

    /** All words of the procedure, in the order in which a reader would want to see a passage of it. */
    private static String body(Procedure procedure) {
        var content = procedure.getContent();
        var lines = new ArrayList<String>();
        lines.add(content.description());
        lines.add(procedure.getField());
        lines.addAll(content.keywords());
        content.steps().forEach(step -> {
            lines.add(step.title());
            lines.add(step.text());
        });
        content.cases().forEach(one -> {
            lines.add(one.label());
            one.papers().forEach(paper -> {
                lines.add(paper.name());
                lines.add(paper.formName());
            });
        });
        content.ways().forEach(way -> lines.add(String.join(" ", way.time(), way.fee(), way.note())));
        lines.addAll(content.results());
        lines.add(content.requirements());
        content.legalBases().forEach(basis -> lines.add(basis.number() + " " + basis.title()));
        lines.add(String.join(", ", content.audiences()));
        lines.add(content.agencies().performing());
        lines.add(content.agencies().competent());
        lines.addAll(content.raw().values());
        lines.removeIf(String::isBlank);
        return String.join("\n", lines);
    }
}
