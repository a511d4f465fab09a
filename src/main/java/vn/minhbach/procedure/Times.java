package vn.minhbach.procedure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.minhbach.web.Words;

/** How long a procedure takes, as the ways to carry it out tell it. A figure without its unit is shown as what it is. */
final class Times {

    private static final Pattern TOLD =
            Pattern.compile("(?iu)\\d{1,3} ?(?:\\([^)]{1,30}\\) ?)?(?:ngày|giờ|tháng|phút|tuần)");

    private Times() {}

    /** The time limits of these ways together, each once; silence if nothing is said. */
    static List<Statement> of(List<Way> ways, Words words) {
        var told = new LinkedHashSet<Statement>();
        ways.forEach(way -> told.add(of(way, words)));
        told.removeIf(Statement::silent);
        return told.isEmpty() ? List.of(Statement.silence(words.text("procedure.silent"))) : List.copyOf(told);
    }

    static Statement of(Way way, Words words) {
        var cell = way.time().strip();
        var inNote = TOLD.matcher(way.note());
        var told = inNote.find();
        if (cell.isEmpty()) {
            return told
                    ? Statement.reading(words.text("procedure.time.inNote"), inNote.group())
                    : Statement.silence(words.text("procedure.silent"));
        }
        if (AtAGlance.tells(cell)) {
            return Statement.of(Spelling.of(cell), cell);
        }
        return Statement.reading(words.text(told ? "procedure.time.bareInNote" : "procedure.figure.bare", cell), cell);
    }
}
