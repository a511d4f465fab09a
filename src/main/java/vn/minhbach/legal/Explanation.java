package vn.minhbach.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/** How a day was found, in sentences that the sender and the handler read alike. */
public final class Explanation {

    private final Words words;

    public Explanation(Words words) {
        this.words = words;
    }

    /**
     * "Trả lời: chậm nhất ngày 21/05/2026", or that the clock stands still.
     *
     * @param step what is due, as the bundle names it
     */
    public String headline(TimeRule.Step step, Reckoning reckoning) {
        var name = words.text("TimeRule.Step." + step);
        var due = reckoning.due();
        return due == null
                ? words.text("legal.explain.waiting", name)
                : words.text("legal.explain.due", name, Time.date(due));
    }

    /** Why it is that day, a sentence each. */
    public List<String> sentences(Reckoning reckoning) {
        var said = new ArrayList<String>();
        var limit = reckoning.limit();
        var working = limit.unit() == Limit.Unit.WORKING;
        said.add(words.text(
                working ? "legal.explain.working" : "legal.explain.calendar",
                words.number(limit.length()),
                Time.date(reckoning.from()),
                limit.basis()));
        if (reckoning.extension() > 0) {
            said.add(words.text(
                    working ? "legal.explain.extended.working" : "legal.explain.extended.calendar",
                    words.number(reckoning.extension())));
        }
        for (var pause : reckoning.pauses()) {
            var until = pause.until();
            said.add(
                    until == null
                            ? words.text("legal.explain.stopped", Time.date(pause.from()))
                            : words.text(
                                    pause.reason() == Pause.Reason.JOINED
                                            ? "legal.explain.joined"
                                            : "legal.explain.pause",
                                    Time.date(pause.from()),
                                    Time.date(until)));
        }
        if (working && !reckoning.isWaiting()) {
            said.add(
                    reckoning.off().isEmpty()
                            ? words.text("legal.explain.weekends")
                            : words.text("legal.explain.off", spells(reckoning.off())));
            if (!reckoning.worked().isEmpty()) {
                said.add(words.text("legal.explain.worked", spells(reckoning.worked())));
            }
        }
        var rolled = reckoning.rolledFrom();
        if (rolled != null) {
            said.add(words.text("legal.explain.rolled", Time.date(rolled)));
        }
        return said;
    }

    /** Days of one name that follow each other are one spell: "16/02/2026–20/02/2026 (Tết Nguyên đán)". */
    private static String spells(List<CalendarDay> days) {
        var spells = new ArrayList<String>();
        @Nullable LocalDate first = null;
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i);
            first = first == null ? day.getDay() : first;
            var next = i + 1 < days.size() ? days.get(i + 1) : null;
            if (next == null
                    || !next.getTitle().equals(day.getTitle())
                    || !next.getDay().equals(day.getDay().plusDays(1))) {
                var from = Time.date(first);
                var until = Time.date(day.getDay());
                spells.add((from.equals(until) ? from : from + "–" + until) + " (" + day.getTitle() + ")");
                first = null;
            }
        }
        return String.join("; ", spells);
    }
}
