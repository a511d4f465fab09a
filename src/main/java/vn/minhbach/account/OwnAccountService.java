package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.RefusedException;
import vn.minhbach.access.Subject;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * What people do with their own account. No method is told whose: it is always the account of whoever has signed in, so nobody can name
 * another's.
 */
@ApplicationScoped
@Transactional
public class OwnAccountService {

    /** Where somebody sits who has the session already; they are counted apart from those at the sign-in form. */
    private static final String INSIDE = "inside";

    private static final int LONGEST_KEY_NAME = 60;

    @Inject
    UserRepository users;

    @Inject
    Passwords passwords;

    @Inject
    Tickets tickets;

    @Inject
    OpenSignIns open;

    @Inject
    SecondFactors factors;

    @Inject
    AccountMail mail;

    @Inject
    SignInGuard guard;

    @Inject
    CurrentActor actors;

    @Inject
    Here here;

    /** The account. */
    public User mine() {
        return users.byName(actors.get().name()).orElseThrow(() -> new RefusedException(Permission.OWN_ACCOUNT));
    }

    /**
     * Chooses another password. All other sign-ins end, and links that were sent hold no longer.
     *
     * @throws RuleBrokenException if the password of now is not the one that was given, or the new one is not one to take
     */
    @Permit(Permission.OWN_ACCOUNT)
    public void changePassword(String old, String password) {
        var user = mine();
        prove(user, old);
        passwords.check(password, user.getName(), user.getFullName());
        if (old.equals(password)) {
            throw new RuleBrokenException("account.error.same", "password");
        }
        user.choosePassword(passwords.hash(password));
        tickets.end(user);
        mail.changed(user);
        goOnAlone(user);
    }

    /** Who sits at a desk that somebody left open does not know the password. */
    private void prove(User user, String password) {
        var place = INSIDE + user.getName();
        if (!guard.admits(user.getName(), place)) {
            throw new RuleBrokenException("account.error.slow", "old");
        }
        if (!guard.tried(
                user.getName(), place, () -> passwords.matches(password, Optional.of(user.getPasswordHash())))) {
            throw new RuleBrokenException("account.error.old", "old");
        }
        guard.succeeded(user.getName(), place);
    }

    private void goOnAlone(User user) {
        open.endOthers(user, here.secret());
        open.goOn(user, here.secret());
    }

    // --- What one shows beside the password
    // --------------------------------------------------------------------------------

    /**
     * What somebody has set up.
     *
     * @param totp whether an app shows codes
     * @param recovery how many written codes are left
     * @param demanded whether the department asks for one
     * @param missing whether that is all that keeps them from their work
     */
    public record Second(boolean totp, List<Passkey> passkeys, long recovery, boolean demanded, boolean missing) {}

    public Second second() {
        var user = mine();
        var demanded = factors.mustProve(user);
        return new Second(
                factors.hasTotp(user),
                factors.passkeys(user),
                factors.countRecoveryCodes(user),
                demanded,
                demanded && !isProved());
    }

    private boolean isProved() {
        return open.find(here.secret()).filter(OpenSignIn::isProved).isPresent();
    }

    /** A secret to share with a telephone; it is not shared yet. */
    public String newTotpSecret() {
        return Totp.secret();
    }

    /** How the telephone is told the secret. */
    public String totpAddress(String secret, String issuer) {
        return Totp.address(secret, issuer, actors.get().name());
    }

    /**
     * Asks for a code of the telephone's app from now on whenever one signs in.
     *
     * @return codes to write down, if there were none
     * @throws RuleBrokenException if password or code is wrong
     */
    @Permit(Permission.OWN_ACCOUNT)
    public List<String> turnOnTotp(String password, String secret, String code) {
        var user = mine();
        prove(user, password);
        if (!factors.shareTotp(user, secret, code)) {
            throw new RuleBrokenException("account.error.code", "code");
        }
        return proved(user);
    }

    /** @throws RuleBrokenException if the password is wrong, or the department asks for a second factor and there is no other */
    @Permit(Permission.OWN_ACCOUNT)
    public void turnOffTotp(String password) {
        var user = mine();
        prove(user, password);
        if (factors.mustProve(user) && factors.passkeys(user).isEmpty()) {
            throw new RuleBrokenException("account.error.demanded");
        }
        factors.removeTotp(user);
        forgetCodesOfNothing(user);
    }

    /**
     * Lets a device, or a keeper of passwords, show for one who one is.
     *
     * @param challenge what the device was asked
     * @param answer what it made of it
     * @return codes to write down, if there were none
     * @throws RuleBrokenException if the password is wrong, or the answer cannot be believed
     */
    @Permit(Permission.OWN_ACCOUNT)
    public List<String> addPasskey(String password, String challenge, String answer, String name) {
        var user = mine();
        prove(user, password);
        var called = Text.line(Text.cut(name, LONGEST_KEY_NAME));
        if (called.isEmpty()) {
            throw new RuleBrokenException("account.error.keyName", "keyName");
        }
        if (!factors.addPasskey(user, challenge, answer, called)) {
            throw new RuleBrokenException("account.error.passkey");
        }
        return proved(user);
    }

    /** Forgets one of one's own passkeys; false if it is gone, or is another's. */
    @Permit(Permission.OWN_ACCOUNT)
    public boolean removePasskey(@Subject long id) {
        var user = mine();
        var left = factors.passkeys(user).stream()
                .filter(each -> each.getId() != id)
                .toList();
        if (factors.mustProve(user) && left.isEmpty() && !factors.hasTotp(user)) {
            throw new RuleBrokenException("account.error.demanded");
        }
        var removed = factors.removePasskey(user, id);
        forgetCodesOfNothing(user);
        return removed;
    }

    /** Other codes to write down; the earlier ones are of no use any more. */
    @Permit(Permission.OWN_ACCOUNT)
    public List<String> newRecoveryCodes(String password) {
        var user = mine();
        prove(user, password);
        if (!factors.has(user)) {
            throw new RuleBrokenException("account.error.nothing");
        }
        return factors.newRecoveryCodes(user);
    }

    /** From here it is shown by now; what is open elsewhere has not been shown, and ends. */
    private List<String> proved(User user) {
        open.endOthers(user, here.secret());
        open.prove(user, here.secret());
        return factors.countRecoveryCodes(user) == 0 ? factors.newRecoveryCodes(user) : List.of();
    }

    private void forgetCodesOfNothing(User user) {
        if (!factors.has(user)) {
            factors.removeAll(user);
        }
    }

    // --- Where one is signed in
    // --------------------------------------------------------------------------------------------

    /** Where one is signed in, the one seen last first. */
    public List<OpenSignIn> signIns() {
        return open.of(actors.get().name());
    }

    /** Whether a sign-in is the one from which this is asked. */
    public boolean isHere(OpenSignIn signIn) {
        return signIn.getDigest().equals(OpenSignIns.digest(here.secret()));
    }

    /** Ends one of one's own sign-ins; false if it had ended, or is another's. */
    @Permit(Permission.OWN_ACCOUNT)
    public boolean end(@Subject long id) {
        return open.end(id, mine());
    }

    /** Ends all of one's own sign-ins but this one. */
    @Permit(Permission.OWN_ACCOUNT)
    public int endOthers() {
        return open.endOthers(mine(), here.secret());
    }
}
