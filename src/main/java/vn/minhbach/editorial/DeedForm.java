package vn.minhbach.editorial;

import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;

/** What is typed into the form of a deed. Days and times are written as people write them here, and are Vietnam's. */
public class DeedForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    @Size(max = 2000)
    private String reason = "";

    @Size(max = 2000)
    private String notice = "";

    @Size(max = 500)
    private String target = "";

    private String day = "";
    private String time = "";
    private String review = "";

    @Size(max = 120)
    private String set = "";

    /** For until when an item is shown and when it is looked at again: as that stands, so that who changes the one leaves the other. */
    public static DeedForm plan(ItemSheet known) {
        var form = new DeedForm();
        form.name(known.expiresAt());
        var review = known.reviewOn();
        form.review = review == null ? "" : Time.date(review);
        return form;
    }

    /** For when an item comes out by itself: as that stands, if it is said already. */
    public static DeedForm schedule(ItemSheet known) {
        var form = new DeedForm();
        form.name(known.scheduledFor());
        form.set = known.setName();
        form.notice = known.scheduledNotice();
        return form;
    }

    private void name(@Nullable Instant moment) {
        if (moment != null) {
            day = Time.date(Time.day(moment));
            time = Time.hour(moment);
        }
    }

    /** The moment that day and time name; null if neither is given. */
    public @Nullable Instant moment() {
        var named = day(day, "day");
        if (named == null && !Text.line(time).isEmpty()) {
            throw new RuleBrokenException("articleEdit.error.dayOfTime", "day");
        }
        return named == null ? null : named.atTime(time(time)).atZone(Time.ZONE).toInstant();
    }

    public @Nullable LocalDate reviewDay() {
        return day(review, "review");
    }

    /** A day as people write it; null for nothing. */
    public static @Nullable LocalDate day(String typed, String field) {
        var given = Text.line(typed);
        if (given.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(given, DAY);
        } catch (DateTimeException e) {
            throw new RuleBrokenException("articleEdit.error.day", field);
        }
    }

    private static LocalTime time(String typed) {
        try {
            return LocalTime.parse(Text.line(typed).replace('h', ':').replace('.', ':'), TIME);
        } catch (DateTimeException e) {
            throw new RuleBrokenException("articleEdit.error.time", "time");
        }
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(@Nullable String notice) {
        this.notice = Objects.requireNonNullElse(notice, "");
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(@Nullable String target) {
        this.target = Objects.requireNonNullElse(target, "");
    }

    public String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = Objects.requireNonNullElse(day, "");
    }

    public String getTime() {
        return time;
    }

    public void setTime(@Nullable String time) {
        this.time = Objects.requireNonNullElse(time, "");
    }

    public String getReview() {
        return review;
    }

    public void setReview(@Nullable String review) {
        this.review = Objects.requireNonNullElse(review, "");
    }

    public String getSet() {
        return set;
    }

    public void setSet(@Nullable String set) {
        this.set = Objects.requireNonNullElse(set, "");
    }
}
