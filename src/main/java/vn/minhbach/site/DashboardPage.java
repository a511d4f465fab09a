package vn.minhbach.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticlesDeskPage;
import vn.minhbach.article.BoardFigures;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.attachment.FilePage;
import vn.minhbach.attachment.LibraryPage;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.Figure;
import vn.minhbach.desk.Screen;
import vn.minhbach.editorial.BoardTold;
import vn.minhbach.inbox.InboxFigures;
import vn.minhbach.job.Jobs;
import vn.minhbach.job.Repeater;
import vn.minhbach.job.Repeating;
import vn.minhbach.job.Troubles;
import vn.minhbach.links.BrokenLinksPage;
import vn.minhbach.links.LinkService;
import vn.minhbach.mail.Letter;
import vn.minhbach.mail.MailService;
import vn.minhbach.maildesk.MailPage;
import vn.minhbach.procedure.ImportRun;
import vn.minhbach.procedure.ProcedureFigures;
import vn.minhbach.procedure.ProcedureImportPage;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.procedure.ProceduresDeskPage;
import vn.minhbach.search.IndexState;
import vn.minhbach.search.SearchService;
import vn.minhbach.searchdesk.SearchDeskService;
import vn.minhbach.searchdesk.SearchOverviewPage;
import vn.minhbach.unit.UnitService;
import vn.minhbach.web.Door;
import vn.minhbach.web.Doors;
import vn.minhbach.web.Kinds;
import vn.minhbach.web.ViewFunctions;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri}: how the portal fares, at a glance. */
@Door(path = "/quan-tri", permission = Permission.ENTER_OFFICE)
@Screen(name = "dashboard.title", order = 10)
@Named
@RequestScoped
public class DashboardPage {

    /** How many of the notices stand here; the others stand where they are ticked off. */
    private static final int TOLD = 5;

    /** The screens where they are, of which everybody of the board may open one. */
    private static final List<String> BOARDS = List.of(ArticlesDeskPage.PATH, ProceduresDeskPage.PATH);

    private static final String NOTHING = SearchOverviewPage.PATH + "#nothing-title";

    @Inject
    Kinds kinds;

    @Inject
    ProcedureService procedures;

    @Inject
    SearchService search;

    @Inject
    ChangeLog log;

    @Inject
    BoardFigures board;

    @Inject
    ProcedureFigures procedureFigures;

    @Inject
    LinkService links;

    @Inject
    SearchDeskService searchDesk;

    @Inject
    AttachmentService files;

    @Inject
    Repeater repeater;

    @Inject
    Jobs jobs;

    @Inject
    Troubles troubled;

    @Inject
    Site site;

    @Inject
    UnitService units;

    @Inject
    InboxFigures inboxFigures;

    @Inject
    MailService mail;

    @Inject
    CurrentActor actors;

    @Inject
    BoardTold boardTold;

    @Inject
    Doors doors;

    @Inject
    Visit visit;

    private BoardTold.Unseen told = BoardTold.Unseen.NOTHING;
    private String allTold = "";
    private List<Figure> work = List.of();
    private List<Figure> procedureWork = List.of();
    private List<Figure> inbox = List.of();
    private List<Figure> lateOfUnits = List.of();
    private List<Figure> month = List.of();
    private List<Figure> monthOfUnits = List.of();
    private List<Figure> running = List.of();
    private List<Repeating.State> failing = List.of();
    private List<FailingJob> failingJobs = List.of();
    private List<Told> troubles = List.of();
    private List<RefusedFile> refusedFiles = List.of();
    private String stored = "";
    private String free = "";
    private List<Count> counts = List.of();
    private @Nullable IndexState index;
    private @Nullable ImportRun lastImport;
    private long position;

    /** A job that fails again and again, in words. */
    public record FailingJob(String name, String text) {}

    /**
     * How many of a kind there are: those the public sees, and all.
     *
     * @param publishedUrl where they are listed; empty for who may not open that, as of the other
     */
    public record Count(String key, long published, String publishedUrl, long total, String url) {}

    /** A file that somebody brought and the virus scanner refused later, in words. */
    public record RefusedFile(String text, String url) {}

    /** What a job could not do, in words, and since when. */
    public record Told(String text, Instant since) {}

    public void load() {
        counts = kinds.all().stream()
                .flatMap(kind -> kind.counts().stream()
                        .map(count -> new Count(
                                kind.labelKey(),
                                count.published(),
                                list(count.publishedList()),
                                count.total(),
                                list(count.list()))))
                .toList();
        told = boardTold.newest(TOLD);
        allTold = BOARDS.stream()
                .map(this::list)
                .filter(url -> !url.isEmpty())
                .findFirst()
                .orElse("");
        index = search.state();
        position = log.position();
        lastImport = procedures.lastImport().orElse(null);
        loadWork();
        loadRunning();
    }

    /** Of each list that somebody may open, how much stands on it. */
    private void loadWork() {
        if (actors.get().maySomewhere(Permission.WRITE_ARTICLES)) {
            work = board.work();
            month = board.month(site.profile().reformTarget());
            monthOfUnits = board.monthOfUnits(units.all().stream()
                    .map(unit -> new BoardFigures.Wanted(unit.getSlug(), unit.getName(), unit.getTarget()))
                    .toList());
        }
        if (actors.get().may(Permission.WRITE_PROCEDURES)) {
            procedureWork = procedureFigures.work();
        }
        var broken = links.countOfBroken();
        if (broken > 0 || !work.isEmpty()) {
            work = Stream.concat(work.stream(), Stream.of(figure("brokenLinks.title", broken, BrokenLinksPage.PATH)))
                    .toList();
        }
    }

    /** A list, if whoever looks may open it; else empty. */
    private String list(String place) {
        return doors.mayEnter(actors.get(), place) ? visit.url(place) : "";
    }

    private void loadRunning() {
        var me = actors.get();
        if (me.maySomewhere(Permission.READ_INBOX)) {
            inbox = inboxFigures.work();
            lateOfUnits = inboxFigures.lateOfUnits();
        }
        var figures = new ArrayList<Figure>();
        if (me.may(Permission.TEACH_SEARCH)) {
            figures.add(figure("dashboard.nothing", searchDesk.countOfNothing(), NOTHING));
        }
        if (me.may(Permission.KEEP_FILES)) {
            refusedFiles = files.refusedOfMine().stream()
                    .map(file -> new RefusedFile(
                            visit.text("dashboard.refused", file.getFileName()),
                            visit.url(FilePage.PATH + "?" + FilePage.FILE + "=" + file.getId())))
                    .toList();
            var usage = files.usage();
            figures.add(figure("dashboard.files", usage.files(), LibraryPage.PATH));
            stored = ViewFunctions.fileSize(usage.bytes());
            free = ViewFunctions.fileSize(usage.free());
        }
        if (me.may(Permission.KEEP_MAIL)) {
            figures.add(
                    figure("dashboard.letters", mail.counts().getOrDefault(Letter.State.GIVEN_UP, 0L), MailPage.PATH));
        }
        running = List.copyOf(figures);
        if (me.may(Permission.REBUILD_INDEX)) {
            failing = repeater.states().stream()
                    .filter(state -> state.failingSince() != null)
                    .toList();
            failingJobs = jobs.failing().stream()
                    .map(job -> new FailingJob(
                            visit.text("job." + job.name()),
                            visit.text(
                                    "dashboard.failing.times",
                                    visit.words().number(job.times()),
                                    ViewFunctions.dateTime(job.at()))))
                    .toList();
            troubles = troubled.all().stream()
                    .map(each -> new Told(
                            visit.text(each.getMessageKey(), each.getGiven().toArray()), each.getSince()))
                    .toList();
        }
    }

    private Figure figure(String key, long count, String list) {
        return new Figure(visit.text(key), count, visit.url(list));
    }

    /** What whoever looks was told of texts before the board and has not seen: the newest of it. */
    public BoardTold.Unseen getTold() {
        return told;
    }

    /** Where all of that stands, and is ticked off. */
    public String getAllTold() {
        return allTold;
    }

    /** What somebody of the board has to do with articles; empty for everybody else. */
    public List<Figure> getWork() {
        return work;
    }

    /** The same with procedures. */
    public List<Figure> getProcedureWork() {
        return procedureWork;
    }

    /** What lies in the inbox; empty for whoever does not see it. */
    public List<Figure> getInbox() {
        return inbox;
    }

    /** What of it is late, by unit. */
    public List<Figure> getLateOfUnits() {
        return lateOfUnits;
    }

    /** How much of reform came out in this month, beside what is wanted. */
    public List<Figure> getMonth() {
        return month;
    }

    /** The same of each unit that sends articles in, or is to. */
    public List<Figure> getMonthOfUnits() {
        return monthOfUnits;
    }

    /** What those look at who keep the portal running. */
    public List<Figure> getRunning() {
        return running;
    }

    /** What the portal does again and again and fails in, for those who can do something about it. */
    public List<Repeating.State> getFailing() {
        return failing;
    }

    /** The jobs that fail whenever they are tried, for the same. */
    public List<FailingJob> getFailingJobs() {
        return failingJobs;
    }

    /** What jobs could not do, for the same people. */
    public List<Told> getTroubles() {
        return troubles;
    }

    /** What whoever looks has brought and the virus scanner has refused since. */
    public List<RefusedFile> getRefusedFiles() {
        return refusedFiles;
    }

    /** How much the files take up; empty for those who do not keep them. */
    public String getStored() {
        return stored;
    }

    /** How much there is room for. */
    public String getFree() {
        return free;
    }

    public List<Count> getCounts() {
        return counts;
    }

    /** Where the index is looked after; empty for who does not. */
    public String getIndexList() {
        return list(SearchOverviewPage.PATH);
    }

    /** Where imports are looked at; likewise. */
    public String getImportList() {
        return list(ProcedureImportPage.PATH);
    }

    public @Nullable IndexState getIndex() {
        return index;
    }

    /** The last position in the change log. */
    public long getPosition() {
        return position;
    }

    public @Nullable ImportRun getLastImport() {
        return lastImport;
    }
}
