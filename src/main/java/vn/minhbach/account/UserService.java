package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

    /** OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-512. */
    private static final Map<String, String> HASHING = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    @Inject
    UserRepository users;

    @Inject
    Pbkdf2PasswordHash hashing;

    @Inject
    Clock clock;

    /** Whether nobody can sign in yet: the portal is new. */
    public boolean none() {
        return users.count() == 0;
    }

    /** Whether there is an account of this name, open or closed. */
    public boolean isKnown(String name) {
        return users.byName(name).isPresent();
    }

    /** Opens an account. The name must be free. */
    @Permit(Permission.MANAGE_PEOPLE)
    public void open(@Subject String name, String fullName, String password, Set<Assignment> assignments) {
        hashing.initialize(HASHING);
        users.add(new User(name, fullName, hashing.generate(password.toCharArray()), assignments, clock.instant()));
    }

    /** Closes an account; its sessions end with their next request. */
    @Permit(Permission.MANAGE_PEOPLE)
    public void close(@Subject String name) {
        users.byName(name)
                .orElseThrow(() -> new NotFoundException("user", name))
                .close();
    }

    /**
     * The stamp of the account whose owner gave the right password; empty if name or password is wrong or the account is
     * closed. An unknown name costs as much time as a wrong password, so that names cannot be found out.
     */
    public OptionalLong signIn(String name, String password) {
        hashing.initialize(HASHING);
        var user = users.byName(name).filter(User::isActive).orElse(null);
        if (user == null) {
            hashing.generate(password.toCharArray());
            return OptionalLong.empty();
        }
        return hashing.verify(password.toCharArray(), user.getPasswordHash())
                ? OptionalLong.of(user.getStamp())
                : OptionalLong.empty();
    }

    /**
     * Who signed in under this name, with what they may do by the table of rights as it stands now.
     *
     * @param stamp the account's stamp at sign-in
     * @return empty if the account was closed meanwhile, or everything open was ended
     */
    public Optional<Actor> actor(String name, long stamp) {
        return users.byName(name)
                .filter(user -> user.isActive() && user.getStamp() == stamp)
                .map(user -> new Actor(user.getName(), grants(user)));
    }

    private Set<Actor.Grant> grants(User user) {
        var rights = users.rights();
        var grants = new HashSet<Actor.Grant>();
        for (var assignment : user.getAssignments()) {
            for (var right : rights) {
                if (right.getRole() == assignment.getRole()) {
                    var everywhere = right.getReach() == RolePermission.Reach.ALL;
                    grants.add(new Actor.Grant(right.getPermission(), everywhere ? "" : assignment.getPlace()));
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
