package vn.minhbach.store;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Takes a failed connection for what it is. Left to itself EclipseLink repeats a query three times, with pauses of five
 * seconds, while the reader waits; the pool gives out no dead connection, so that a second try finds nothing that the first
 * did not.
 */
public final class NoRetries implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        var login = (DatabaseLogin) session.getDatasourceLogin();
        login.setQueryRetryAttemptCount(0);
    }
}
