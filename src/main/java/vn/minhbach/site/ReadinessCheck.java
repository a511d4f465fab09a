package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.search.SearchService;

/**
 * Whether the portal can serve: the database answers. The state of the search index is told but does not count; without
 * it, everything works but searching and the list of procedures.
 */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

    @Inject
    ChangeLog log;

    @Inject
    SearchService search;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("portal");
        var index = search.state();
        answer.withData("index", index.condition().name())
                .withData("indexPosition", index.position())
                .withData("indexDocuments", index.documents());
        if (!index.problem().isEmpty()) {
            answer.withData("indexProblem", index.problem());
        }
        try {
            answer.withData("logPosition", log.position());
            return answer.up().build();
        } catch (RuntimeException e) {
            return answer.withData("database", "unreachable").down().build();
        }
    }
}
