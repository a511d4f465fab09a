package vn.minhbach.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import vn.minhbach.access.Acting;
import vn.minhbach.fetch.FetchException;
import vn.minhbach.fetch.Fetcher;
import vn.minhbach.fetch.Limits;
import vn.minhbach.job.Job;

/** Looks whether what was relayed is still where it came from: each once a day, no server twice in a round. */
@ApplicationScoped
public class RelayCheck implements Job.Often {

    private static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(10));
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
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        Acting.asPortal(() -> service.toCheck(AT_ONCE).forEach(known -> service.checked(known.id(), isGone(known))));
    }

    /** Only what the source says itself: a server that is away has taken nothing back. */
    private boolean isGone(RelayService.Known known) {
        try {
            return fetcher.head(URI.create(known.link()), LIMITS).isGone();
        } catch (FetchException | IllegalArgumentException e) {
            return false;
        }
    }
}
