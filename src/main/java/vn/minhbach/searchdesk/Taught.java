package vn.minhbach.searchdesk;

import java.util.List;
import java.util.function.BinaryOperator;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.web.Visit;

/** How the {@link vn.minhbach.desk.History} calls what editors teach, and how its values are shown. */
final class Taught {

    static final String WORD = "search-word";
    static final String BET = "best-bet";
    static final String DENIED = "denied-suggestion";

    static final String VERSION = ".version";
    static final String UPDATED_AT = ".updatedAt";
    static final String UPDATED_BY = ".updatedBy";
    static final String POSITION = ".position";

    private Taught() {}

    static List<HistoryLine> lines(List<HistoryEntry> entries, Visit visit) {
        return entries.stream()
                .map(entry -> HistoryLine.of(entry, visit, shown(entry.getKind(), visit)))
                .toList();
    }

    private static BinaryOperator<String> shown(String kind, Visit visit) {
        return (name, value) -> switch (name) {
            case "kind" -> visit.text((kind.equals(WORD) ? "Synonyms.Kind." : "search.kind.") + value);
            case "expansions" -> value.replace("\n", " · ");
            default -> value;
        };
    }
}
