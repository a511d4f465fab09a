package vn.minhbach.web;

import jakarta.faces.context.FacesContext;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;

/** What the views of the back office, and through {@link Frame} those of the public, may call: dates, figures and paragraphs as people read them. */
public final class ViewFunctions {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy | HH:mm");

    private ViewFunctions() {}

    /** A moment's day in Vietnam, or a day, as dd/MM/yyyy; nothing for null. */
    public static String date(@Nullable Object moment) {
        if (moment instanceof LocalDate day) {
            return DATE.format(day);
        }
        return moment instanceof Instant instant ? DATE.format(Time.day(instant)) : "";
    }

    /** A moment as dd/MM/yyyy | HH:mm in Vietnam; nothing for null. */
    public static String dateTime(@Nullable Instant moment) {
        return moment == null ? "" : DATE_TIME.format(moment.atZone(Time.ZONE));
    }

    /** For machines; to the second, for HTML allows no microseconds. */
    public static String iso(@Nullable Object moment) {
        if (moment instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        return moment == null ? "" : moment.toString();
    }

    /** 2849 as "2.849" in Vietnamese, "2,849" in English. */
    public static String number(long value) {
        return words().number(value);
    }

    public static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : Text.lines(text);
    }

    /** A file's size in KB or MB; nothing if it is not known. */
    public static String fileSize(long bytes) {
        return fileSize(bytes, words());
    }

    static String fileSize(long bytes, Words words) {
        if (bytes <= 0) {
            return "";
        }
        if (bytes < 1024 * 1024) {
            return Math.max(1, Math.round(bytes / 1024.0)) + " KB";
        }
        var format = NumberFormat.getNumberInstance(words.locale());
        format.setMaximumFractionDigits(1);
        return format.format(bytes / (1024.0 * 1024)) + " MB";
    }

    private static Words words() {
        var context = FacesContext.getCurrentInstance();
        return context == null || context.getViewRoot() == null
                ? Words.VIETNAMESE
                : Words.of(context.getViewRoot().getLocale().getLanguage());
    }
}
