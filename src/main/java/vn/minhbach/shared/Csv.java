package vn.minhbach.shared;

import java.io.IOException;
import java.util.List;

/**
 * A table as a text file that spreadsheets open. What begins as a formula does, spaces or not before it, gets an apostrophe: else a name that
 * somebody gave themselves would be computed on the machine of whoever opens it.
 */
public final class Csv {

    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠";

    private Csv() {}

    /** By this sign a spreadsheet knows that letters are Unicode. */
    public static final String BEGINNING = "\uFEFF";

    public static void row(Appendable out, List<String> cells) throws IOException {
        for (var i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    private static String cell(String text) {
        var begun = text.stripLeading();
        var safe = !begun.isEmpty() && BEGINS_A_FORMULA.indexOf(begun.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
