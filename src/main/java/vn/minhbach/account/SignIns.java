package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Optional;

/** Asks for a password. No transaction is open meanwhile: a hash takes its time on purpose. */
@ApplicationScoped
class SignIns {

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    protected SignIns() {}

    SignIns(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /**
     * Somebody has shown that an account is theirs.
     *
     * @param stamp of the account at that moment
     */
    record Proof(String name, long stamp) implements Serializable {}

    /**
     * Whose owner gave the right password; empty if name or password is wrong or the account is closed. An unknown name costs as much
     * time as a wrong password, so that names cannot be found out.
     */
    Optional<Proof> prove(String name, String password) {
        var user = accounts.byName(name).filter(User::isActive);
        if (!passwords.matches(password, user.map(User::getPasswordHash)) || user.isEmpty()) {
            return Optional.empty();
        }
        var known = user.get();
        if (passwords.isOutdated(known.getPasswordHash())) {
            accounts.keepPassword(known, passwords.hash(password));
        }
        return Optional.of(new Proof(known.getName(), known.getStamp()));
    }
}
