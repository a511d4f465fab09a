package vn.minhbach.procedure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of an import file: what it says, and where, so that whoever prepared the file finds the place again.
 *
 * @param line where it stands: the line of a text file, the row of a sheet, from 1
 * @param values its values by field; what is missing is not there
 * @param columns how the file itself calls a field's column: "B (Tên thủ tục)" in a table, "ten" in JSON
 */
record ImportRow(long line, Map<String, String> values, Map<String, String> columns) {

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether the portal itself wrote it, and it is read as it was written. */
    boolean isOwn() {
        return ExportedProcedure.isOwn(columns);
    }

    /** The procedure that it announces; the report learns which parts could be structured. */
    ProcedureRecord procedure(ImportReport report) throws ImportException {
        return isOwn() ? ExportedProcedure.parse(this) : CrawledProcedure.parse(this, report);
    }

    /** What it says word by word, to be kept beside the procedure; null if the portal wrote it, for then it is no source. */
    @Nullable
    SourceText source() {
        return isOwn() ? null : new SourceText(values);
    }

    /** Why the record cannot be taken over, when one of its values is to blame. */
    ImportException refusal(String field, String reason) {
        return new ImportException("cột " + columns.getOrDefault(field, field) + ": " + reason);
    }
}
