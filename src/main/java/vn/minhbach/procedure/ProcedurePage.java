package vn.minhbach.procedure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArray;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.Attachment;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.editorial.Correction;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.AnsweredQuestions;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /thu-tuc/<code>}: one procedure with everything that the law wants posted. A code in another spelling leads to
 * the page under its national form.
 */
@Door(path = "/thu-tuc/{code}", parameters = ProcedurePage.CHANNEL, permission = Permission.READ_PUBLIC)
@Named("thu-tuc")
@RequestScoped
public class ProcedurePage implements PublicPage {

    /** By which channel the summary is told. */
    static final String CHANNEL = "nop";

    /** Words by which a paper is one to be written on a form. */
    private static final Pattern FORM_NAMED =
            Pattern.compile("(?iu)(?<!\\p{L})(?:theo mẫu|mẫu số|biểu mẫu|mẫu đơn|tờ khai)(?!\\p{L})");

    private static final List<Channel> ORDER = List.of(Channel.ONLINE, Channel.IN_PERSON, Channel.POST);

    @Inject
    ProcedureService service;

    @Inject
    AttachmentService attachments;

    @Inject
    AnsweredQuestions answered;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private @Nullable Procedure procedure;
    private List<ProcedureLine> related = List.of();
    private List<LifeEventLink> lifeEvents = List.of();
    private List<WayGroup> wayGroups = List.of();
    private List<ChannelTab> tabs = List.of();
    private List<FileLink> forms = List.of();
    private List<Link> breadcrumb = List.of();
    private ShortTitle heading = new ShortTitle("", false);
    private CaseChoice choice = CaseChoice.of(List.of());
    private List<CaseGroup> caseGroups = List.of();
    private @Nullable Summary summary;
    private List<Statement> former = List.of();
    private String sourceTextUrl = "";
    private String answersUrl = "";
    private boolean preview;
    private boolean publicAlready;

    /** The address of this page, to which the choice of a channel is added. */
    private String home = "";

    private UnaryOperator<String> files = path -> path;

    /** The ways of one channel; whether any has a remark. */
    public record WayGroup(Channel channel, List<WayRow> rows, boolean noted) {}

    /** A channel to choose in the summary. */
    public record ChannelTab(Channel channel, String url, boolean selected) {}

    /** A way as its row of the table shows it. */
    public record WayRow(Statement time, List<Statement> fees, String note) {}

    /** Cases that begin alike, each with its page; the name is empty where it is one case by itself. */
    public record CaseGroup(String name, List<Link> links) {}

    /** A form; the address is empty where only its name is known. */
    public record FileLink(String title, String url, String type, long size) {}

    @Override
    public void load() {
        var given = visit.pathInfo();
        var code = ProcedureCode.national(given).orElseThrow(() -> new NotFoundException(ProcedureService.KIND, given));
        var found = service.get(code);
        if (!given.equals(code)) {
            throw new MovedException(visit.url(found.getPath()));
        }
        show(found, visit.parameter(CHANNEL));
        around(found);
    }

    /**
     * Shows a procedure that is being edited, just as the public would see it.
     *
     * @param known whether the public sees this very version already
     * @param here the address of the preview
     * @param found where whoever looks at it finds the forms of the portal, by their path
     */
    void preview(Procedure draft, boolean known, String here, UnaryOperator<String> found) {
        preview = true;
        publicAlready = known;
        home = here;
        files = found;
        show(draft, visit.parameter(CHANNEL));
        around(draft);
    }

    private void around(Procedure found) {
        var code = found.getCode();
        sourceTextUrl = service.hasSource(code) ? visit.url(SourcePage.path(code)) : "";
        answersUrl = answered.about(code).map(visit::url).orElse("");
        related = service
                .find(found.getContent().related().stream()
                        .flatMap(other -> ProcedureCode.national(other).stream())
                        .toList())
                .stream()
                .map(other -> ProcedureLine.of(other, visit))
                .toList();
        lifeEvents = service.lifeEvents().stream()
                .filter(event -> event.gathers(found))
                .map(event -> LifeEventLink.of(event, 0, visit))
                .toList();
        forms = allForms(
                address -> attachments.at(address).map(Attachment::getSize).orElse(0L));
    }

    /** The page of a procedure by itself, without what the database knows around it. */
    static ProcedurePage of(Procedure procedure, String channel, Visit visit, StructuredData structured) {
        var page = new ProcedurePage();
        page.visit = visit;
        page.structured = structured;
        page.show(procedure, channel);
        page.forms = page.allForms(address -> 0L);
        return page;
    }

    private void show(Procedure shown, String channel) {
        procedure = shown;
        if (home.isEmpty()) {
            home = visit.url(shown.getPath());
            files = visit::file;
        }
        wayGroups = groupedWays();
        var selected = wayGroups.stream()
                .map(WayGroup::channel)
                .filter(one -> parameter(one).equals(channel))
                .findFirst()
                .orElse(wayGroups.isEmpty() ? null : wayGroups.getFirst().channel());
        summary = Summary.of(shown, selected, visit.words());
        tabs = channelTabs(selected);
        former = Rules.former(shown, visit.words());
        breadcrumb = way();
        heading = ShortTitle.of(shown.getTitle());
        choice = CaseChoice.of(shown.getContent().cases());
        caseGroups = choice.groups().stream()
                .map(group -> new CaseGroup(
                        group.name(),
                        group.cases().stream().map(one -> casePage(shown, one)).toList()))
                .toList();
    }

    /** The cases of a draft have no page of their own yet; its papers stand below. */
    private Link casePage(Procedure shown, CaseChoice.Case one) {
        var link = CasePage.link(shown, one, visit);
        return preview ? new Link(link.title(), "#ho-so") : link;
    }

    /** Whether it is looked at before the public sees it. */
    public boolean isPreview() {
        return preview;
    }

    /** Whether what is looked at is what the public sees. */
    public boolean isPublicAlready() {
        return publicAlready;
    }

    private Procedure procedure() {
        if (procedure == null) {
            throw new NotFoundException(ProcedureService.KIND, visit.pathInfo());
        }
        return procedure;
    }

    public String getCode() {
        return procedure().getCode();
    }

    public String getTitle() {
        return procedure().getTitle();
    }

    /** The name as it stands over the page; of a long one its beginning, with the whole below it. */
    public ShortTitle getHeading() {
        return heading;
    }

    /** The cases to choose from, in one question or two; empty where the source tells no cases apart. */
    public List<CaseGroup> getCaseGroups() {
        return caseGroups;
    }

    public int getCaseCount() {
        return choice.cases().size();
    }

    public String getOrg() {
        return procedure().getOrg();
    }

    public String getField() {
        return procedure().getField();
    }

    /** The field as the reader's language calls it. */
    public String getFieldName() {
        return FieldName.of(getField(), visit);
    }

    public String getFieldUrl() {
        return PageAddress.of(visit.url("/danh-muc-thu-tuc"))
                .with("linh-vuc", getField())
                .toString();
    }

    public List<GovernmentLevel> getLevels() {
        return procedure().getLevels();
    }

    public ServiceLevel getServiceLevel() {
        return procedure().getServiceLevel();
    }

    /** What the public was told of corrections, the newest first. */
    public List<Correction> getCorrections() {
        return procedure().getCorrections();
    }

    public ProcedureStatus getStatus() {
        return procedure().getStatus();
    }

    public boolean isAbolished() {
        return getStatus() == ProcedureStatus.ABOLISHED;
    }

    public @Nullable LocalDate getEffectiveFrom() {
        return procedure().getValidFrom();
    }

    public @Nullable LocalDate getEffectiveTo() {
        return procedure().getValidTo();
    }

    public @Nullable LocalDate getCheckedOn() {
        return procedure().getCheckedOn();
    }

    public String getDecisionNumber() {
        return Spelling.number(procedure().getDecision());
    }

    public ProcedureContent getContent() {
        return procedure().getContent();
    }

    /** The ways, gathered by channel. */
    public List<WayGroup> getWayGroups() {
        return wayGroups;
    }

    private List<WayGroup> groupedWays() {
        var groups = new ArrayList<WayGroup>();
        for (var channel : ORDER) {
            var rows = getContent().ways().stream()
                    .filter(way -> way.channel() == channel)
                    .map(way -> new WayRow(Times.of(way, visit.words()), Fees.of(way, visit.words()), way.note()))
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new WayGroup(
                        channel, rows, rows.stream().anyMatch(row -> !row.note().isBlank())));
            }
        }
        return List.copyOf(groups);
    }

    /** The steps as they are counted together. */
    public List<StepRun> getStepRuns() {
        return StepRun.of(getContent().steps());
    }

    /** What is to be said of offices that the source names and that are gone. */
    public List<Statement> getFormer() {
        return former;
    }

    public List<ChannelTab> getTabs() {
        return tabs;
    }

    private List<ChannelTab> channelTabs(@Nullable Channel selected) {
        return wayGroups.stream()
                .map(group -> new ChannelTab(
                        group.channel(),
                        home + (home.contains("?") ? "&" : "?") + CHANNEL + "=" + parameter(group.channel())
                                + "#tom-tat",
                        group.channel() == selected))
                .toList();
    }

    /** How the address calls a channel. */
    static String parameter(Channel channel) {
        return switch (channel) {
            case ONLINE -> "truc-tuyen";
            case IN_PERSON -> "truc-tiep";
            case POST -> "buu-chinh";
        };
    }

    /** The summary of the channel that was chosen, or of the first. */
    public Summary getSummary() {
        return Objects.requireNonNull(summary);
    }

    /** Where the place of the summary is to be reached by a link; empty if it is none. */
    public String getPlaceUrl() {
        return getSummary().channel() == Channel.ONLINE ? getSubmitUrl() : "";
    }

    /** The forms of all papers, each once. */
    public List<FileLink> getForms() {
        return forms;
    }

    /** Whether a form is spoken of that the portal does not have. */
    public boolean isFormAbsent() {
        return forms.stream().allMatch(form -> form.url().isEmpty())
                && (!forms.isEmpty()
                        || getContent().cases().stream()
                                .flatMap(one -> one.papers().stream())
                                .anyMatch(paper ->
                                        FORM_NAMED.matcher(paper.name()).find())
                        || FORM_NAMED
                                .matcher(getContent().raw().getOrDefault("papers", ""))
                                .find());
    }

    private List<FileLink> allForms(ToLongFunction<String> size) {
        var forms = new LinkedHashMap<String, FileLink>();
        getContent().cases().stream()
                .flatMap(one -> one.papers().stream())
                .filter(paper -> !paper.formName().isBlank())
                .forEach(paper -> forms.putIfAbsent(
                        paper.formName(),
                        new FileLink(
                                paper.formName(),
                                address(paper.formUrl()),
                                type(paper.formUrl().isEmpty() ? paper.formName() : paper.formUrl()),
                                size.applyAsLong(paper.formUrl()))));
        return List.copyOf(forms.values());
    }

    /** Forms that the portal keeps lie below its own address, others elsewhere. */
    private String address(String formUrl) {
        return formUrl.startsWith("/") ? files.apply(formUrl) : formUrl;
    }

    private static String type(String name) {
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toUpperCase(Locale.ROOT);
        return ending.matches("[A-Z]{3,4}X?") ? ending : "";
    }

    public String getSourceUrl() {
        return procedure().getNationalUrl();
    }

    /** Where what the import said can be read word by word; empty if it was not kept. */
    public String getSourceTextUrl() {
        return sourceTextUrl;
    }

    /** Where the questions are that were answered about it; empty if there are none. */
    public String getAnswersUrl() {
        return answersUrl;
    }

    /** Where to file online; empty where there is nothing to file. */
    public String getSubmitUrl() {
        return procedure().getSubmitUrl();
    }

    public List<LifeEventLink> getLifeEvents() {
        return lifeEvents;
    }

    public List<ProcedureLine> getRelated() {
        return getStatus() == ProcedureStatus.ABOLISHED ? List.of() : related;
    }

    /** For an abolished procedure: those named as related are what is done instead. */
    public List<ProcedureLine> getReplacedBy() {
        return getStatus() == ProcedureStatus.ABOLISHED ? related : List.of();
    }

    public List<Link> getBreadcrumb() {
        return breadcrumb;
    }

    private List<Link> way() {
        var list = new Link(visit.text("procedures.title"), visit.url("/danh-muc-thu-tuc"));
        return getField().isBlank() ? List.of(list) : List.of(list, new Link(getFieldName(), getFieldUrl()));
    }

    public String getDescription() {
        var content = getContent();
        var time = AtAGlance.time(content);
        var fee = AtAGlance.fee(content);
        return Text.shorten(
                getTitle() + (time.isEmpty() ? "" : " — " + time) + (fee.isEmpty() ? "" : " — " + fee), 250);
    }

    public String getCanonicalUrl() {
        return structured.absolute(visit.url(procedure().getPath()));
    }

    public String getJsonLd() {
        var data = structured
                .thing("GovernmentService")
                .add("name", getTitle())
                .add("identifier", getCode())
                .add("url", getCanonicalUrl())
                .add("provider", providers());
        StructuredData.add(data, "serviceType", getField().strip());
        if (!getSubmitUrl().isEmpty()) {
            data.add("availableChannel", structured.part("ServiceChannel").add("serviceUrl", getSubmitUrl()));
        }
        var path = new ArrayList<>(getBreadcrumb());
        path.add(new Link(getTitle(), visit.url(procedure().getPath())));
        return structured.script(data.build()) + structured.breadcrumb(path);
    }

    /** Who carries it out; if that is not said, whoever decides; if that is not said either, the department. */
    private JsonArray providers() {
        var performing = getContent().agencies().performing();
        var providers = structured.list();
        var names = Arrays.stream((performing.isBlank() ? getOrg() : performing).split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        names.forEach(
                name -> providers.add(structured.part("GovernmentOrganization").add("name", name)));
        return names.isEmpty() ? providers.add(structured.publisher()).build() : providers.build();
    }
}
