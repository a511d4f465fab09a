package vn.minhbach.inbox;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/** Periods of reports in words, and those among which somebody chooses. */
public final class PeriodWords {

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    private PeriodWords() {}

    /** A period to choose, as addresses write it and as it is called. */
    public record Choice(String key, String name, boolean chosen) implements Serializable {}

    /** "Tháng 06/2026", "Quý II/2026", "Năm 2026". */
    static String name(ReportPeriod period, Words words) {
        return switch (period.kind()) {
            case MONTH -> words.text("ReportPeriod.Kind.MONTH", "%02d/%d".formatted(period.number(), period.year()));
            case QUARTER ->
                words.text("ReportPeriod.Kind.QUARTER", ROMAN.get(period.number() - 1) + "/" + period.year());
            case YEAR -> words.text("ReportPeriod.Kind.YEAR", String.valueOf(period.year()));
        };
    }

    /** "01/06/2026 – 30/06/2026". */
    static String days(ReportPeriod period) {
        return Time.date(period.from()) + " – " + Time.date(period.until());
    }

    /** Years, quarters and months that have begun, the newest first; months of the last two years only. */
    static List<Choice> choices(List<Integer> years, ReportPeriod chosen, LocalDate today, Words words) {
        var choices = new ArrayList<Choice>();
        for (var i = 0; i < years.size(); i++) {
            for (var kind : List.of(ReportPeriod.Kind.YEAR, ReportPeriod.Kind.QUARTER, ReportPeriod.Kind.MONTH)) {
                if (kind == ReportPeriod.Kind.MONTH && i > 1) {
                    continue;
                }
                for (var number = kind.inAYear(); number >= 1; number--) {
                    var period = new ReportPeriod(kind, years.get(i), number, chosen.firstDay());
                    if (!period.from().isAfter(today)) {
                        choices.add(new Choice(period.written(), name(period, words), period.equals(chosen)));
                    }
                }
            }
        }
        return choices;
    }
}
