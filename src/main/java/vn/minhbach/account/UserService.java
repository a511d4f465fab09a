package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Opens an account. The name must be free. */
    public void open(String name, String fullName, String password, Set<Role> roles) {
        hashing.initialize(HASHING);
        users.add(new User(name, fullName, hashing.generate(password.toCharArray()), roles, clock.instant()));
    }

    /**
     * The roles of a member of staff who gave the right password; empty if name or password is wrong or the account is
     * closed. An unknown name costs as much time as a wrong password, so that names cannot be found out.
     */
    public Optional<Set<Role>> signIn(String name, String password) {
        hashing.initialize(HASHING);
        var user = users.byName(name).filter(User::isActive);
        if (user.isEmpty()) {
            hashing.generate(password.toCharArray());
            return Optional.empty();
        }
        return user.filter(known -> hashing.verify(password.toCharArray(), known.getPasswordHash()))
                .map(known -> EnumSet.copyOf(known.getRoles()));
    }
}
