package vn.minhbach.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How the cookie of a signed-in person travels: never to scripts, never with a form of another site; and where the portal is known
 * by https, over TLS only and bound to this very host ({@code __Host-}).
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var home = ConfigProvider.getConfig().getOptionalValue("portal.url", String.class);
        var secure = home.isPresent() && home.get().strip().startsWith("https://");
        var cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName(secure ? "__Host-phien" : "phien");
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
    }
}
