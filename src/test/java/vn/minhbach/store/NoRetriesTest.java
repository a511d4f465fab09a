package vn.minhbach.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.Test;

class NoRetriesTest {

    /** Three tries with their pauses kept a reader waiting for 22 seconds while the database hung. */
    @Test
    void aQueryThatFailsIsNotRepeated() {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (var database = StandaloneDatabase.open(url, "portal", "");
                var em = database.entityManager()) {
            var login = (DatabaseLogin) em.unwrap(Session.class).getDatasourceLogin();

            assertEquals(0, login.getQueryRetryAttemptCount());
        }
    }
}
