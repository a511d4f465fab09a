package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Faults;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.FilesForm;
import vn.minhbach.web.Method;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.TypedForm;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /tra-cuu}: where a sender follows what they sent, with its code and the telephone number or mail address that they gave. Both
 * travel in the body of the form and never in an address. What is shown is shown once, in the answer to the form; each deed on it is a form
 * of its own that carries both again.
 */
@Door(
        path = TrackPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = TrackPage.CODE,
        permission = Permission.READ_PUBLIC,
        cached = false,
        longestBody = AskPage.LONGEST)
@Named("tra-cuu")
@RequestScoped
public class TrackPage implements FilesForm {

    static final String PATH = "/tra-cuu";

    /** The code, where it is known from a receipt's picture. */
    static final String CODE = "ma";

    /** Which of the page's forms was sent. */
    private static final String DEED = "viec";

    private static final String ADD = "them";
    private static final String OBJECT = "chua-dung";

    /** For which of them a message was typed that was not taken yet. */
    private static final String MEANT_FOR = "cho-viec";

    /** The field for files, as the page calls it; those for messages are called as their deeds. */
    private static final String FILES_ID = "o-tep";

    /** What is said with it. */
    private static final String MESSAGE = "loi-nhan";

    private static final String CODE_FIELD = "ma-so";
    private static final String CONTACT_FIELD = "lien-he";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST = 300;

    @Inject
    InboxService service;

    @Inject
    EnclosureService enclosed;

    @Inject
    EnclosureForm enclosures;

    @Inject
    CodeTries tries;

    @Inject
    HttpServletRequest request;

    @Inject
    Visit visit;

    private String code = "";
    private String contact = "";
    private String text = "";
    private String deed = ADD;
    private String token = "";
    private String problem = "";
    private String problemField = "";
    private boolean limited;

    /** For which code was asked already whether it may be tried, since files came behind it; null for none. */
    private @Nullable String tried;

    private Duration wait = Duration.ZERO;
    private boolean isOwner;
    private boolean isLeftOut;
    private String done = "";
    private @Nullable Tracked tracked;
    private List<EnclosureService.Own> files = List.of();
    private List<EnclosureService.Own> answerFiles = List.of();
    private List<EnclosureService.Waiting> waiting = List.of();

    @Override
    public void load() {
        code = Text.cut(visit.parameter(CODE), LONGEST);
        token = FormToken.next();
    }

    @Override
    public void receive(TypedForm before, String name, InputStream bytes) throws IOException {
        if (tried == null) {
            var shown = Text.cut(before.line(CODE_FIELD), LONGEST);
            isOwner = wait(shown).isZero() && service.isOwner(shown, Text.cut(before.line(CONTACT_FIELD), LONGEST));
        }
        if (isOwner) {
            enclosures.receive(before, name, bytes);
        } else {
            // Nobody's files are looked at who has not shown what they belong to.
            isLeftOut = true;
        }
    }

    /** How long to wait before this code may be tried; it is counted once. */
    private Duration wait(String shown) {
        if (!shown.equals(tried)) {
            tried = shown;
            wait = tries.take(request, shown);
        }
        return wait;
    }

    @Override
    public @Nullable String take(TypedForm typed) {
        code = Text.cut(typed.line(CODE_FIELD), LONGEST);
        contact = Text.cut(typed.line(CONTACT_FIELD), LONGEST);
        var left = wait(code);
        enclosures.take(typed, typed.line(EnclosureForm.TOKEN));
        if (left.isPositive()) {
            limited = true;
            problem = visit.text("inbox.track.tooOften", visit.words().number(Throttle.minutes(left)));
            again(typed);
            return null;
        }
        if (!enclosures.problems().isEmpty()) {
            // Nothing is sent of which a part was not taken.
            problem = enclosures.getProblem();
            problemField = FILES_ID;
            again(typed);
        } else if (isLeftOut) {
            // Files that stand before the code in a form are in none of the portal's.
            problem = visit.text("enclosure.error.gone");
            problemField = FILES_ID;
            again(typed);
        } else if (isTooLong(typed)) {
            problem = visit.text(
                    "inbox.ask.tooLong",
                    visit.text("inbox.track.message"),
                    visit.words().number(SaidOfDeed.LONGEST_TEXT));
            again(typed);
            problemField = deed;
        } else {
            try {
                actOrTryAgain(typed);
            } catch (RuleBrokenException e) {
                problem = visit.text(String.valueOf(e.getMessage()));
                again(typed);
                problemField = e.field().equals("text") ? deed : "";
            }
        }
        show(service.track(code, contact, visit.words()).orElse(null));
        return null;
    }

    private void show(@Nullable Tracked found) {
        tracked = found;
        if (found == null) {
            problem = visit.text("inbox.track.unknown");
        } else {
            files = enclosed.own(found);
            answerFiles = enclosed.answered(found);
            tries.known(request, code);
        }
    }

    /** A message is taken as a whole or not at all. */
    private static boolean isTooLong(TypedForm typed) {
        return typed.isTooLong(MESSAGE) || typed.get(MESSAGE).strip().length() > SaidOfDeed.LONGEST_TEXT;
    }

    /** What was typed stands there again, for whatever it was meant, and what was chosen waits for the same form. */
    private void again(TypedForm typed) {
        text = typed.get(MESSAGE);
        deed = typed.line(DEED).equals(OBJECT) || typed.line(MEANT_FOR).equals(OBJECT) ? OBJECT : ADD;
        var sent = typed.line(EnclosureForm.TOKEN);
        if (FormToken.isOne(sent)) {
            token = sent;
        }
        waiting = enclosures.getFiles();
    }

    /** The office may do something with it at the very same moment, or a form may come twice. */
    private void actOrTryAgain(TypedForm typed) {
        Faults.triedAgain(() -> {
            act(typed);
            return true;
        });
    }

    private void act(TypedForm typed) {
        var sent = typed.line(EnclosureForm.TOKEN);
        switch (typed.line(DEED)) {
            case ADD -> {
                enclosed.add(code, contact, sent, typed.get(MESSAGE), enclosures.handles());
                done = visit.text("inbox.track.added");
            }
            case OBJECT -> {
                service.object(code, contact, sent, typed.get(MESSAGE));
                done = visit.text("inbox.track.objected");
            }
            case "rut" -> {
                service.withdraw(code, contact);
                done = visit.text("inbox.track.withdrawn");
            }
            case "da-tra-loi" -> {
                service.rate(code, contact, Submission.Rating.ANSWERED);
                done = visit.text("inbox.track.rated");
            }
            case "chua-lam" -> {
                service.rate(code, contact, Submission.Rating.PROMISED);
                done = visit.text("inbox.track.reminded");
            }
            default ->
                // Only to look, be it with a message that could not be sent before: it is there to be sent now.
                again(typed);
        }
    }

    @Override
    public int status() {
        return limited ? TOO_MANY_REQUESTS : problem.isEmpty() ? 200 : 422;
    }

    public String getCode() {
        return code;
    }

    public String getContact() {
        return contact;
    }

    /** What was typed and not taken. */
    public String getText() {
        return text;
    }

    /** Whether there is something that was typed or chosen, and not taken. */
    public boolean isUnsent() {
        return !text.isBlank() || !waiting.isEmpty();
    }

    /** For which of the page's forms it was typed. */
    public String getDeed() {
        return deed;
    }

    /** Whether it says that the answer is off the point; no files go with that. */
    public boolean isObjecting() {
        return deed.equals(OBJECT);
    }

    public String getToken() {
        return token;
    }

    public String getProblem() {
        return problem;
    }

    /** The field on the page where the problem is mended; empty where it is none, or is not shown. */
    public String getProblemField() {
        var shown = problemField.equals(OBJECT) ? isObjectable() : isAddable();
        return shown ? problemField : "";
    }

    /** What is wrong with the files that were chosen; empty if nothing is. */
    public String getFilesProblem() {
        return getProblemField().equals(FILES_ID) ? problem : "";
    }

    public String getDone() {
        return done;
    }

    public @Nullable Tracked getTracked() {
        return tracked;
    }

    public String getAction() {
        return visit.url(PATH);
    }

    /** Where the form is sent that asks for a file of one's own. */
    public String getFileAction() {
        return visit.url(OwnFileServlet.PATH);
    }

    /** What they sent along. */
    public List<EnclosureService.Own> getFiles() {
        return files;
    }

    /** What the office sent with the answer. */
    public List<EnclosureService.Own> getAnswerFiles() {
        return answerFiles;
    }

    /** What waits to be sent with a message that was not taken yet. */
    public List<EnclosureService.Waiting> getWaiting() {
        return waiting;
    }

    public boolean isRatedAnswered() {
        var shown = tracked;
        return shown != null && shown.rating() == Submission.Rating.ANSWERED;
    }

    public boolean isAsked() {
        var shown = tracked;
        return shown != null && shown.state() == InboxState.ASKED;
    }

    public boolean isAddable() {
        return may(InboxDeed.ADD) || may(InboxDeed.SUPPLEMENT);
    }

    public boolean isRatable() {
        return may(InboxDeed.RATE);
    }

    public boolean isRemindable() {
        return may(InboxDeed.REMIND);
    }

    public boolean isTakenDown() {
        var shown = tracked;
        return shown != null && shown.channel() != InboxChannel.WEB;
    }

    public boolean isObjectable() {
        return may(InboxDeed.OBJECT);
    }

    public boolean isWithdrawable() {
        return may(InboxDeed.WITHDRAW);
    }

    private boolean may(InboxDeed deed) {
        var shown = tracked;
        return shown != null && shown.may(deed);
    }
}
