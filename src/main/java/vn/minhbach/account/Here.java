package vn.minhbach.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The sign-in from which the request at hand comes. */
@RequestScoped
class Here {

    @Inject
    HttpServletRequest request;

    /** By which it is known; empty if nobody has signed in. */
    String secret() {
        var session = request.getSession(false);
        return session != null && session.getAttribute(Entrance.SECRET) instanceof String secret ? secret : "";
    }
}
