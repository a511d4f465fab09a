package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.stream.Collectors;

/** Lets the server ask the portal's own accounts when somebody signs in. */
@ApplicationScoped
public class PortalIdentityStore implements IdentityStore {

    @Inject
    UserService users;

    @Inject
    SignInGuard guard;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        var name = given.getCaller();
        if (guard.blocked(name)) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        var roles = users.signIn(name, given.getPasswordAsString());
        if (roles.isEmpty()) {
            guard.failed(name);
            return CredentialValidationResult.INVALID_RESULT;
        }
        guard.succeeded(name);
        return new CredentialValidationResult(
                name, roles.get().stream().map(Role::group).collect(Collectors.toSet()));
    }
}
