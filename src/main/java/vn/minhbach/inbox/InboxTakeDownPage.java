package vn.minhbach.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /quan-tri/hop-thu/ghi}: "Ghi theo lời". Somebody of the staff takes down what came by telephone, at a counter, by post or by
 * mail, with the same fields and the same checks as the portal's form, puts the letter itself to it, and hands out the slip. What is typed is kept every
 * few seconds, and brought back until it is filed.
 */
@Door(
        path = InboxTakeDownPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = InboxPage.KIND,
        permission = Permission.MODERATE_INBOX,
        longestBody = InboxItemPage.LONGEST)
@Named
@ViewScoped
public class InboxTakeDownPage implements OfficeFilesPage, Serializable {

    static final String PATH = InboxPage.PATH + "/ghi";

    private static final long serialVersionUID = 1L;
    private static final Set<String> CHANNELS = Set.of("PHONE", "COUNTER", "POST", "EMAIL");
    private static final Set<String> CONSENTS = Set.of("SPOKEN", "WRITTEN");

    // How the form calls its fields beside those of the kind.
    private static final String CHANNEL = "channel";
    private static final String CONSENT = "consent";
    private static final String DAY = "day";
    private static final String UNIT = "unit";
    private static final String PROCEDURE = "procedure";
    private static final String KEEP_PRIVATE = "keepPrivate";

    private static final Pattern PROCEDURE_CODE = Pattern.compile("\\d\\.\\d{6}");

    @Inject
    InboxService inbox;

    @Inject
    InboxWorkService work;

    @Inject
    InboxSlipService slips;

    @Inject
    InboxUnits allUnits;

    @Inject
    SearchService search;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private final HashMap<String, String> values = new HashMap<>();
    private String kind = "";
    private String slug = "";
    private String kindName = "";
    private String consentText = "";
    private List<Kind> kinds = List.of();
    private List<Field> fields = List.of();
    private List<InboxPage.Choice> units = List.of();
    private List<String> asked = List.of();
    private boolean publishable;
    private boolean everywhere;
    private String token = "";
    private InboxSlipService.@Nullable Kept kept;
    private List<OfficeFile> files = List.of();
    private String channel = "";
    private String consent = "";
    private String day = "";
    private String unit = "";
    private String procedure = "";
    private String keepPrivate = "";

    /** A kind to choose. */
    public record Kind(String name, String lead, String url) implements Serializable {}

    /**
     * A field of the form.
     *
     * @param id as the portal's form calls it
     * @param type as {@code portal:field} has it
     */
    public record Field(String id, String type, String label, int longest) implements Serializable {}

    public void load() {
        var wanted = visit.parameter(InboxPage.KIND);
        var all = Arrays.stream(SubmissionKind.Form.values())
                .flatMap(form -> inbox.kinds(form).stream())
                .toList();
        kinds = all.stream()
                .map(each -> new Kind(
                        each.name(visit.getLanguage()),
                        each.lead(visit.getLanguage()),
                        visit.url(PATH + "?" + InboxPage.KIND + "=" + each.getSlug())))
                .toList();
        all.stream().filter(each -> each.getSlug().equals(wanted)).findFirst().ifPresent(this::show);
        var places = work.placesOfTaking();
        everywhere = places == null;
        units = allUnits.names().entrySet().stream()
                .filter(entry -> places == null || places.contains(entry.getKey()))
                .map(entry -> new InboxPage.Choice(entry.getKey(), entry.getValue()))
                .toList();
        if (!everywhere && units.size() == 1) {
            unit = units.getFirst().key();
        }
        day = Time.date(work.today());
        token = FormToken.next();
        if (isChosen()) {
            slips.mine(kind).ifPresent(this::bringBack);
        }
    }

    /** Goes on where one was. */
    private void bringBack(InboxSlipService.Kept mine) {
        token = mine.token();
        files = slips.files(token);
        var typed = new HashMap<>(mine.values());
        if (typed.isEmpty()) {
            return;
        }
        kept = mine;
        channel = takenOf(typed, CHANNEL, channel);
        consent = takenOf(typed, CONSENT, consent);
        day = takenOf(typed, DAY, day);
        unit = takenOf(typed, UNIT, unit);
        procedure = takenOf(typed, PROCEDURE, procedure);
        keepPrivate = takenOf(typed, KEEP_PRIVATE, keepPrivate);
        values.putAll(typed);
    }

    private static String takenOf(Map<String, String> typed, String field, String otherwise) {
        return Objects.requireNonNullElse(typed.remove(field), otherwise);
    }

    private void show(SubmissionKind chosen) {
        kind = chosen.getKey();
        slug = chosen.getSlug();
        kindName = chosen.name(visit.getLanguage());
        consentText = chosen.consent("vi");
        publishable = chosen.isPublishable();
        asked = chosen.asked().stream().map(each -> each.field().name()).toList();
        fields = chosen.asked().stream()
                .map(each -> new Field(
                        each.field().parameter(),
                        each.field().isLong() ? "area" : "line",
                        visit.text("AskedField." + each.field())
                                + (each.needed() ? "" : " " + visit.text("inbox.ask.optional")),
                        each.field().longest()))
                .toList();
    }

    public void save() {
        once.run(reply, "save " + token, () -> {
            var chosen = inbox.kinds().stream()
                    .filter(each -> each.getKey().equals(kind))
                    .findFirst()
                    .orElseThrow();
            var typed = typed();
            var intake = intake();
            var problems = FormCheck.problems(chosen, typed, channel.equals(InboxChannel.POST.name()), visit);
            problems.forEach((field, text) -> reply.refuse(text, field));
            if (!everywhere && unit.isEmpty()) {
                reply.refuse(visit.text("inbox.error.unit"), UNIT);
                return null;
            }
            if (!isProcedure(procedure)) {
                reply.refuse(visit.text("inboxIntake.error.procedure"), PROCEDURE);
                return null;
            }
            if (!problems.isEmpty() || intake == null) {
                return null;
            }
            var sent = new NewSubmission(
                    kind, token, typed, "", procedure, !keepPrivate.isEmpty(), false, "vi", OfficeFilesPage.shown());
            var taken = reply.attempt(() -> work.takeDown(unit, sent, intake));
            if (taken == null) {
                files = slips.files(token);
                return null;
            }
            return new Once.Done(
                    InboxItemPage.PATH + "?" + InboxItemPage.NUMBER + "=" + taken.id(),
                    Note.good(visit.text("inboxIntake.done")).withCopy(visit.text("inbox.receipt.code"), taken.code()));
        });
    }

    /** Gives up what was kept; the form is empty again. */
    public void giveUp() {
        if (reply.attempts(() -> slips.drop(kind, token))) {
            reply.lead(there(), Note.info(visit.text("inboxDraft.kept.dropped")));
        }
    }

    @Override
    public void leaveOut() {
        reply.attempts(() -> slips.leaveOut(token, pressed.id()));
        files = slips.files(token);
    }

    private String there() {
        return PATH + "?" + InboxPage.KIND + "=" + slug;
    }

    /** Whether it is the code of a procedure of the portal, or nothing. */
    private boolean isProcedure(String code) {
        try {
            return code.isEmpty()
                    || PROCEDURE_CODE.matcher(code).matches()
                            && search.at("/thu-tuc/" + code).isPresent();
        } catch (UnavailableException e) {
            return true;
        }
    }

    private Map<AskedField, String> typed() {
        var typed = new EnumMap<AskedField, String>(AskedField.class);
        for (var name : asked) {
            var field = AskedField.valueOf(name);
            var value = Objects.requireNonNullElse(values.get(field.parameter()), "");
            typed.put(field, field.isLong() ? Text.clean(value).strip() : Text.line(value));
        }
        return typed;
    }

    /** How it came, as far as that was said; null if something of it is wrong, which is told then. */
    private @Nullable Intake intake() {
        var came = InboxWorkService.day(day);
        var isSound = true;
        if (came.isEmpty()) {
            reply.refuse(visit.text("row.error.day"), DAY);
            isSound = false;
        }
        if (!CHANNELS.contains(channel)) {
            reply.refuse(visit.text("inbox.intake.error.channel"), CHANNEL);
            isSound = false;
        }
        if (!CONSENTS.contains(consent)) {
            reply.refuse(visit.text("inbox.intake.error.consent"), CONSENT);
            isSound = false;
        }
        return isSound
                ? new Intake(InboxChannel.valueOf(channel), came.orElseThrow(), Intake.Consent.valueOf(consent), "")
                : null;
    }

    public boolean isChosen() {
        return !kind.isEmpty();
    }

    public List<Kind> getKinds() {
        return kinds;
    }

    public String getKindName() {
        return kindName;
    }

    /** What is read out to who calls. */
    public String getConsentText() {
        return consentText;
    }

    public List<Field> getFields() {
        return fields;
    }

    public List<InboxPage.Choice> getUnits() {
        return units;
    }

    /** Whether it may lie with no unit at first. */
    public boolean isEverywhere() {
        return everywhere;
    }

    public boolean isPublishable() {
        return publishable;
    }

    public Map<String, String> getValues() {
        return values;
    }

    /** What was kept and stands in the form again; null for nothing. */
    public InboxSlipService.@Nullable Kept getKept() {
        return kept;
    }

    /** Where what is typed is kept. */
    public String getKeeper() {
        return visit.file(InboxSlipServlet.PATH);
    }

    /** How it is called there. */
    public String getKey() {
        return InboxSlipServlet.key(kind, token);
    }

    @Override
    public String getToken() {
        return token;
    }

    @Override
    public List<OfficeFile> getFiles() {
        return files;
    }

    @Override
    public boolean isFull() {
        return files.size() >= Enclosures.MOST;
    }

    @Override
    public String getBring() {
        return visit.url(InboxSlipFileServlet.PATH + "?" + InboxPage.KIND + "=" + slug);
    }

    /** What is taken down is nobody's submission yet, of which somebody could look at a file. */
    @Override
    public String fileUrl(long file) {
        return "";
    }

    public String getBack() {
        return visit.url(InboxPage.PATH);
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String channel) {
        this.channel = Objects.requireNonNullElse(channel, "");
    }

    public String getConsent() {
        return consent;
    }

    public void setConsent(@Nullable String consent) {
        this.consent = Objects.requireNonNullElse(consent, "");
    }

    public String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = Objects.requireNonNullElse(day, "");
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = Objects.requireNonNullElse(unit, "");
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(@Nullable String procedure) {
        this.procedure = Text.line(Objects.requireNonNullElse(procedure, ""));
    }

    public String getKeepPrivate() {
        return keepPrivate;
    }

    public void setKeepPrivate(@Nullable String keepPrivate) {
        this.keepPrivate = Objects.requireNonNullElse(keepPrivate, "");
    }
}
