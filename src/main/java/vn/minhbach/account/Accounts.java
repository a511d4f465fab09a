package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * What all deeds with accounts are made of, and the rules that hold for each of them, whoever does it. It asks for no permission: a
 * service does, which composes its deeds of these.
 */
@ApplicationScoped
@Transactional
public class Accounts {

    /** Small letters without marks, digits, and single signs between them: nobody can take a name that looks like another's. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]++(?:[._-][a-z0-9]++)*+");

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 40;

    /** Under which the portal itself signs its deeds. */
    private static final Set<String> RESERVED = Set.of("minhbach");

    @Inject
    UserRepository users;

    @Inject
    Tickets tickets;

    @Inject
    Clock clock;

    protected Accounts() {}

    Accounts(UserRepository users, Tickets tickets, Clock clock) {
        this.users = users;
        this.tickets = tickets;
        this.clock = clock;
    }

    public List<User> all() {
        return users.all();
    }

    public Optional<User> find(long id) {
        return users.find(id);
    }

    /** The same, and nobody else has it until the transaction ends: what is counted of it meanwhile is not counted twice. */
    Optional<User> findForOne(long id) {
        return users.findForOne(id);
    }

    /** Only to look at; it is nobody's any more when this returns. */
    public Optional<User> byName(String name) {
        return users.byName(name);
    }

    /** By the name under which somebody signs in, or by where mail for them goes. */
    Optional<User> byNameOrEmail(String given) {
        return users.byNameOrEmail(given);
    }

    /** The number of the same account; 0 if there is none. One row or none is read, and nothing of who it is. */
    long numberByNameOrEmail(String given) {
        return users.numberByNameOrEmail(given);
    }

    /** Keeps a password anew, in the way of today. */
    void keepPassword(User seen, String hash) {
        users.keepPassword(seen, hash);
    }

    void noteSignIn(User user) {
        users.noteSignIn(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Takes in an account as the portal or a command gives it. */
    User add(User.Details details, String passwordHash, Set<Assignment> assignments) {
        if (RESERVED.contains(details.name())) {
            throw new RuleBrokenException("people.error.name.reserved", "name");
        }
        var user = new User(details, passwordHash, assignments, clock.instant().truncatedTo(ChronoUnit.MICROS));
        users.add(user);
        return user;
    }

    /**
     * Opens an account without a password, which its owner chooses by a link.
     *
     * @throws RuleBrokenException if the name cannot be one, or somebody has it, or the address for mail
     */
    public User open(User.Details given, Set<Assignment> assignments) {
        var details = new User.Details(Text.line(given.name()), Text.line(given.fullName()), Text.line(given.email()));
        var length = details.name().length();
        if (length < SHORTEST_NAME
                || length > LONGEST_NAME
                || !NAME.matcher(details.name()).matches()) {
            throw new RuleBrokenException("people.error.name", "name");
        }
        if (users.byName(details.name()).isPresent()) {
            throw new RuleBrokenException("people.error.name.taken", "name");
        }
        checkEmail(details.email(), null);
        return add(details, "", checked(assignments));
    }

    /**
     * Says what is known of a person from now on, and what they may do.
     *
     * @throws RuleBrokenException if nobody would be left who administrates the portal, or the address for mail is another's
     */
    public void change(User user, String fullName, String email, Set<Assignment> assignments) {
        var given = checked(assignments);
        var address = Text.line(email);
        checkEmail(address, user);
        if (user.isActive() && user.has(Role.ADMINISTRATOR) && given.stream().noneMatch(Accounts::administrates)) {
            leaveAnother(user, "people.error.last.role");
        }
        user.describe(Text.line(fullName), address);
        user.assign(given);
    }

    /** @throws RuleBrokenException if nobody would be left who administrates the portal */
    public void close(User user) {
        if (user.isActive() && user.has(Role.ADMINISTRATOR)) {
            leaveAnother(user, "people.error.last.close");
        }
        tickets.end(user);
        user.close();
    }

    public void reopen(User user) {
        user.reopen();
    }

    private void leaveAnother(User user, String why) {
        var others = users.lockAdministrators();
        if (others.stream().allMatch(id -> id.equals(user.getId()))) {
            throw new RuleBrokenException(why);
        }
    }

    private void checkEmail(String email, @Nullable User owner) {
        if (!email.isEmpty()
                && users.byNameOrEmail(email)
                        .filter(other -> owner == null || !Objects.equals(other.getId(), owner.getId()))
                        .isPresent()) {
            throw new RuleBrokenException("people.error.email.taken", "email");
        }
    }

    /** Whoever runs the portal runs all of it; and a role that is given everywhere need not be given for a place. */
    private static Set<Assignment> checked(Set<Assignment> given) {
        if (given.stream()
                .anyMatch(each ->
                        each.getRole().getPlaces() == null && !each.getPlace().isEmpty())) {
            throw new RuleBrokenException("people.error.place");
        }
        return given.stream()
                .filter(each -> each.getPlace().isEmpty() || !given.contains(new Assignment(each.getRole(), "")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean administrates(Assignment assignment) {
        return assignment.getRole() == Role.ADMINISTRATOR;
    }
}
