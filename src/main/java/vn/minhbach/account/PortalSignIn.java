package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * Tells the server who has signed in, and nothing more: the portal's own form ({@link SignInServlet}) has asked for name and
 * password before, and the doors ask who may enter. The server keeps the name in the session and knows it again with every
 * request that brings one. Strangers get no session, and no request of theirs is remembered.
 */
@ApplicationScoped
@AutoApplySession
public class PortalSignIn implements HttpAuthenticationMechanism {

    /** Proof that the form has been through; made by {@link SignInServlet} alone. */
    record Proven(String name) implements Credential {}

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var parameters = context.getAuthParameters();
        if (parameters != null && parameters.getCredential() instanceof Proven proven) {
            return context.notifyContainerAboutLogin(proven.name(), Set.of());
        }
        return context.doNothing();
    }
}
