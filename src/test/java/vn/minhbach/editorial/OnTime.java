package vn.minhbach.editorial;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.minhbach.access.CurrentActor;

/** For tests of features: items whose timetable is a list. */
public final class OnTime {

    private OnTime() {}

    public static Items items(EntityManager em, CurrentActor actors, Clock clock, List<String> timetable) {
        return Items.over(em, actors, clock, new Timetable() {
            @Override
            public void release(Item item, Instant when) {
                timetable.add("release " + item.getId() + " " + when);
            }

            @Override
            public void expire(Item item, Instant when) {
                timetable.add("expire " + item.getId() + " " + when);
            }
        });
    }
}
