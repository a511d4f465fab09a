package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.Faults;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Doors;
import vn.minhbach.web.FilesForm;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Link;
import vn.minhbach.web.Method;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.TypedForm;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /gui-cau-hoi} and {@code /gui-phan-anh}: a form, then a page that shows once more what is about to be sent, with answers that
 * there are already and with other doors to which it may belong, then the receipt. Everything works without a script.
 */
@Door(
        path = AskPage.QUESTION,
        methods = {Method.GET, Method.POST},
        parameters = {AskPage.KIND, AskPage.PROCEDURE, AskPage.PAGE},
        permission = Permission.READ_PUBLIC,
        cached = false,
        longestBody = AskPage.LONGEST)
@Door(
        path = AskPage.FEEDBACK,
        methods = {Method.GET, Method.POST},
        parameters = {AskPage.KIND, AskPage.PROCEDURE, AskPage.PAGE},
        permission = Permission.READ_PUBLIC,
        cached = false,
        longestBody = AskPage.LONGEST)
@Named("gui-phan-anh")
@RequestScoped
public class AskPage implements FilesForm {

    static final String QUESTION = "/gui-cau-hoi";
    static final String FEEDBACK = "/gui-phan-anh";
    static final String KIND = "loai";
    static final String PROCEDURE = "thu-tuc";
    static final String PAGE = "trang";

    /** Five files of twenty megabytes, and as much again: who sends more than is taken is told so and loses nothing. */
    static final int LONGEST = 200 * 1024 * 1024;

    /** A field that people do not see, and programs fill in. */
    private static final String TRAP = "website";

    /** When the form was shown, see {@link FormTime}. */
    private static final String STAMP = "luc";

    /** Which version of the consent the form showed, see {@link FormTime}. */
    private static final String CONSENT = "ban-dong-y";

    /** The proof of work that the browser adds, see {@link WorkProofs}. */
    private static final String PROOF = "bang-chung";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST_PAGE = 300;
    private static final Pattern PROCEDURE_CODE = Pattern.compile("\\d\\.\\d{6}");

    @Inject
    InboxService service;

    @Inject
    EnclosureService enclosed;

    @Inject
    EnclosureForm enclosures;

    @Inject
    SearchService search;

    @Inject
    Doors doors;

    @Inject
    SubmissionAdvice advisor;

    @Inject
    FormTime time;

    @Inject
    Forwarded forwarded;

    @Inject
    HttpServletRequest request;

    @Inject
    Visit visit;

    private List<SubmissionKind> kinds = List.of();
    private @Nullable SubmissionKind kind;
    private Map<AskedField, String> values = new EnumMap<>(AskedField.class);
    private final Map<String, String> problems = new LinkedHashMap<>();

    /** Of which only the beginning came in. */
    private final Set<AskedField> cut = EnumSet.noneOf(AskedField.class);

    private String procedure = "";
    private String procedureTitle = "";
    private String page = "";
    private String token = "";
    private String stamp = "";
    private String consent = "";
    private boolean limited;
    private boolean keepPrivate;
    private boolean agreed;
    private boolean suspect;
    private boolean reviewed;
    private SubmissionAdvice.Advice advice = new SubmissionAdvice.Advice(List.of(), List.of());

    /** A field of the form with what stands in it. */
    public record Field(
            AskedField field,
            String id,
            String value,
            boolean needed,
            boolean isLong,
            int longest,
            String autocomplete,
            @Nullable String problem) {}

    /** Something that is wrong, and the field where it is. */
    public record Problem(String field, String text) {}

    /** A kind that may be chosen. */
    public record Choice(String name, String lead, String url) {}

    @Override
    public void load() {
        var form = visit.getPlace().equals(QUESTION) ? SubmissionKind.Form.QUESTION : SubmissionKind.Form.FEEDBACK;
        kinds = service.kinds(form);
        var wanted = visit.parameter(KIND);
        if (!wanted.isEmpty()) {
            kind = kinds.stream()
                    .filter(each -> each.getSlug().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("inbox-kind", wanted));
        } else if (form == SubmissionKind.Form.QUESTION && !kinds.isEmpty()) {
            kind = kinds.getFirst();
        }
        var code = visit.parameter(PROCEDURE);
        if (PROCEDURE_CODE.matcher(code).matches()) {
            procedureTitle = at("/thu-tuc/" + code);
            procedure = procedureTitle.isEmpty() ? "" : code;
        }
        var about = visit.parameter(PAGE);
        page = about.length() > LONGEST_PAGE
                ? ""
                : doors.publicPage(about)
                        .map(place -> NewSubmission.place(place.path()))
                        .orElse("");
        token = FormToken.next();
        stamp = time.stamp(token);
    }

    private String at(String path) {
        try {
            return search.at(path).map(Hit::title).orElse("");
        } catch (UnavailableException e) {
            return "";
        }
    }

    @Override
    public void receive(TypedForm before, String name, InputStream bytes) throws IOException {
        enclosures.receive(before, name, bytes);
    }

    @Override
    public @Nullable String take(TypedForm typed) {
        var chosen = kind;
        if (chosen == null) {
            return null;
        }
        chosen.asked().forEach(asked -> {
            values.put(asked.field(), value(typed, asked.field()));
            if (typed.isTooLong(asked.field().parameter())) {
                cut.add(asked.field());
            }
        });
        keepPrivate = typed.has("giu-kin");
        agreed = typed.has("dong-y");
        suspect = typed.has(TRAP);
        var given = typed.line("phieu");
        var isGiven = FormToken.isOne(given);
        if (isGiven) {
            token = given;
            stamp = typed.line(STAMP);
            consent = typed.line(CONSENT);
        }
        if (agreed && !time.isShown(token, chosen, consent)) {
            // They ticked another text than the one that stands there now.
            agreed = false;
            problems.put("dong-y", visit.text("inbox.ask.consentChanged"));
        }
        enclosures.take(typed, token);
        if (!enclosures.problems().isEmpty()) {
            problems.put(Enclosures.FIELD, enclosures.getProblem());
        }
        if (typed.has("sua")) {
            return null;
        }
        check(chosen);
        if (!problems.isEmpty()) {
            return null;
        }
        if (typed.has("gui") && isGiven) {
            return send(chosen, typed.get(PROOF));
        }
        review();
        return null;
    }

    private static String value(TypedForm typed, AskedField field) {
        return field.isLong() ? typed.get(field.parameter()).strip() : typed.line(field.parameter());
    }

    private void check(SubmissionKind chosen) {
        problems.putAll(FormCheck.problems(chosen, values, false, visit));
        // What is left of it may be short enough, or nothing that can be seen.
        cut.forEach(field -> problems.put(field.parameter(), FormCheck.tooLong(field, visit)));
        if (!agreed) {
            problems.putIfAbsent("dong-y", visit.text("inbox.ask.consent"));
        }
    }

    private String label(AskedField field) {
        return visit.text("AskedField." + field);
    }

    private void problem(AskedField field, String text) {
        problems.putIfAbsent(field.parameter(), text);
    }

    private @Nullable String send(SubmissionKind chosen, String proof) {
        var sent = submission(chosen);
        var attempt = new SendingGate.Attempt(
                forwarded.client(request),
                token,
                stamp,
                proof,
                suspect,
                values.getOrDefault(AskedField.TEXT, ""),
                sent.key());
        SendingGate.Verdict verdict;
        try {
            verdict = submit(sent, attempt);
        } catch (RuntimeException e) {
            // A second press may have come while the first one was under way: then it is there by now.
            if (service.isReceived(sent.key())) {
                return receipt(sent.key());
            }
            if (e instanceof RuleBrokenException broken) {
                return notSent(visit.text(String.valueOf(broken.getMessage())));
            }
            throw e;
        }
        return switch (verdict.outcome()) {
            case TAKEN, HELD -> receipt(sent.key());
            case HARDER -> notSent(visit.text("inbox.ask.harder"));
            case USED -> notSent(visit.text("inbox.ask.used"));
            case LATER -> {
                limited = true;
                yield notSent(
                        visit.text("inbox.ask.tooOften", visit.words().number(Throttle.minutes(verdict.delay()))));
            }
        };
    }

    /** Another press, another tab with the same files or with the same proof may be faster: then that stands there. */
    private SendingGate.Verdict submit(NewSubmission sent, SendingGate.Attempt attempt) {
        return Faults.triedAgain(() -> enclosed.submit(sent, attempt));
    }

    private NewSubmission submission(SubmissionKind chosen) {
        return new NewSubmission(
                chosen.getKey(),
                token,
                values,
                page,
                procedure,
                keepPrivate,
                false,
                visit.getLanguage(),
                enclosures.handles(),
                chosen.getConsentVersion());
    }

    /** Everything stands there once more, with what is wrong. */
    private @Nullable String notSent(String why) {
        problems.put("", why);
        review();
        return null;
    }

    private static String receipt(String key) {
        return ReceiptPage.PATH + "?" + ReceiptPage.KEY + "=" + key;
    }

    private void review() {
        reviewed = true;
        advice = advisor.of(
                values.getOrDefault(AskedField.SUBJECT, ""),
                values.getOrDefault(AskedField.TEXT, ""),
                visit.getLanguage());
    }

    /** A form with mistakes is none that was taken. */
    @Override
    public int status() {
        return limited ? TOO_MANY_REQUESTS : problems.isEmpty() ? 200 : 422;
    }

    public boolean isQuestion() {
        return visit.getPlace().equals(QUESTION);
    }

    public List<Choice> getChoices() {
        return kind != null
                ? List.of()
                : kinds.stream()
                        .map(each -> new Choice(
                                each.name(visit.getLanguage()),
                                each.lead(visit.getLanguage()),
                                visit.url(FEEDBACK + "?" + KIND + "=" + each.getSlug()
                                        + (page.isEmpty() ? "" : "&" + PAGE + "=" + Visit.encode(page)))))
                        .toList();
    }

    public String getTitle() {
        var chosen = kind;
        return chosen == null
                ? visit.text("inbox.ask.feedback")
                : isQuestion() ? visit.text("inbox.ask.question") : chosen.name(visit.getLanguage());
    }

    public String getLead() {
        var chosen = kind;
        return chosen == null ? visit.text("inbox.ask.choose") : chosen.lead(visit.getLanguage());
    }

    /** Until when the answer would be there; empty if the law gives no limit. */
    public String getPromise() {
        var chosen = kind;
        return chosen == null ? "" : service.promise(chosen, visit.words()).orElse("");
    }

    public List<Field> getFields() {
        var chosen = kind;
        return chosen == null
                ? List.of()
                : chosen.asked().stream()
                        .map(asked -> {
                            var field = asked.field();
                            return new Field(
                                    field,
                                    field.parameter(),
                                    values.getOrDefault(field, ""),
                                    asked.needed(),
                                    field.isLong(),
                                    field.longest(),
                                    field.autocomplete(),
                                    problems.get(field.parameter()));
                        })
                        .toList();
    }

    public List<Problem> getProblems() {
        var all = new ArrayList<Problem>();
        problems.forEach((field, text) -> all.add(new Problem(field, text)));
        return all;
    }

    public String getConsent() {
        var chosen = kind;
        return chosen == null ? "" : chosen.consent(visit.getLanguage());
    }

    /** Which version of it the form shows, for it to carry. */
    public String getConsentShown() {
        var chosen = kind;
        return chosen == null ? "" : time.consent(token, chosen);
    }

    public EnclosureForm getEnclosures() {
        return enclosures;
    }

    public @Nullable String getConsentProblem() {
        return problems.get("dong-y");
    }

    public boolean isAgreed() {
        return agreed;
    }

    /** Whether the field was filled in that people do not see. */
    public boolean isSuspect() {
        return suspect;
    }

    public boolean isKeepPrivate() {
        return keepPrivate;
    }

    /** Whether the answer may become public at all. */
    public boolean isPublishable() {
        var chosen = kind;
        return chosen != null && chosen.isPublishable();
    }

    public boolean isReviewed() {
        return reviewed;
    }

    public String getToken() {
        return token;
    }

    /** When the form was shown, for it to carry. */
    public String getStamp() {
        return stamp;
    }

    /** Where the browser is given its work. */
    public String getWorkUrl() {
        return visit.file(ChallengeServlet.PATH + "?phieu=" + token);
    }

    /** What the check says, as JSON. */
    public String getCheckWords() {
        var words = Json.createObjectBuilder();
        visit.words().under("inbox.check.").forEach(words::add);
        return words.build().toString();
    }

    /** Where the form's script asks for advice while somebody types. */
    public String getAdviceUrl() {
        return visit.url(AdviceServlet.PATH);
    }

    public List<Link> getSimilar() {
        return advice.similar().stream()
                .map(one -> new Link(one.title(), visit.url(one.path())))
                .toList();
    }

    public List<SubmissionAdvice.Door> getAdvice() {
        return advice.doors();
    }

    public String getProcedureTitle() {
        return procedureTitle;
    }

    public String getProcedureUrl() {
        return visit.url("/thu-tuc/" + procedure);
    }

    public String getAbout() {
        return page;
    }

    /** Where the form is sent: its own address, with what it is about. */
    public String getAction() {
        return visit.url(visit.getPath());
    }
}
