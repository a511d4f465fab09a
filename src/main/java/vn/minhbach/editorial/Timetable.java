package vn.minhbach.editorial;

import java.time.Instant;

/** Where is written down what happens to items by itself, and at which minute. */
interface Timetable {

    /** For what runs beside the portal, and schedules nothing. */
    Timetable NONE = new Timetable() {
        @Override
        public void release(Item item, Instant when) {}

        @Override
        public void expire(Item item, Instant when) {}
    };

    /** Within the transaction that says so: what is rolled back does not happen. */
    void release(Item item, Instant when);

    void expire(Item item, Instant when);
}
