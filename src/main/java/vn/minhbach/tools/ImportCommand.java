package vn.minhbach.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import vn.minhbach.procedure.ImportException;
import vn.minhbach.procedure.ProcedureImporter;
import vn.minhbach.shared.Time;
import vn.minhbach.store.DataFolder;
import vn.minhbach.store.StandaloneDatabase;

/**
 * {@code mvn -Pimport -Dfile=FILE}: takes procedures over into the portal's database, whether the portal is running or not. A
 * running portal sees the change log grow and follows.
 */
public final class ImportCommand {

    private ImportCommand() {}

    /** One argument: the file. Ends with 1 if nothing could be done; refused lines are reported, and are no failure. */
    public static void main(String[] args) {
        var console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, console, errors));
    }

    private static int run(String[] args, PrintStream console, PrintStream errors) {
        if (args.length != 1 || args[0].isBlank() || args[0].startsWith("${")) {
            errors.println("Cần tên tệp: mvn -Pimport -Dfile=TỆP (a file is needed)");
            return 1;
        }
        var file = Path.of(args[0]);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            errors.println("Không đọc được tệp " + file.toAbsolutePath() + " (the file cannot be read)");
            return 1;
        }
        var start = Instant.now();
        try (var folder = DataFolder.holdIfFree(Path.of(StandaloneDatabase.dataFolder()));
                var database = StandaloneDatabase.open(folder);
                var em = database.entityManager()) {
            console.println(
                    folder.isHeld()
                            ? "Cổng thông tin không chạy; ghi thẳng vào cơ sở dữ liệu."
                            : "Cổng thông tin đang chạy trên dữ liệu này và sẽ tự cập nhật.");
            var importer = new ProcedureImporter(
                    em, Clock.system(Time.ZONE), lines -> console.println("  đã lưu xong " + lines + " dòng"));
            var report = importer.run(file);
            console.print(report.text());
            console.printf(
                    Locale.ROOT,
                    "Xong sau %.1f giây.%n",
                    Duration.between(start, Instant.now()).toMillis() / 1000.0);
            return 0;
        } catch (ImportException e) {
            errors.println(e.reason());
            return 1;
        } catch (IOException | RuntimeException e) {
            errors.println("Không nhập được (import failed): " + root(e));
            return 1;
        }
    }

    /** The innermost message says what happened; the layers around it say through whose hands it went. */
    private static String root(Throwable thrown) {
        var at = thrown;
        while (at.getCause() != null && at.getCause() != at) {
            at = at.getCause();
        }
        return at.toString();
    }
}
