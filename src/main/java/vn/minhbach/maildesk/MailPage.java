package vn.minhbach.maildesk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.mail.Letter;
import vn.minhbach.mail.LetterKind;
import vn.minhbach.mail.MailProblem;
import vn.minhbach.mail.MailService;
import vn.minhbach.mail.MailSettings;
import vn.minhbach.mail.Templates;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/thu-dien-tu}: whether mail is on, what depends on it, which letters wait or were given up, what they say. */
@Door(
        path = MailPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_MAIL)
@Screen(name = "mail.title", task = "desk.task.portal", order = 820)
@Named
@ViewScoped
public class MailPage implements Serializable {

    public static final String PATH = "/quan-tri/thu-dien-tu";
    static final Set<String> COLUMNS = Set.of(Letter.BY_RECIPIENT, Letter.BY_STATE, Letter.BY_DAY);

    private static final long serialVersionUID = 1L;

    @Inject
    MailService mail;

    @Inject
    MailDeskService desk;

    @Inject
    Templates templates;

    @Inject
    MailSettings settings;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<Row> list;
    private List<Kind> kinds = List.of();
    private List<HistoryLine> history = List.of();
    private long waiting;
    private long givenUp;
    private long sent;

    @NotBlank
    @Size(max = 254)
    private String email = "";

    /** A letter as the list shows it. */
    public record Row(
            long id,
            String address,
            String name,
            String subject,
            Letter.State state,
            int attempts,
            Instant createdAt,
            Instant nextAttempt,
            String problem,
            String answer,
            boolean retryable)
            implements Serializable {}

    /** A kind of letter, with who depends on it. */
    public record Kind(String name, String use, String url, boolean changed) implements Serializable {}

    /** Asks the service for a page of the list. */
    private record Letters(MailService mail, Visit visit) implements LazyList.Source<Row> {

        @Override
        public List<Long> order(ListState state) {
            return mail.numbers(state.filter(), state.sort(), state.descending());
        }

        @Override
        public List<Row> rows(List<Long> numbers) {
            return mail.letters(numbers).stream()
                    .map(letter -> new Row(
                            Objects.requireNonNull(letter.getId()),
                            letter.isCitizen() && letter.getAddress().isEmpty()
                                    ? visit.text("mail.citizen")
                                    : letter.getAddress(),
                            letter.getName(),
                            letter.getSubject().isEmpty()
                                    ? visit.text("letter." + letter.getKind() + ".name")
                                    : letter.getSubject(),
                            letter.getState(),
                            letter.getAttempts(),
                            letter.getCreatedAt(),
                            letter.getNextAttempt(),
                            letter.getProblem() == MailProblem.NONE
                                    ? ""
                                    : visit.text("MailProblem." + letter.getProblem()),
                            letter.getAnswer(),
                            letter.isRetryable()))
                    .toList();
        }

        @Override
        public Long number(Row row) {
            return row.id();
        }
    }

    public void load() {
        list = new LazyList<>(new Letters(mail, visit), ListState.of(visit, COLUMNS), visit.url(PATH));
        var counts = mail.counts();
        waiting = counts.getOrDefault(Letter.State.WAITING, 0L);
        givenUp = counts.getOrDefault(Letter.State.GIVEN_UP, 0L);
        sent = counts.getOrDefault(Letter.State.SENT, 0L);
        var changed = templates.written().stream()
                .map(template -> template.getKind() + "/" + template.getLanguage())
                .toList();
        var found = new ArrayList<Kind>();
        for (LetterKind kind : templates.kinds()) {
            for (var language : LetterPage.LANGUAGES) {
                var suffix = language.equals("vi") ? "" : " (" + visit.text("mail.language." + language) + ")";
                found.add(new Kind(
                        visit.text(kind.nameKey()) + suffix,
                        visit.text(kind.useKey()),
                        visit.url(LetterPage.address(kind.key(), language)),
                        changed.contains(kind.key() + "/" + language)));
            }
        }
        kinds = List.copyOf(found);
        history = desk.history().stream()
                .map(entry -> HistoryLine.of(entry, visit, (name, value) -> value))
                .toList();
    }

    public void retry() {
        var id = pressed.id();
        once.run(reply, "retry " + id, () -> {
            var address = reply.attempt(() -> mail.retry(id));
            return address == null ? null : new Once.Done(here(), Note.good(visit.text("mail.retried", address)));
        });
    }

    public void tryOut() {
        once.run(
                reply,
                "try " + email,
                () -> reply.attempts(() -> desk.tryOut(email))
                        ? new Once.Done(here(), Note.good(visit.text("mail.tried", email)))
                        : null);
    }

    public void undo() {
        var id = pressed.id();
        once.run(reply, "undo " + id, () -> reply.restores(here(), () -> desk.restore(id)));
    }

    private String here() {
        return PATH + getList().getState().query();
    }

    public LazyList<Row> getList() {
        return Objects.requireNonNull(list);
    }

    public List<Kind> getKinds() {
        return kinds;
    }

    public List<HistoryLine> getHistory() {
        return history;
    }

    public MailSettings.Condition getCondition() {
        return settings.getCondition();
    }

    public boolean isOn() {
        return settings.isOn();
    }

    public String getServer() {
        return settings.getHost() + ":" + settings.getPort();
    }

    public MailSettings.Guard getGuard() {
        return settings.getGuard();
    }

    public String getFrom() {
        return settings.getFrom();
    }

    public long getWaiting() {
        return waiting;
    }

    public long getGivenUp() {
        return givenUp;
    }

    public long getSent() {
        return sent;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? "" : email;
    }
}
