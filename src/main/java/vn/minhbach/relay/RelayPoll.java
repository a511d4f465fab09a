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

/** Looks at the sources whose time has come, one after the other, outside of any transaction. */
@ApplicationScoped
public class RelayPoll implements Job.Often {

    private static final Logger LOG = Logger.getLogger(RelayPoll.class.getName());
    private static final Limits LIMITS = new Limits(4_000_000, Duration.ofSeconds(20));
    private static final int AT_ONCE = 10;
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
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Acting.asPortal(() -> service.due(AT_ONCE).forEach(this::look));
    }

    private void look(long id) {
        var look = service.begin(id).orElse(null);
        if (look == null) {
            return;
        }
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
                service.failed(id, RelayResult.STATUS, null, answer.status(), wait(answer.header("retry-after")));
            } else {
                service.take(id, FeedReader.read(answer.body()), answer.header("etag"), answer.header("last-modified"));
            }
        } catch (FetchException e) {
            service.failed(id, RelayResult.TROUBLE, e.trouble(), 0, Duration.ZERO);
        } catch (FeedException e) {
            service.failed(id, e.result(), null, 0, Duration.ZERO);
        } catch (RuntimeException e) {
            // One source that cannot be taken over must not keep the others from being looked at.
            LOG.log(Level.WARNING, "The source " + id + " could not be taken over", e);
            service.failed(id, RelayResult.NO_FEED, null, 0, Duration.ZERO);
        }
    }

    private static Duration wait(String retryAfter) {
        return retryAfter.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
    }
}
