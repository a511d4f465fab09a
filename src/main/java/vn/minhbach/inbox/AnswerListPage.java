package vn.minhbach.inbox;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.search.Facet;
import vn.minhbach.search.FacetValue;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Link;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Pager;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** A list of what is public of the inbox: by kind, field, unit and procedure, what helped most first, or what is newest. */
public abstract class AnswerListPage {

    static final String KIND = "loai";
    static final String FIELD = "linh-vuc";
    static final String UNIT = "don-vi";
    static final String PROCEDURE = "thu-tuc";
    static final String ORDER = "xep";
    static final String PAGE = "trang";

    static final String NEWEST = "moi";

    private static final int SIZE = 20;

    @Inject
    PublishedAnswers answers;

    @Inject
    InboxService service;

    @Inject
    InboxUnits allUnits;

    @Inject
    SearchService search;

    @Inject
    StructuredData structured;

    @Inject
    Visit visit;

    private List<Line> lines = List.of();
    private List<Facet> facets = List.of();
    private Pager pager = Pager.of(1, SIZE, 0, unused -> "");
    private @Nullable Link procedure;

    /**
     * A published answer as a list shows it.
     *
     * @param unit who answered, as it is called; empty for nobody in particular
     * @param useful how many readers it helped
     */
    public record Line(
            String kind, String title, String url, String beginning, String unit, Instant answeredAt, long useful) {}

    /** What the list is of. */
    abstract SubmissionKind.Form form();

    /** Where it lies. */
    abstract String path();

    /** What it is called. */
    abstract String name();

    /**
     * Finds what the address asks for.
     *
     * @throws NotFoundException if it names what there is not: each such address would be a page of its own in memory
     * @throws MovedException to the same list in the one right way to write it
     */
    public void load() {
        var units = allUnits.names();
        var chosen = service.bySlug(visit.parameter(KIND));
        require(KIND, slug -> chosen != null);
        require(UNIT, slug -> units.containsKey(slug) || answers.isUnit(slug));
        require(FIELD, answers::isField);
        require(PROCEDURE, code -> answers.isProcedure(code) || procedure(code) != null);
        var order = visit.parameter(ORDER);
        if (!order.isEmpty() && !order.equals(NEWEST)) {
            throw new MovedException(address().with(ORDER, "").toString());
        }
        var found = answers.find(new PublishedAnswers.Choice(
                form(),
                chosen == null ? "" : chosen.getKey(),
                visit.parameter(FIELD),
                visit.parameter(UNIT),
                visit.parameter(PROCEDURE),
                visit.parameter(ORDER).equals(NEWEST)));
        var total = found.order().size();
        var page = Pager.page(visit.parameter(PAGE), total, SIZE);
        var number = page == 1 ? "" : String.valueOf(page);
        if (!visit.parameter(PAGE).equals(number)) {
            throw new MovedException(address().with(PAGE, number).toString());
        }
        lines = answers.page(found, (page - 1) * SIZE, SIZE).items().stream()
                .map(each -> new Line(
                        service.kindName(each.getKind(), visit.getLanguage()),
                        each.getTitle(),
                        visit.url(each.getPath()),
                        Text.shorten(Text.line(each.getAnswerText()), 220),
                        units.getOrDefault(each.getUnit(), ""),
                        each.getAnsweredAt(),
                        each.getUseful()))
                .toList();
        pager = Pager.of(
                page,
                SIZE,
                total,
                each -> address()
                        .with(PAGE, each == 1 ? "" : String.valueOf(each))
                        .toString());
        var all = new ArrayList<Facet>();
        facet(
                all,
                KIND,
                "inbox.public.kinds",
                found.kinds(),
                this::kindSlug,
                key -> service.kindName(key, visit.getLanguage()));
        facet(all, FIELD, "inbox.public.fields", found.fields(), field -> field, field -> field);
        facet(all, UNIT, "inbox.public.units", found.units(), slug -> slug, slug -> units.getOrDefault(slug, slug));
        facets = List.copyOf(all);
        procedure = procedure(visit.parameter(PROCEDURE));
    }

    private void require(String parameter, Predicate<String> test) {
        var given = visit.parameter(parameter);
        if (!given.isEmpty() && !test.test(given)) {
            throw new NotFoundException(parameter, given);
        }
    }

    private void facet(
            List<Facet> all,
            String parameter,
            String label,
            Map<String, Long> counts,
            UnaryOperator<String> written,
            UnaryOperator<String> name) {
        var given = visit.parameter(parameter);
        // One value for all of them narrows nothing.
        if (counts.size() < 2 && given.isEmpty()) {
            return;
        }
        all.add(new Facet(
                parameter,
                visit.text(label),
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(each -> {
                            var word = written.apply(each.getKey());
                            return new FacetValue(
                                    name.apply(each.getKey()),
                                    each.getValue(),
                                    address()
                                            .with(parameter, word.equals(given) ? "" : word)
                                            .toString(),
                                    word.equals(given));
                        })
                        .toList(),
                counts.size(),
                "",
                List.of()));
    }

    private String kindSlug(String key) {
        return service.kinds().stream()
                .filter(kind -> kind.getKey().equals(key))
                .findFirst()
                .map(SubmissionKind::getSlug)
                .orElse(key);
    }

    private @Nullable Link procedure(String code) {
        if (code.isEmpty()) {
            return null;
        }
        try {
            return search.at("/thu-tuc/" + code)
                    .map(Hit::title)
                    .map(title -> new Link(title, visit.url("/thu-tuc/" + code)))
                    .orElse(null);
        } catch (UnavailableException e) {
            return null;
        }
    }

    /** This list with what is chosen, on its first page. */
    private PageAddress address() {
        var address = PageAddress.of(visit.url(path()));
        for (var parameter : List.of(KIND, FIELD, UNIT, PROCEDURE, ORDER)) {
            address = address.with(parameter, visit.parameter(parameter));
        }
        return address;
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<Facet> getFacets() {
        return facets;
    }

    public Pager getPager() {
        return pager;
    }

    /** The procedure that all of them are about, if one was chosen. */
    public @Nullable Link getProcedure() {
        return procedure;
    }

    /** An order of the list. */
    public record Sort(String label, String url, boolean current) {}

    public List<Sort> getSorts() {
        var newest = visit.parameter(ORDER).equals(NEWEST);
        return List.of(
                new Sort(
                        visit.text("inbox.public.order.useful"),
                        address().with(ORDER, "").toString(),
                        !newest),
                new Sort(
                        visit.text("inbox.public.order.newest"),
                        address().with(ORDER, NEWEST).toString(),
                        newest));
    }

    /** Whether anything is left out. */
    public boolean isFiltered() {
        return Stream.of(KIND, FIELD, UNIT, PROCEDURE)
                .anyMatch(parameter -> !visit.parameter(parameter).isEmpty());
    }

    public String getWhole() {
        return visit.url(path());
    }

    /** The list as programs follow it. */
    public String getFeedUrl() {
        return visit.file("/feed" + path() + ".atom");
    }

    /** Where it says how the inbox is handled, in numbers. */
    public String getFiguresUrl() {
        return visit.url(FiguresPage.PATH);
    }

    /** Where all of it is had as a file. */
    public String getDataUrl() {
        return visit.url(OpenDataPage.PATH);
    }

    public String getCanonicalUrl() {
        return structured.absolute(address()
                .with(PAGE, pager.page() == 1 ? "" : String.valueOf(pager.page()))
                .toString());
    }

    public String getJsonLd() {
        return structured.breadcrumb(List.of(new Link(name(), visit.url(path()))));
    }
}
