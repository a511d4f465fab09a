package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Actor;
import vn.minhbach.access.CurrentActor;

/**
 * Finds out who is acting: the portal itself where it says so, else whoever is signed in with the request. The sign-in and its account
 * are looked up with every request, so that a closed account, a changed role or a sign-in ended from elsewhere counts at once and not
 * when the server's session ends.
 */
@ApplicationScoped
public class SignedInActor implements CurrentActor {

    private static final String KNOWN = "account.actor";

    @Inject
    UserService users;

    @Inject
    OpenSignIns open;

    @Inject
    HttpServletRequest request;

    @Inject
    Whence whence;

    @Override
    public Actor get() {
        var acting = Acting.now();
        if (acting != null) {
            return acting;
        }
        return whence.isRequest() ? of(request) : Actor.NOBODY;
    }

    private Actor of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Actor known) {
            return known;
        }
        var actor = lookedUp(request);
        request.setAttribute(KNOWN, actor);
        return actor;
    }

    private Actor lookedUp(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        var session = request.getSession(false);
        if (principal == null || session == null || !(session.getAttribute(Entrance.SECRET) instanceof String secret)) {
            return Actor.NOBODY;
        }
        var signIn = open.find(secret).orElse(null);
        if (signIn == null || !signIn.getUser().getName().equals(principal.getName())) {
            return Actor.NOBODY;
        }
        open.see(signIn);
        return users.actor(signIn);
    }
}
