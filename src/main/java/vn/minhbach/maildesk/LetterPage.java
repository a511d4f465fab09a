package vn.minhbach.maildesk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.Meanwhile;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.mail.LetterKind;
import vn.minhbach.mail.LetterText;
import vn.minhbach.mail.Templates;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/thu-dien-tu/mau}: what a letter says, with its gaps, and how it looks when they are filled. */
@Door(
        path = LetterPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {LetterPage.KIND, LetterPage.LANGUAGE},
        permission = Permission.KEEP_MAIL)
@Named
@ViewScoped
public class LetterPage implements Serializable {

    static final String PATH = MailPage.PATH + "/mau";
    static final String KIND = "ma";
    static final String LANGUAGE = "ngon-ngu";
    static final List<String> LANGUAGES = List.of("vi", "en");

    private static final long serialVersionUID = 1L;

    @Inject
    MailDeskService desk;

    @Inject
    Templates templates;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private String key = "";
    private String language = "vi";
    private long version;
    private boolean changed;
    private String name = "";
    private String use = "";
    private List<Gap> gaps = List.of();
    private List<HistoryLine> history = List.of();
    private @Nullable Meanwhile meanwhile;
    private @Nullable LetterText preview;
    private boolean looked;

    @NotBlank
    @Size(max = LetterText.LONGEST_SUBJECT)
    private String subject = "";

    @NotBlank
    @Size(max = LetterText.LONGEST_TEXT + 1_000)
    private String text = "";

    /** A gap as it is written and what stands there in a letter. */
    public record Gap(String written, String meaning, String example, boolean needed) implements Serializable {}

    static String address(String key, String language) {
        return PATH + "?" + KIND + "=" + key + (language.equals("vi") ? "" : "&" + LANGUAGE + "=" + language);
    }

    public void load() {
        var given = visit.parameter(KIND);
        if (given.isEmpty()) {
            return;
        }
        var kind = desk.kind(given);
        var wanted = visit.parameter(LANGUAGE);
        if (!wanted.isEmpty() && !LANGUAGES.contains(wanted)) {
            throw new NotFoundException("letter", given + " " + wanted);
        }
        key = given;
        language = wanted.isEmpty() ? "vi" : wanted;
        name = visit.text(kind.nameKey());
        use = visit.text(kind.useKey());
        gaps = kind.names().stream()
                .map(each -> new Gap(
                        "[[" + each + "]]",
                        visit.text("letter.gap." + each),
                        visit.text("letter.gap." + each + ".example"),
                        kind.gaps().stream().anyMatch(gap -> gap.name().equals(each) && gap.needed())))
                .toList();
        var now = show(kind);
        subject = now.subject();
        text = now.text();
        preview = now.filled(examples(kind));
    }

    /** Takes over what the letter says by now, but for what is typed. */
    private LetterText show(LetterKind kind) {
        var written = templates.written(kind, language).orElse(null);
        version = written == null ? 0 : written.getVersion();
        changed = written != null;
        history = desk.history(key, language).stream()
                .map(entry -> HistoryLine.of(entry, visit, (field, value) -> value))
                .toList();
        return templates.text(kind, language);
    }

    private HashMap<String, String> examples(LetterKind kind) {
        var examples = new HashMap<String, String>();
        kind.names().forEach(each -> examples.put(each, visit.text("letter.gap." + each + ".example")));
        return examples;
    }

    /** Shows how the letter will look, with examples in its gaps. */
    public void look() {
        var kind = desk.kind(key);
        var typed = typed();
        if (reply.attempts(() -> typed.check(kind))) {
            preview = typed.filled(examples(kind));
            looked = true;
        }
    }

    /** Whether the preview shows what is being written instead of what is kept. */
    public boolean isLooked() {
        return looked;
    }

    public void save() {
        once.run(reply, "save", () -> {
            try {
                return reply.attempts(() -> desk.write(key, language, typed(), version))
                        ? new Once.Done(MailPage.PATH, Note.good(visit.text("mail.saved", name)))
                        : null;
            } catch (ChangedMeanwhileException e) {
                showMeanwhile();
                return null;
            }
        });
    }

    private void showMeanwhile() {
        var theirs = show(desk.kind(key));
        meanwhile = Meanwhile.changed(history.isEmpty() ? null : history.getFirst())
                .field(visit.text("mail.subject"), theirs.subject(), typed().subject())
                .field(visit.text("mail.text"), theirs.text(), typed().text());
        reply.refuse(visit.text("desk.meanwhile.error"), "");
    }

    /** Has the letter say what came with the portal. */
    public void forget() {
        once.run(
                reply,
                "forget",
                () -> reply.removes(MailPage.PATH, "mail.forgotten", () -> desk.forget(key, language)));
    }

    private LetterText typed() {
        return LetterText.of(subject, text);
    }

    public boolean isChosen() {
        return !key.isEmpty();
    }

    /** Whether an editor has written other words than those that come with the portal. */
    public boolean isChanged() {
        return changed;
    }

    public String getName() {
        return name;
    }

    public String getUse() {
        return use;
    }

    public String getLanguage() {
        return language;
    }

    public List<Gap> getGaps() {
        return gaps;
    }

    public @Nullable LetterText getPreview() {
        return preview;
    }

    public List<HistoryLine> getHistory() {
        return history;
    }

    public @Nullable Meanwhile getMeanwhile() {
        return meanwhile;
    }

    public String getBack() {
        return visit.url(MailPage.PATH);
    }

    /** The form as it is kept by now, for whoever would rather begin from there. */
    public String getAgain() {
        return visit.url(visit.getPath());
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject == null ? "" : subject;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }
}
