package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.minhbach.change.LogView;
import vn.minhbach.job.Repeater;
import vn.minhbach.search.SearchService;
import vn.minhbach.search.Suggestions;

/**
 * Whether the portal can serve: the database was read within the last seconds. It is not asked here, so that a check never hangs
 * where the database does. The state of the search index, and which of the repeated works fail, is told but does not count;
 * without them, everything works but searching and the list of procedures.
 */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

    @Inject
    LogView log;

    @Inject
    SearchService search;

    @Inject
    Suggestions suggestions;

    @Inject
    Repeater repeater;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("portal");
        var index = search.state();
        answer.withData("index", index.condition().name())
                .withData("indexPosition", index.position())
                .withData("indexDocuments", index.documents())
                .withData("suggestionsFresh", suggestions.isFresh());
        if (!index.problem().isEmpty()) {
            answer.withData("indexProblem", index.problem());
        }
        var failing = repeater.states().stream()
                .filter(work -> work.failingSince() != null)
                .map(work -> work.name() + " since " + work.failingSince() + ": " + work.problem())
                .collect(Collectors.joining("; "));
        if (!failing.isEmpty()) {
            answer.withData("failing", failing);
        }
        return log.isLost()
                ? answer.withData("database", "unreachable").down().build()
                : answer.withData("logPosition", log.position()).up().build();
    }
}
