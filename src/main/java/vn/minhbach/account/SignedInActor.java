package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Actor;
import vn.minhbach.access.CurrentActor;

/**
 * Finds out who is acting: the portal itself where it says so, else whoever is signed in with the request. The account is looked
 * up with every request, so that a closed account or a changed role counts at once and not when the session ends.
 */
@ApplicationScoped
public class SignedInActor implements CurrentActor {

    /** Session attribute: the account's stamp when its owner signed in. */
    static final String STAMP = "account.stamp";

    private static final String KNOWN = "account.actor";

    @Inject
    UserService users;

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
        var principal = request.getUserPrincipal();
        var session = request.getSession(false);
        var actor = principal == null || session == null
                ? Actor.NOBODY
                : users.actor(principal.getName(), stamp(session.getAttribute(STAMP)))
                        .orElse(Actor.NOBODY);
        request.setAttribute(KNOWN, actor);
        return actor;
    }

    private static long stamp(@Nullable Object kept) {
        return kept instanceof Long stamp ? stamp : -1;
    }
}
