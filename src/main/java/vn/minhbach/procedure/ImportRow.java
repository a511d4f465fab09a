package vn.minhbach.procedure;

import java.util.Map;

/**
 * One record of an import file.
 *
 * @param line where it stands: the line of a text file, the row of a sheet, from 1
 * @param values its values by column; what is missing is not there
 */
record ImportRow(long line, Map<String, String> values) {

    String get(String column) {
        return values.getOrDefault(column, "");
    }
}
