package vn.minhbach.auditdesk;

import java.io.IOException;
import java.util.List;

/**
 * A table as a text file that spreadsheets open. What begins as a formula does gets an apostrophe before it: else a name that
 * somebody gave themselves would be computed on the administrator's machine.
 */
final class Csv {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private Csv() {}

    /** By this sign a spreadsheet knows that letters are Unicode. */
    static final String BEGINNING = "\uFEFF";

    static void row(Appendable out, List<String> cells) throws IOException {
        for (var i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
