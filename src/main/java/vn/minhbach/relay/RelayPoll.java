package vn.minhbach.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.access.Acting;
import vn.minhbach.fetch.FetchException;
import vn.minhbach.fetch.Fetcher;
import vn.minhbach.fetch.Limits;
import vn.minhbach.job.Job;

/** Looks at the sources whose time has come, one after the other. Nobody's server is waited for within a transaction. */
@ApplicationScoped
public class RelayPoll implements Job.Often {

    private static final Logger LOG = Logger.getLogger(RelayPoll.class.getName());
    private static final Limits LIMITS = new Limits(4_000_000, Duration.ofSeconds(20));
    private static final int AT_ONCE = 10;
    private static final int OWN_AT_ONCE = 50;
    private static final int ROUNDS_OF_OWN = 40;
    private static final int NOT_MODIFIED = 304;

    @Inject
    RelayService service;

    @Inject
    Fetcher fetcher;

    protected RelayPoll() {}

    RelayPoll(RelayService service, Fetcher fetcher) {
        this.service = service;
        this.fetcher = fetcher;
    }

    @Override
    public String name() {
        return "relay-poll";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var due = Acting.asPortal(() -> service.due(AT_ONCE));
        if (!due.isEmpty()) {
            readOwn();
            due.forEach(this::lookAt);
        }
    }

    /** Learns what the portal's own articles say by now. What is left over, after an import say, is learnt in the next round. */
    private void readOwn() {
        for (var round = 0; round < ROUNDS_OF_OWN; round++) {
            if (Acting.asPortal(() -> service.readOwn(OWN_AT_ONCE)) < OWN_AT_ONCE) {
                return;
            }
        }
    }

    void lookAt(long id) {
        Acting.asPortal(() -> service.begin(id).ifPresent(this::ask));
    }

    private void ask(RelayService.Look look) {
        var id = look.id();
        try {
            var headers = new HashMap<String, String>();
            if (!look.etag().isEmpty()) {
                headers.put("If-None-Match", look.etag());
            }
            if (!look.lastModified().isEmpty()) {
                headers.put("If-Modified-Since", look.lastModified());
            }
            var answer = fetcher.get(URI.create(look.address()), LIMITS, headers);
            if (answer.status() == NOT_MODIFIED) {
                service.unchanged(id);
            } else if (!answer.isGood()) {
                service.failed(
                        id, Failure.of(RelayResult.STATUS, answer.status()).after(rest(answer.header("retry-after"))));
            } else {
                var entries = FeedReader.read(answer.body(), answer.address());
                service.take(id, entries, answer.header("etag"), answer.header("last-modified"));
            }
        } catch (FetchException e) {
            service.failed(id, Failure.of(e.trouble()));
        } catch (FeedException e) {
            service.failed(id, Failure.of(e.result(), 0));
        } catch (RuntimeException e) {
            // One source that cannot be taken over must not keep the others from being looked at.
            LOG.log(Level.WARNING, "What the source " + id + " says could not be kept", e);
            service.failed(id, Failure.of(RelayResult.NOT_KEPT, 0));
        }
    }

    private static Duration rest(String retryAfter) {
        return retryAfter.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
    }
}
