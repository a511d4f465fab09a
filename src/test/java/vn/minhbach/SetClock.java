package vn.minhbach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.minhbach.shared.Time;

/** A clock that stands still until a test lets time pass; its days are Vietnam's, as those of the portal are. */
public final class SetClock extends Clock {

    private Instant now;

    public SetClock(Instant start) {
        now = start;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return Time.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
