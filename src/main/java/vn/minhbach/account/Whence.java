package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import vn.minhbach.web.Forwarded;

/** From where a deed is done: the address of whoever sent the request at hand. */
@ApplicationScoped
public class Whence {

    @Inject
    HttpServletRequest request;

    @Inject
    Forwarded forwarded;

    @Inject
    BeanManager beans;

    /** Empty where there is no request: at start, in a job. */
    String address() {
        return isRequest() ? forwarded.client(request) : "";
    }

    boolean isRequest() {
        try {
            beans.getContext(RequestScoped.class);
            // On a thread of the portal's own there may be a request context, but no request.
            return request.getMethod() != null;
        } catch (ContextNotActiveException | IllegalStateException e) {
            return false;
        }
    }
}
