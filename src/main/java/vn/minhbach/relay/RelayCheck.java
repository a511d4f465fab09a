package vn.minhbach.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import vn.minhbach.access.Acting;
import vn.minhbach.fetch.FetchException;
import vn.minhbach.fetch.Fetcher;
import vn.minhbach.fetch.Limits;
import vn.minhbach.job.Job;

/** Looks whether what was relayed is still where it came from: each once a day, no server twice in a round. */
@ApplicationScoped
public class RelayCheck implements Job.Often {

    private static final Limits LIMITS = new Limits(64 * 1024, Duration.ofSeconds(10));
    private static final int AT_ONCE = 10;

    @Inject
    RelayService service;

    @Inject
    Fetcher fetcher;

    protected RelayCheck() {}

    RelayCheck(RelayService service, Fetcher fetcher) {
        this.service = service;
        this.fetcher = fetcher;
    }

    @Override
    public String name() {
        return "relay-check";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        for (var known : Acting.asPortal(() -> service.toCheck(AT_ONCE))) {
            var gone = isGone(known);
            Acting.asPortal(() -> service.checked(known.id(), gone));
        }
    }

    /** Only what the source says itself: a server that is away has taken nothing back. */
    private boolean isGone(RelayService.Known known) {
        try {
            var at = URI.create(known.link());
            // Some know no HEAD and say that there is nothing.
            return fetcher.head(at, LIMITS).isGone()
                    && fetcher.get(at, LIMITS, Map.of()).isGone();
        } catch (FetchException | IllegalArgumentException e) {
            return false;
        }
    }
}
