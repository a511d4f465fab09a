package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;

/** Whose account it is of whom the department's server speaks. No account is opened by that: administrators take people in. */
@ApplicationScoped
@Transactional
public class OidcAccounts {

    /** How the audit calls it that somebody's roles were changed by their groups. */
    static final String DEED = "OIDC_ROLES";

    @Inject
    Accounts accounts;

    @Inject
    OidcSettings settings;

    @Inject
    Audit audit;

    protected OidcAccounts() {}

    OidcAccounts(Accounts accounts, OidcSettings settings, Audit audit) {
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
    }

    /** Their open account, if they have one. */
    Optional<SignIns.Proof> proof(OidcPerson person) {
        return account(person).map(user -> new SignIns.Proof(user.getName(), user.getStamp()));
    }

    /**
     * Gives somebody the roles of their groups, everywhere, where the settings say which those are. Roles for single places stay.
     *
     * @throws vn.minhbach.shared.RuleBrokenException if nobody would be left who administrates the portal
     */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    void follow(OidcPerson person) {
        if (settings.getRoles().isEmpty()) {
            return;
        }
        account(person).ifPresent(user -> {
            var given = given(user, person);
            if (!given.equals(user.getAssignments())) {
                accounts.change(user, user.getFullName(), user.getEmail(), given);
                audit.done(
                        Actor.PORTAL, new Audit.Deed(DEED, "", user.getName() + " · " + words(user.getAssignments())));
            }
        });
    }

    private Set<Assignment> given(User user, OidcPerson person) {
        var forPlaces =
                user.getAssignments().stream().filter(each -> !each.getPlace().isEmpty());
        var everywhere = settings.getRoles().entrySet().stream()
                .filter(each -> person.groups().contains(each.getKey()))
                .map(each -> new Assignment(each.getValue(), ""));
        return Stream.concat(forPlaces, everywhere).collect(Collectors.toUnmodifiableSet());
    }

    /** By the name alone, or by the address for mail alone: nobody may choose a name there that is another's address here. */
    private Optional<User> account(OidcPerson person) {
        return (settings.getClaim().equals("email")
                        ? accounts.byNameOrEmail(person.name())
                                .filter(user -> user.getEmail().equalsIgnoreCase(person.name()))
                        : accounts.byName(person.name()))
                .filter(User::isActive);
    }

    private static String words(Collection<Assignment> given) {
        return given.stream()
                .map(each -> each.getPlace().isEmpty() ? each.getRole().name() : each.getRole() + "@" + each.getPlace())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
