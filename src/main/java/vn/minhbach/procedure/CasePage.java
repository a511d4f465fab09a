package vn.minhbach.procedure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.QrCode;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /thu-tuc/<code>/truong-hop/<slug>}: what somebody in one case brings, pays and waits for, on one sheet that can be
 * ticked off and printed. A slug that is none is told so, with the cases that there are.
 */
@Door(path = "/thu-tuc/{code}/truong-hop/{slug}", permission = Permission.READ_PUBLIC)
@Named("truong-hop")
@RequestScoped
public class CasePage implements PublicPage {

    @Inject
    ProcedureService service;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private @Nullable Procedure procedure;
    private CaseChoice choice = CaseChoice.of(List.of());
    private CaseChoice.@Nullable Case chosen;
    private List<Link> others = List.of();
    private CaseWays ways = CaseWays.NONE;
    private List<Row> rows = List.of();
    private List<Statement> places = List.of();
    private List<Statement> former = List.of();

    /** A way of handing in, with its time and fee. */
    public record Row(Channel channel, Statement time, List<Statement> fees) {}

    @Override
    public void load() {
        var given = visit.firstName();
        var code = ProcedureCode.national(given).orElseThrow(() -> new NotFoundException(ProcedureService.KIND, given));
        var found = service.get(code);
        if (!given.equals(code)) {
            throw new MovedException(visit.url(path(found, visit.pathInfo())));
        }
        show(found, visit.pathInfo());
    }

    /** The sheet of a case by itself. */
    static CasePage of(Procedure procedure, CaseChoice.Case one, Visit visit, StructuredData structured) {
        var page = new CasePage();
        page.visit = visit;
        page.structured = structured;
        page.show(procedure, one.slug());
        return page;
    }

    private void show(Procedure found, String slug) {
        procedure = found;
        choice = CaseChoice.of(found.getContent().cases());
        var one = choice.find(slug).orElse(null);
        chosen = one;
        if (one != null) {
            ways = CaseWays.of(found.getContent().ways(), one);
            rows = ways.ways().stream()
                    .map(way -> new Row(way.channel(), Times.of(way, visit.words()), Fees.of(way, visit.words())))
                    .toList();
            places = Summary.of(found, null, visit.words()).where();
            former = Rules.former(found, visit.words());
        }
        others = choice.cases().stream()
                .filter(other -> !other.equals(one))
                .map(other -> link(found, other, visit))
                .toList();
    }

    /** The page of a case as others link to it. */
    static Link link(Procedure procedure, CaseChoice.Case one, Visit visit) {
        return new Link(one.name(), visit.url(path(procedure, one.slug())));
    }

    private static String path(Procedure procedure, String slug) {
        return procedure.getPath() + "/truong-hop/" + slug;
    }

    @Override
    public int status() {
        return chosen == null ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK;
    }

    private Procedure procedure() {
        return Objects.requireNonNull(procedure, "load() comes first");
    }

    /** Null if the address names no case of the procedure. */
    public CaseChoice.@Nullable Case getChosen() {
        return chosen;
    }

    public String getCode() {
        return procedure().getCode();
    }

    /** What the case is called, or that there is none of this name. */
    public String getTitle() {
        return chosen == null ? visit.text("procedure.case.none.title") : chosen.name();
    }

    public String getProcedureTitle() {
        return procedure().getTitle();
    }

    public String getProcedureUrl() {
        return visit.url(procedure().getPath());
    }

    public boolean isAbolished() {
        return procedure().getStatus() == ProcedureStatus.ABOLISHED;
    }

    /** Where to go, or who carries it out, as far as that is known. */
    public List<Statement> getPlaces() {
        return places;
    }

    /** What is to be said of offices that the source names and that are gone. */
    public List<Statement> getFormer() {
        return former;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Whether time and fee are told of this case, not of the procedure alone. */
    public boolean isWaysOwn() {
        return ways.own();
    }

    /** The papers that the source puts under no case. */
    public List<PaperCase> getEverybody() {
        return choice.everybody();
    }

    /** The papers that come on top for some. */
    public List<PaperCase> getSome() {
        return choice.some();
    }

    public List<Link> getOthers() {
        return others;
    }

    public @Nullable LocalDate getCheckedOn() {
        return procedure().getCheckedOn();
    }

    public String getDecisionNumber() {
        return Spelling.number(procedure().getDecision());
    }

    public String getSourceUrl() {
        return procedure().getNationalUrl();
    }

    /** The same address again, for a phone to read off the sheet. */
    public String getQrSvg() {
        return QrCode.svg(getCanonicalUrl());
    }

    public List<Link> getBreadcrumb() {
        var way = new ArrayList<Link>();
        way.add(new Link(visit.text("procedures.title"), visit.url("/danh-muc-thu-tuc")));
        var field = procedure().getField();
        if (!field.isBlank()) {
            way.add(new Link(
                    FieldName.of(field, visit),
                    PageAddress.of(visit.url("/danh-muc-thu-tuc"))
                            .with("linh-vuc", field)
                            .toString()));
        }
        way.add(new Link(ShortTitle.of(getProcedureTitle()).text(), getProcedureUrl()));
        return way;
    }

    public String getDescription() {
        return visit.text("procedure.case.description", getProcedureTitle());
    }

    public String getCanonicalUrl() {
        return chosen == null
                ? visit.getCanonicalUrl()
                : structured.absolute(visit.url(path(procedure(), chosen.slug())));
    }

    public String getJsonLd() {
        var path = new ArrayList<>(getBreadcrumb());
        path.add(new Link(getTitle(), getCanonicalUrl()));
        return structured.breadcrumb(path);
    }
}
