package vn.minhbach.legal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until which day something is due, and how that day was found.
 *
 * @param due the last day; null while the clock stands still
 * @param from the day on which it began, which is not counted
 * @param extension by how many days of the same sort it was put off
 * @param off weekdays that were left out
 * @param worked weekends that were counted
 * @param pauses times that were left out
 * @param rolledFrom the day on which it would have ended, had that not been free; null if it was not
 */
public record Reckoning(
        @Nullable LocalDate due,
        LocalDate from,
        Limit limit,
        int extension,
        List<CalendarDay> off,
        List<CalendarDay> worked,
        List<Pause> pauses,
        @Nullable LocalDate rolledFrom) {

    public Reckoning {
        off = List.copyOf(off);
        worked = List.copyOf(worked);
        pauses = List.copyOf(pauses);
    }

    public boolean isWaiting() {
        return due == null;
    }
}
