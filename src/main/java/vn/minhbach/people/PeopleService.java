package vn.minhbach.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.account.AccountMail;
import vn.minhbach.account.Accounts;
import vn.minhbach.account.Assignment;
import vn.minhbach.account.SecondFactors;
import vn.minhbach.account.Ticket;
import vn.minhbach.account.Tickets;
import vn.minhbach.account.User;
import vn.minhbach.desk.History;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.ListState;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/** What administrators do with the people of the back office. One method is one use case and one transaction. */
@ApplicationScoped
@Transactional
public class PeopleService {

    /** How the history calls them. */
    static final String KIND = "person";

    static final String BY_NAME = "name";
    static final String BY_FULL_NAME = "fullName";
    static final String BY_SIGN_IN = "signedInAt";

    @Inject
    Accounts accounts;

    @Inject
    Tickets tickets;

    @Inject
    AccountMail mail;

    @Inject
    SecondFactors factors;

    @Inject
    History history;

    @Inject
    CurrentActor actors;

    /**
     * A colleague was taken in.
     *
     * @param secret of the link by which they choose their password; empty if it goes to them by mail, and nobody else is told
     */
    public record Invited(User user, String secret) {}

    /** The numbers of the people who have the filter in their name, full name or address for mail, in order. */
    public List<Long> numbers(ListState state) {
        var sought = Text.fold(Text.line(state.filter()));
        return accounts.all().stream()
                .filter(user -> sought(user).contains(sought))
                .sorted(order(state))
                .map(user -> Objects.requireNonNull(user.getId()))
                .toList();
    }

    private static String sought(User user) {
        return Text.fold(user.getName() + " " + user.getFullName() + " " + user.getEmail());
    }

    private static Comparator<User> order(ListState state) {
        Comparator<User> byFullName = Comparator.comparing(User::getFullName, Collator.getInstance(Locale.of("vi")));
        Comparator<User> chosen = switch (state.sort()) {
            case BY_NAME -> Comparator.comparing(User::getName);
            case BY_SIGN_IN ->
                Comparator.comparing(User::getSignedInAt, Comparator.nullsFirst(Comparator.naturalOrder()));
            default -> byFullName;
        };
        return (state.descending() ? chosen.reversed() : chosen).thenComparing(User::getName);
    }

    /** The people with these numbers, in any order. */
    public List<User> people(List<Long> numbers) {
        var wanted = Set.copyOf(numbers);
        return accounts.all().stream()
                .filter(user -> wanted.contains(user.getId()))
                .toList();
    }

    public Optional<User> person(long id) {
        return accounts.find(id);
    }

    /**
     * Takes in a colleague, who may choose a password by a link.
     *
     * @throws RuleBrokenException if the name cannot be one, or somebody has it, or the address for mail
     */
    @Permit(Permission.MANAGE_PEOPLE)
    public Invited add(@Subject String name, String fullName, String email, Set<Assignment> roles) {
        var user = accounts.open(new User.Details(name, fullName, email), roles);
        history.added(row(user), state(user));
        return invited(user);
    }

    /**
     * Says what is known of somebody from now on, and what they may do; it counts with their next request.
     *
     * @param version that one has seen
     * @throws ChangedMeanwhileException if it is another by now
     * @throws RuleBrokenException if nobody would be left who administrates the portal, or these are one's own roles
     */
    @Permit(Permission.MANAGE_PEOPLE)
    public void change(@Subject long id, long version, String fullName, String email, Set<Assignment> roles) {
        var user = seen(id, version);
        if (isMe(user) && !roles.equals(user.getAssignments())) {
            throw new RuleBrokenException("people.error.own.roles");
        }
        var before = state(user);
        accounts.change(user, fullName, email, roles);
        history.changed(row(user), before, state(user));
    }

    /**
     * Closes an account. Its owner is out with their next request, and its links hold no longer; all that they did stays theirs.
     *
     * @throws RuleBrokenException if it is one's own, or nobody would be left who administrates the portal
     */
    @Permit(Permission.MANAGE_PEOPLE)
    public User close(@Subject long id) {
        var user = known(id);
        if (isMe(user)) {
            throw new RuleBrokenException("people.error.own.close");
        }
        if (user.isActive()) {
            var before = state(user);
            accounts.close(user);
            history.changed(row(user), before, state(user));
        }
        return user;
    }

    /** Opens a closed account again, with the password and the roles that it had. */
    @Permit(Permission.MANAGE_PEOPLE)
    public User reopen(@Subject long id) {
        var user = known(id);
        if (!user.isActive()) {
            var before = state(user);
            accounts.reopen(user);
            history.changed(row(user), before, state(user));
        }
        return user;
    }

    /**
     * Lets somebody choose a password by a new link; earlier links hold no longer, the password of now holds until then.
     *
     * @throws RuleBrokenException if the account is closed
     */
    @Permit(Permission.MANAGE_PEOPLE)
    public Invited invite(@Subject long id) {
        var user = known(id);
        if (!user.isActive()) {
            throw new RuleBrokenException("people.error.closed");
        }
        return invited(user);
    }

    private Invited invited(User user) {
        var secret = tickets.issue(user, Ticket.Purpose.INVITATION);
        return new Invited(user, mail.invitation(user, secret) ? "" : secret);
    }

    /** Lets somebody in with the password alone who has lost telephone, passkeys and written codes. */
    @Permit(Permission.MANAGE_PEOPLE)
    public User dropSecondFactors(@Subject long id) {
        var user = known(id);
        if (isMe(user)) {
            throw new RuleBrokenException("people.error.own.factors");
        }
        factors.removeAll(user);
        return user;
    }

    /** What was done to somebody's account, the newest first. */
    public List<HistoryEntry> historyOf(long id) {
        return history.of(KIND, Long.toString(id));
    }

    private User seen(long id, long version) {
        return accounts.find(id)
                .filter(user -> user.getVersion() == version)
                .orElseThrow(() -> new ChangedMeanwhileException(KIND, Long.toString(id)));
    }

    private User known(long id) {
        return accounts.find(id).orElseThrow(() -> new NotFoundException(KIND, Long.toString(id)));
    }

    /** Nobody decides alone about what they may do themselves. */
    private boolean isMe(User user) {
        return user.getName().equals(actors.get().name());
    }

    private static History.Row row(User user) {
        return new History.Row(KIND, String.valueOf(user.getId()), user.getFullName() + " (" + user.getName() + ")");
    }

    private static Map<String, String> state(User user) {
        var state = new LinkedHashMap<String, String>();
        state.put("name", user.getName());
        state.put("fullName", user.getFullName());
        state.put("email", user.getEmail());
        state.put(
                "roles",
                user.getAssignments().stream()
                        .map(each -> each.getRole() + "@" + each.getPlace())
                        .sorted()
                        .collect(Collectors.joining("\n")));
        state.put("active", Boolean.toString(user.isActive()));
        return state;
    }
}
