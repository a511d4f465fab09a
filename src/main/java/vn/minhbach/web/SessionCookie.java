package vn.minhbach.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * How the cookie of a signed-in person travels: never to scripts, never with a form of another site; and where the portal is known
 * by https, over TLS only and bound to this very host ({@code __Host-}).
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Inject
    PortalUrl home;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var secure = home.origin().startsWith("https://");
        var cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName(secure ? "__Host-phien" : "phien");
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
    }
}
