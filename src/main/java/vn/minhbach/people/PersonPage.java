package vn.minhbach.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.account.SetPasswordServlet;
import vn.minhbach.account.User;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Meanwhile;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/nguoi-dung/soan}: a person, new or known, what they may do, and what was done to their account before. */
@Door(
        path = PersonPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {PersonPage.PERSON, ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.MANAGE_PEOPLE)
@Named
@ViewScoped
public class PersonPage implements Serializable {

    static final String PATH = PeoplePage.PATH + "/soan";

    /** The number of the person; a new one has none. */
    static final String PERSON = "ma";

    private static final long serialVersionUID = 1L;

    @Inject
    PeopleService people;

    @Inject
    RoleNames names;

    @Inject
    CurrentActor actors;

    @Inject
    PortalUrl portal;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private PersonForm form = new PersonForm();
    private @Nullable Long id;
    private long version;
    private PersonLine.State state = PersonLine.State.OPEN;
    private boolean mine;
    private String back = "";
    private List<HistoryLine> history = List.of();
    private @Nullable Meanwhile meanwhile;

    public void load() {
        back = PeoplePage.PATH + ListState.of(visit, PeoplePage.COLUMNS).query();
        form = new PersonForm(names);
        var given = visit.parameter(PERSON);
        if (given.isEmpty()) {
            return;
        }
        var user = (given.matches("\\d{1,18}") ? people.person(Long.parseLong(given)) : Optional.<User>empty())
                .orElseThrow(() -> new NotFoundException(PeopleService.KIND, given));
        form.of(user);
        show(user);
    }

    /** Takes over what the account is by now, but for what is typed. */
    private void show(User user) {
        id = user.getId();
        version = user.getVersion();
        state = PersonLine.State.of(user);
        mine = user.getName().equals(actors.get().name());
        history = names.lines(people.historyOf(number()), visit);
    }

    private long number() {
        return id == null ? 0 : id;
    }

    public void save() {
        once.run(reply, "save", () -> {
            if (id == null) {
                var invited = reply.attempt(
                        () -> people.add(form.getName(), form.getFullName(), form.getEmail(), form.assignments()));
                return invited == null ? null : told("people.added", invited);
            }
            try {
                return reply.attempts(() -> people.change(
                                number(), version, form.getFullName(), form.getEmail(), form.assignments()))
                        ? new Once.Done(back, Note.good(visit.text("people.saved", form.getFullName())))
                        : null;
            } catch (ChangedMeanwhileException e) {
                showMeanwhile();
                return null;
            }
        });
    }

    /** Leads to the person, and shows the link there, this once. */
    private Once.Done told(String key, PeopleService.Invited invited) {
        var user = invited.user();
        if (invited.secret().isEmpty()) {
            return new Once.Done(
                    PATH + "?" + PERSON + "=" + user.getId(),
                    Note.good(visit.text("people.mailed", user.getFullName(), user.getName(), user.getEmail())));
        }
        var link = portal.absolute(visit.url(SetPasswordServlet.link(invited.secret())));
        var note = Note.good(visit.text(key, user.getFullName(), user.getName()))
                .withCopy(visit.text("people.link.label"), link);
        return new Once.Done(PATH + "?" + PERSON + "=" + user.getId(), note);
    }

    /** Tells what somebody else did since the form was opened. What is typed stays; saving once more is meant. */
    private void showMeanwhile() {
        var user = people.person(number())
                .orElseThrow(() -> new NotFoundException(PeopleService.KIND, Long.toString(number())));
        var theirs = new PersonForm(names).of(user);
        show(user);
        meanwhile = Meanwhile.changed(history.isEmpty() ? null : history.getFirst())
                .field(visit.text("people.fullName.label"), theirs.getFullName(), form.getFullName())
                .field(visit.text("people.email.label"), theirs.getEmail(), form.getEmail())
                .field(
                        visit.text("people.roles.title"),
                        names.words(theirs.assignments(), visit),
                        names.words(form.assignments(), visit));
        reply.refuse(visit.text("desk.meanwhile.error"), "");
    }

    public void close() {
        once.run(reply, "close " + version, () -> {
            var user = reply.attempt(() -> people.close(number()));
            return user == null ? null : here(Note.good(visit.text("people.closed", user.getFullName())));
        });
    }

    public void reopen() {
        once.run(reply, "reopen " + version, () -> {
            var user = reply.attempt(() -> people.reopen(number()));
            return user == null ? null : here(Note.good(visit.text("people.reopened", user.getFullName())));
        });
    }

    public void invite() {
        once.run(reply, "invite", () -> {
            var invited = reply.attempt(() -> people.invite(number()));
            return invited == null ? null : told("people.invited", invited);
        });
    }

    public void dropSecondFactors() {
        once.run(reply, "factors", () -> {
            var user = reply.attempt(() -> people.dropSecondFactors(number()));
            return user == null ? null : here(Note.good(visit.text("people.factors.dropped", user.getFullName())));
        });
    }

    private Once.Done here(Note note) {
        return new Once.Done(visit.getPath(), note);
    }

    public PersonForm getForm() {
        return form;
    }

    public boolean isNew() {
        return id == null;
    }

    /** Whether it is the account of whoever looks at it. */
    public boolean isMine() {
        return mine;
    }

    public PersonLine.State getState() {
        return state;
    }

    /** The list as it was left. */
    public String getBack() {
        return visit.url(back);
    }

    /** The form as it is kept by now, for whoever would rather begin from there. */
    public String getAgain() {
        return visit.url(visit.getPath());
    }

    public List<HistoryLine> getHistory() {
        return history;
    }

    public @Nullable Meanwhile getMeanwhile() {
        return meanwhile;
    }
}
