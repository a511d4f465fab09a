package vn.minhbach.editorial;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Visit;

/**
 * The screen that shows what an item said in one of its versions, or on a day before the public. What a version says is for the feature to
 * show.
 */
public abstract class VersionPage {

    /** How the address names the item. */
    protected static final String ITEM = "ma";

    /** How the address names the version. */
    public static final String VERSION = "so";

    /** How the address names the day. */
    public static final String DAY = "ngay";

    @Inject
    protected Visit visit;

    @Inject
    Clock clock;

    private @Nullable ItemSheet sheet;
    private @Nullable VersionLine version;
    private String key = "";
    private String day = "";
    private String answer = "";

    /** What stands behind an address. */
    protected abstract ItemSheet open(String given);

    /** Makes ready what a version says. */
    protected abstract void show(ItemSheet known, int number);

    /** This screen, without language. */
    protected abstract String path();

    /** The form of the item, without language. */
    protected abstract String formPath();

    /** The list of all items, without language. */
    protected abstract String listPath();

    public void load() {
        key = visit.parameter(ITEM);
        if (key.isEmpty()) {
            return;
        }
        var opened = open(key);
        sheet = opened;
        day = visit.parameter(DAY);
        var wanted = day.isEmpty() ? number(opened) : on(opened);
        if (wanted > 0) {
            show(opened, wanted);
            version = opened.versions().stream()
                    .filter(line -> line.number() == wanted)
                    .findFirst()
                    .orElse(null);
        }
    }

    private int number(ItemSheet opened) {
        var given = visit.parameter(VERSION);
        return given.matches("\\d{1,6}") ? Integer.parseInt(given) : opened.newest();
    }

    /** The last version that was public on the day; 0 if none was, or if the day is yet to come: nobody knows of it. */
    private int on(ItemSheet opened) {
        LocalDate asked;
        try {
            asked = DeedForm.day(day, DAY);
        } catch (RuleBrokenException e) {
            answer = visit.text(String.valueOf(e.getMessage()));
            return 0;
        }
        if (asked == null) {
            return opened.newest();
        }
        if (asked.isAfter(Time.day(clock.instant()))) {
            answer = visit.text("articleVersion.future", Time.date(asked));
            return 0;
        }
        var numbers = opened.publicOn(asked);
        answer = numbers.isEmpty() ? none(opened, asked) : told(numbers, asked);
        return numbers.isEmpty() ? 0 : numbers.getLast();
    }

    private String told(List<Integer> numbers, LocalDate asked) {
        return visit.text(
                "articleVersion.public",
                Time.date(asked),
                String.join(", ", numbers.stream().map(String::valueOf).toList()));
    }

    /** That nothing was public is not said of a time of which nothing is known. */
    private String none(ItemSheet opened, LocalDate asked) {
        var known = opened.takenOverAt();
        return known != null && asked.isBefore(Time.day(known))
                ? visit.text("articleVersion.unknown", Time.date(asked), Time.date(Time.day(known)))
                : visit.text("articleVersion.none", Time.date(asked));
    }

    /** Null if no item was asked for. */
    public @Nullable ItemSheet getSheet() {
        return sheet;
    }

    /** The version that is shown; null if none is. */
    public @Nullable VersionLine getVersion() {
        return version;
    }

    /** How the address names the item. */
    public String getKey() {
        return key;
    }

    /** This screen, where another day is asked for. */
    public String getHere() {
        return visit.url(path());
    }

    /** The form of the item; the list of all where none was asked for. */
    public String getBack() {
        return visit.url(sheet == null ? listPath() : formPath() + "?" + ITEM + "=" + key);
    }

    /** The day that was asked for, as it was typed. */
    public String getDay() {
        return day;
    }

    /** What was public on that day, or why that cannot be said; empty if no day was asked for. */
    public String getAnswer() {
        return answer;
    }
}
