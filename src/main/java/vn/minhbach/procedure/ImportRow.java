package vn.minhbach.procedure;

import java.util.Map;

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

    /** Why the record cannot be taken over, when one of its values is to blame. */
    ImportException refusal(String field, String reason) {
        return new ImportException("cột " + columns.getOrDefault(field, field) + ": " + reason);
    }
}
