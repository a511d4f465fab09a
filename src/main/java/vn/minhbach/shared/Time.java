package vn.minhbach.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The department's clock. Moments are kept in UTC; days, months and deadlines are those of Vietnam. */
@ApplicationScoped
public class Time {

    /** The one time zone in which the portal counts days and shows hours. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    @Produces
    Clock clock() {
        return Clock.system(ZONE);
    }

    /** The day on which a moment falls in Vietnam. */
    public static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /** A day as people write it here. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** Hour and minute of a moment as people write them here. */
    public static String hour(Instant moment) {
        return HOUR.format(moment.atZone(ZONE));
    }

    /** A moment to the minute as people write it here. */
    public static String minute(Instant moment) {
        return MINUTE.format(moment.atZone(ZONE));
    }
}
