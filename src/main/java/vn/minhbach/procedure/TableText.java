package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small table as text that fits into one cell of a spreadsheet and can be read and written by people there: a line for each row, with
 * " | " between its cells. A bar, a backslash or a line break within a cell is written with a backslash before it, so that whatever is
 * written is read back as it was.
 */
final class TableText {

    private static final char BAR = '|';
    private static final char ESCAPE = '\\';

    private TableText() {}

    static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TableText::escaped).collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n");
    }

    /** The rows; one without any text in it is none. */
    static List<List<String>> read(String text) {
        var rows = new ArrayList<List<String>>();
        for (var line : text.replace("\r", "").split("\n", -1)) {
            var row = row(line);
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(row);
            }
        }
        return List.copyOf(rows);
    }

    private static List<String> row(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (var at = 0; at < line.length(); at++) {
            var sign = line.charAt(at);
            if (sign == ESCAPE && at + 1 < line.length()) {
                at++;
                cell.append(line.charAt(at) == 'n' ? '\n' : line.charAt(at));
            } else if (sign == BAR) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        cells.add(cell.toString().strip());
        return List.copyOf(cells);
    }

    /** A cell of a row; empty where the row is shorter. */
    static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }
}
