package vn.minhbach.account;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/**
 * Lets readers in without asking who they are.
 *
 * <p>The server asks the portal's sign-in (Jakarta Security) about every request, also for pages that are open to all. Asking
 * costs as much as the rest of a cached page. Whoever asks for something open and brings no session can only be nobody,
 * so they are let through here; all others, and everything that {@code web.xml} protects, go on to the sign-in as before. It is
 * done by the means that Jakarta Authentication has for it: a provider in front of the one that Jakarta Security registered.
 */
@WebListener
public class AnonymousRequests implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(AnonymousRequests.class.getName());

    private static final String LAYER = "HttpServlet";

    /** Set by the server for what a security constraint covers (Jakarta Authentication 3.1, 3.8.1.1). */
    private static final String PROTECTED = "jakarta.security.auth.message.MessagePolicy.isMandatory";

    private @Nullable String registration;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var context = event.getServletContext();
        var application = context.getVirtualServerName() + " " + context.getContextPath();
        var factory = AuthConfigFactory.getFactory();
        var signIn = factory == null ? null : factory.getConfigProvider(LAYER, application, null);
        if (signIn == null) {
            LOG.warning("No sign-in is registered with the server: every request will be asked who it is");
            return;
        }
        registration = factory.registerConfigProvider(new Provider(signIn), LAYER, application, "Minh Bạch");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (registration != null) {
            LOG.log(
                    Level.FINE,
                    "Registration taken back: {0}",
                    AuthConfigFactory.getFactory().removeRegistration(registration));
        }
    }

    private record Provider(AuthConfigProvider signIn) implements AuthConfigProvider {

        @Override
        public ClientAuthConfig getClientAuthConfig(String layer, String application, CallbackHandler handler)
                throws AuthException {
            return signIn.getClientAuthConfig(layer, application, handler);
        }

        @Override
        public ServerAuthConfig getServerAuthConfig(String layer, String application, CallbackHandler handler)
                throws AuthException {
            return new Config(signIn.getServerAuthConfig(layer, application, handler));
        }

        @Override
        public void refresh() {
            signIn.refresh();
        }
    }

    private record Config(ServerAuthConfig signIn) implements ServerAuthConfig {

        @Override
        @SuppressWarnings("rawtypes")
        public ServerAuthContext getAuthContext(String id, Subject service, Map properties) throws AuthException {
            return new Context(signIn.getAuthContext(id, service, properties));
        }

        @Override
        public String getMessageLayer() {
            return signIn.getMessageLayer();
        }

        @Override
        public String getAppContext() {
            return signIn.getAppContext();
        }

        @Override
        public String getAuthContextID(MessageInfo message) {
            return signIn.getAuthContextID(message);
        }

        @Override
        public void refresh() {
            signIn.refresh();
        }

        @Override
        public boolean isProtected() {
            return signIn.isProtected();
        }
    }

    private record Context(ServerAuthContext signIn) implements ServerAuthContext {

        @Override
        public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service) throws AuthException {
            return isNobody(message) ? AuthStatus.SUCCESS : signIn.validateRequest(message, client, service);
        }

        @Override
        public AuthStatus secureResponse(MessageInfo message, Subject service) throws AuthException {
            return isNobody(message) ? AuthStatus.SEND_SUCCESS : signIn.secureResponse(message, service);
        }

        @Override
        public void cleanSubject(MessageInfo message, Subject subject) throws AuthException {
            signIn.cleanSubject(message, subject);
        }

        private static boolean isNobody(MessageInfo message) {
            return !message.getMap().containsKey(PROTECTED)
                    && message.getRequestMessage() instanceof HttpServletRequest request
                    && !request.isRequestedSessionIdValid();
        }
    }
}
