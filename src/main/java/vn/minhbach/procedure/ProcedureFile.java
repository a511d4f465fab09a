package vn.minhbach.procedure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.minhbach.search.SearchDocument;

/**
 * The procedures of an import file as the search would see them, without a database in between: what the import makes of each
 * record, and what the search source makes of that.
 */
public final class ProcedureFile {

    private ProcedureFile() {}

    /** Hands over each good record once; bad ones are left out, as the import does. */
    public static void each(Path file, Consumer<SearchDocument> visitor) throws IOException {
        records(file, (record, source) -> visitor.accept(document(new Procedure(record, Instant.EPOCH))));
    }

    /** Each good record with the fields of which it was made. */
    static void records(Path file, BiConsumer<ProcedureRecord, SourceText> visitor) throws IOException {
        var report = new ImportReport();
        try {
            ImportFile.read(file, new ImportFile.Visitor() {
                @Override
                public void row(ImportRow row) {
                    try {
                        visitor.accept(
                                row.procedure(report), Objects.requireNonNullElse(row.source(), SourceText.NONE));
                    } catch (ImportException e) {
                        report.refuse(row.line(), e.reason());
                    }
                }

                @Override
                public void unreadable(long line, String reason) {
                    report.refuse(line, reason);
                }
            });
        } catch (ImportException e) {
            throw new IOException(e.reason(), e);
        }
    }

    /** One procedure as the search would see it, apart from any life events. */
    public static SearchDocument document(Procedure procedure) {
        return ProcedureSearchSource.document(procedure, "", List.of());
    }
}
