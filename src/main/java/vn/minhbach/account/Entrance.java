package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.access.Actor;
import vn.minhbach.web.Forwarded;

/**
 * Lets somebody in who has shown who they are, in whatever way: by a password, with or without a second factor, by a passkey, by another
 * server. All of them end here, so there is one place where a session begins, and none that anybody could have known before.
 */
@ApplicationScoped
class Entrance {

    /** Session attribute: the secret of the {@link OpenSignIn}. */
    static final String SECRET = "account.secret";

    private static final Logger LOG = Logger.getLogger(Entrance.class.getName());
    private static final int MINUTE = 60;

    @Inject
    OpenSignIns open;

    @Inject
    Audit audit;

    @Inject
    SecurityContext security;

    @Inject
    Forwarded forwarded;

    /**
     * Opens a session.
     *
     * @param proved whether more than a password was shown
     * @return false if the account was closed or changed a moment ago
     */
    boolean enter(SignIns.Proof proof, boolean proved, HttpServletRequest request, HttpServletResponse response) {
        var address = forwarded.client(request);
        var secret = open.begin(proof, proved, Visitor.of(address, request.getHeader("User-Agent")))
                .orElse(null);
        if (secret == null) {
            return false;
        }
        var session = fresh(request);
        var status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams()
                        .credential(new PortalSignIn.Proven(proof.name()))
                        .newAuthentication(true));
        if (status != AuthenticationStatus.SUCCESS) {
            throw new IllegalStateException("The server refused the sign-in: " + status);
        }
        session.setAttribute(SECRET, secret);
        // A little more than the table allows, so that it is the table that ends it, and says so.
        session.setMaxInactiveInterval(
                Math.toIntExact(open.idle().plus(Duration.ofMinutes(1)).toMinutes()) * MINUTE);
        request.changeSessionId();
        audit.noted(new Actor(proof.name(), Set.of()), new Audit.Deed("SIGN_IN", "", proof.name() + " · " + address));
        LOG.log(Level.INFO, "Signed in: {0} from {1}", new Object[] {proof.name(), address});
        return true;
    }

    /** A session of which nothing was there before. */
    static HttpSession fresh(HttpServletRequest request) {
        var old = request.getSession(false);
        if (old != null) {
            forget(request);
            old.invalidate();
        }
        return request.getSession(true);
    }

    /** Whoever the server still takes the request for: it would not ask who signs in now, and would forget them with the request. */
    private static void forget(HttpServletRequest request) {
        try {
            request.logout();
        } catch (ServletException e) {
            throw new IllegalStateException("The server does not let go of the one who was signed in", e);
        }
    }
}
