package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.shared.NotFoundException;

/** Who may sign in. */
@ApplicationScoped
@Transactional
public class UserService {

    @Inject
    UserRepository users;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Tickets tickets;

    @Inject
    SecondFactors factors;

    @Inject
    AccountMail mail;

    /** Whether nobody can sign in yet: the portal is new. */
    public boolean none() {
        return users.count() == 0;
    }

    /** Whether there is an account of this name, open or closed. */
    public boolean isKnown(String name) {
        return users.byName(name).isPresent();
    }

    /** Opens an account with a password. The name must be free. */
    @Permit(Permission.MANAGE_PEOPLE)
    public void open(@Subject String name, String fullName, String password, Set<Assignment> assignments) {
        accounts.add(new User.Details(name, fullName, ""), passwords.hash(password), assignments);
    }

    /** Closes an account; its sessions end with their next request. */
    @Permit(Permission.MANAGE_PEOPLE)
    public void close(@Subject String name) {
        accounts.close(users.byName(name).orElseThrow(() -> new NotFoundException("user", name)));
    }

    /** Whose password a link lets choose; empty if it does not hold, or no longer. */
    public Optional<User> invited(String secret) {
        return tickets.find(secret).map(Ticket::getUser);
    }

    /**
     * Chooses a password by a link. It holds once; whatever its owner had open elsewhere is ended.
     *
     * @return the account's name; empty if the link does not hold, or no longer
     * @throws vn.minhbach.shared.RuleBrokenException if the password is not one to take; the link holds on then
     */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public Optional<String> choosePassword(String secret, String password) {
        var user = invited(secret).orElse(null);
        if (user == null) {
            return Optional.empty();
        }
        passwords.check(password, user.getName(), user.getFullName());
        if (tickets.take(secret).isEmpty()) {
            return Optional.empty();
        }
        user.choosePassword(passwords.hash(password));
        tickets.end(user);
        mail.changed(user);
        return Optional.of(user.getName());
    }

    /**
     * What somebody who is signed in may do, by the table of rights as it stands now. Who must show more than a password and has not
     * may keep their own account, and nothing else.
     */
    Actor actor(OpenSignIn signIn) {
        var user = signIn.getUser();
        return new Actor(user.getName(), signIn.isProved() || !factors.mustProve(user) ? grants(user) : Set.of());
    }

    /** Whether somebody who has given the right password shows something else beside it. */
    boolean hasSecondFactor(SignIns.Proof proof) {
        return proven(proof).filter(factors::has).isPresent();
    }

    /** Whether somebody may do nothing yet but set up what the department asks for beside a password. */
    boolean mustSetUp(SignIns.Proof proof) {
        return proven(proof).filter(factors::mustProve).isPresent();
    }

    boolean hasTotp(SignIns.Proof proof) {
        return proven(proof).filter(factors::hasTotp).isPresent();
    }

    boolean hasPasskey(SignIns.Proof proof) {
        return proven(proof).filter(user -> !factors.passkeys(user).isEmpty()).isPresent();
    }

    /** Whether it is the code that somebody must show beside their password; it is used up by this. */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    boolean takeCode(SignIns.Proof proof, String typed) {
        return proven(proof).filter(user -> factors.takeCode(user, typed)).isPresent();
    }

    private Optional<User> proven(SignIns.Proof proof) {
        return users.byName(proof.name()).filter(user -> user.isActive() && user.getStamp() == proof.stamp());
    }

    private Set<Actor.Grant> grants(User user) {
        var rights = users.rights();
        var grants = new HashSet<Actor.Grant>();
        for (var assignment : user.getAssignments()) {
            for (var right : rights) {
                if (right.getRole() == assignment.getRole()) {
                    right.getReach()
                            .at(assignment.getPlace())
                            .ifPresent(place -> grants.add(new Actor.Grant(right.getPermission(), place)));
                }
            }
        }
        return grants;
    }

    /** The table of rights: which role may do what. */
    public List<RolePermission> rights() {
        return users.rights();
    }
}
