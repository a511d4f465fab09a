package vn.minhbach.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Figures as bars, above the table that holds them: of each unit or month what was received, in parts by what became of it, and what was answered
 * beside what its senders call settled. All bars have one measure, the most that any of them received. What tells parts apart is how they are filled;
 * a colour alone tells nothing.
 */
public record FiguresChart(List<Line> lines) {

    private static final double WHOLE = 100.0;

    /** A unit or a month. */
    public record Line(String name, UnitFigures figures, List<Part> received, List<Part> answered) {}

    /**
     * A part of a bar.
     *
     * @param from where it begins, as a share of the room: "12.5%"
     */
    public record Part(Look look, String from, String width) {}

    /** How a part is drawn. */
    public enum Look {
        IN_TIME,
        LATE,
        OPEN,
        ELSEWHERE,
        ANSWERED,
        /** Thin, upon what was answered. */
        RESOLVED;

        /** Of a chart with that id, which keeps the patterns. */
        public String fill(String chart) {
            return switch (this) {
                case IN_TIME -> "var(--link)";
                case LATE, OPEN -> "url(#" + chart + "-" + name().toLowerCase(Locale.ROOT) + ")";
                case ELSEWHERE, ANSWERED -> "none";
                case RESOLVED -> "currentColor";
            };
        }

        /** How its edge is broken; null for a whole one. */
        public @Nullable String dashes() {
            return this == ELSEWHERE ? "4 3" : null;
        }

        public boolean isThin() {
            return this == RESOLVED;
        }
    }

    /** Of single units or months; nothing where nothing was received. */
    static FiguresChart of(List<FiguresPage.Row> rows) {
        var most =
                rows.stream().mapToLong(row -> row.figures().received()).max().orElse(0);
        return new FiguresChart(
                most == 0
                        ? List.of()
                        : rows.stream().map(row -> line(row, most)).toList());
    }

    private static Line line(FiguresPage.Row row, long most) {
        var figures = row.figures();
        var received = new ArrayList<Part>();
        var until = add(received, Look.IN_TIME, 0, figures.inTime(), most);
        until = add(received, Look.LATE, until, figures.late(), most);
        until = add(received, Look.OPEN, until, figures.open(), most);
        add(received, Look.ELSEWHERE, until, figures.elsewhere(), most);
        // What is open again may have been called settled before; so both begin at nothing, and neither is a part of
        // the other.
        var answered = new ArrayList<Part>();
        add(answered, Look.ANSWERED, 0, figures.answered(), most);
        add(answered, Look.RESOLVED, 0, figures.resolved(), most);
        return new Line(row.name(), figures, List.copyOf(received), List.copyOf(answered));
    }

    private static long add(List<Part> parts, Look look, long from, long count, long most) {
        if (count > 0) {
            parts.add(new Part(look, share(from, most), share(count, most)));
        }
        return from + count;
    }

    private static String share(long count, long most) {
        return String.format(Locale.ROOT, "%.2f%%", count * WHOLE / most);
    }
}
