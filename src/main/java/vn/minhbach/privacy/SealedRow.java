package vn.minhbach.privacy;

import java.util.Arrays;
import java.util.List;

/**
 * The row in which something lies sealed, as what is sealed is bound to it: its table, and what tells it from all other rows and never changes.
 * Entities say it of themselves, by the columns and in the order in which {@link SealedColumn} declares them.
 */
public record SealedRow(String table, List<String> identity) {

    public SealedRow {
        identity = List.copyOf(identity);
    }

    public static SealedRow of(String table, Object... identity) {
        return new SealedRow(table, Arrays.stream(identity).map(String::valueOf).toList());
    }
}
