package vn.minhbach.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The days that a text of the sample speaks of, so that it reads as if it were written for the day on which it is published:
 * <code>{ngay-3}</code> is the working day three days before, <code>{T7+2}</code> and <code>{CN+2}</code> the first Saturday or Sunday from two days
 * after on, <code>{nam}</code> the year.
 */
final class SampleDays {

    private static final Pattern PLACE = Pattern.compile("\\{(ngay|T7|CN|nam)([+-]\\d{1,3})?\\}");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private SampleDays() {}

    /** The text with its days in place. */
    static String fill(String text, LocalDate published) {
        return PLACE.matcher(text).replaceAll(place -> {
            var distance = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
            var day = published.plusDays(distance);
            return switch (place.group(1)) {
                case "T7" -> "thứ Bảy, ngày " + weekday(day, DayOfWeek.SATURDAY).format(WRITTEN);
                case "CN" -> "Chủ nhật, ngày " + weekday(day, DayOfWeek.SUNDAY).format(WRITTEN);
                case "nam" -> String.valueOf(day.getYear());
                default -> workingDay(day, distance).format(WRITTEN);
            };
        });
    }

    private static LocalDate weekday(LocalDate day, DayOfWeek weekday) {
        return day.with(TemporalAdjusters.nextOrSame(weekday));
    }

    /** Offices do not sign and open at weekends. */
    private static LocalDate workingDay(LocalDate day, int distance) {
        var back = distance < 0;
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(back ? -1 : 2);
            case SUNDAY -> day.plusDays(back ? -2 : 1);
            default -> day;
        };
    }
}
