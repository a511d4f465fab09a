package vn.minhbach.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import vn.minhbach.access.Acting;
import vn.minhbach.fetch.FetchException;
import vn.minhbach.fetch.FetchTrouble;
import vn.minhbach.fetch.Fetcher;
import vn.minhbach.fetch.Limits;
import vn.minhbach.job.Job;
import vn.minhbach.job.Jobs;
import vn.minhbach.web.PortalUrl;

/**
 * Asks other people's servers, a round at a time, whether there is still something where public content leads. It is a guest there: one after the
 * other, each host once in a round, a minute between rounds, and it says whose portal it is. What lies in a network that is not
 * public is not asked.
 */
@ApplicationScoped
public class CheckLinks implements Job.Single {

    /** Hosts of one round. */
    private static final int MOST_HOSTS = 40;

    /** Rounds of one night; what is left over is due the next. */
    private static final int MOST_ROUNDS = 120;

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Limits LIMITS = new Limits(64 * 1024, Duration.ofSeconds(10));

    @Inject
    LinkService links;

    @Inject
    Fetcher fetcher;

    @Inject
    Jobs jobs;

    @Inject
    PortalUrl portal;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "check-links";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    /** @param about which round of the night it is */
    @Override
    public void run(String about) {
        var due = links.due(MOST_HOSTS);
        for (var address : due) {
            var outcome = look(address);
            Acting.asPortal(() -> links.found(address, outcome));
        }
        var round = about.matches("\\d{1,4}") ? Integer.parseInt(about) : MOST_ROUNDS;
        if (!due.isEmpty() && round < MOST_ROUNDS) {
            jobs.once(this, Integer.toString(round + 1), clock.instant().plus(PAUSE));
        }
    }

    /** With HEAD, which costs the other side nothing; who does not know that is asked with GET. */
    LinkOutcome look(String address) {
        try {
            var at = URI.create(address);
            var who = Map.of("User-Agent", "MinhBach-LinkCheck/1 (+" + portal.origin() + ")");
            var status = status(at, who);
            return LinkOutcome.answered(
                    status < 400 ? status : fetcher.get(at, LIMITS, who).status());
        } catch (FetchException e) {
            return LinkOutcome.of(e.trouble());
        } catch (IllegalArgumentException e) {
            return LinkOutcome.of(FetchTrouble.NO_ADDRESS);
        }
    }

    /** A server that breaks off at HEAD has not said anything yet. */
    private int status(URI at, Map<String, String> who) throws FetchException {
        try {
            return fetcher.head(at, LIMITS, who).status();
        } catch (FetchException e) {
            if (e.trouble() == FetchTrouble.GARBLED || e.trouble() == FetchTrouble.UNREACHABLE) {
                return 400;
            }
            throw e;
        }
    }
}
