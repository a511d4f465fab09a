package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Words;

/**
 * A procedure in a file that the portal itself wrote: a column for each of its {@link ProcedureParts parts}, which its header names in
 * brackets ("Thành phần hồ sơ [papers]"), so that what is read is what was written, whatever words the header has.
 *
 * <p>A text that a spreadsheet would take for a formula has an apostrophe before it, and so has one that begins with an apostrophe by
 * itself; reading takes exactly one away. What does not fit into a cell of a workbook goes on in further columns ("… [papers] 2").
 */
final class ExportedProcedure {

    /** Before the name of a part in the names of fields. */
    private static final String PART = "part_";

    /** What a cell of a workbook holds; one sign is left for the apostrophe. */
    static final int LONGEST_CELL = 32_766;

    /** Who has these two columns was written by the portal. */
    private static final List<String> OWN = List.of(field(ProcedureParts.WAYS), field(ProcedureParts.PAPERS));

    private static final String FORMULA = "=+-@\t\r'";

    private ExportedProcedure() {}

    /** The field of an import that holds a part. */
    static String field(String part) {
        return switch (part) {
            case ProcedureParts.CODE -> ImportColumns.CODE;
            case ProcedureParts.TITLE -> ImportColumns.TITLE;
            default -> PART + part;
        };
    }

    /** Whether a record with these columns was written by the portal. */
    static boolean isOwn(Map<String, String> columns) {
        return columns.keySet().containsAll(OWN);
    }

    /** The name of a part's column. */
    static String header(String part) {
        var label = Words.VIETNAMESE.text("procedureEdit." + part);
        return part.equals(ProcedureParts.CODE) || part.equals(ProcedureParts.TITLE)
                ? label
                : label + " [" + part + "]";
    }

    /** The cell of a text in a table as text: nothing that a spreadsheet computes. */
    static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The cell of a text in a workbook, whose cells say themselves that they are texts. */
    static String guardedInWorkbook(String text) {
        // A reader would take "#N/A" for a formula that failed.
        return text.startsWith("'") || text.startsWith("#") ? "'" + text : text;
    }

    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && (FORMULA + "#").indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** A text in pieces that each fit into a cell, at least one. */
    static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (var at = 0; at < text.length() || pieces.isEmpty(); ) {
            var piece = Text.cut(text.substring(at), LONGEST_CELL);
            pieces.add(piece);
            at += Math.max(1, piece.length());
        }
        return pieces;
    }

    /** The fields of an import's record, of a procedure as the API hands it out. */
    static Map<String, String> values(ProcedureRecord record) {
        var values = new LinkedHashMap<String, String>();
        ProcedureParts.of(record).forEach((part, text) -> values.put(field(part), guarded(text)));
        return values;
    }

    /** @throws ImportException if a part cannot be so */
    static ProcedureRecord parse(ImportRow row) throws ImportException {
        var parts = new LinkedHashMap<String, String>();
        for (var part : ProcedureParts.NAMES) {
            var text = new StringBuilder(unguarded(row.get(field(part))));
            for (var more = 2; row.columns().containsKey(field(part) + "_" + more); more++) {
                text.append(unguarded(row.get(field(part) + "_" + more)));
            }
            parts.put(part, text.toString());
        }
        try {
            return ProcedureParts.record(parts);
        } catch (RuleBrokenException e) {
            var sentence = Words.VIETNAMESE.text(String.valueOf(e.getMessage()));
            throw e.field().isEmpty() ? new ImportException(sentence) : row.refusal(field(e.field()), sentence);
        }
    }
}
