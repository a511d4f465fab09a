package vn.minhbach.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.search.IndexCheck;
import vn.minhbach.search.Sources;
import vn.minhbach.shared.Time;
import vn.minhbach.store.DataFolder;
import vn.minhbach.store.DatabaseVersionException;
import vn.minhbach.store.StandaloneDatabase;

/**
 * {@code mvn -Pcheck}: compares the search index with its checksums and with the database item by item, whether the portal is running or not, and
 * prints every difference. Changes nothing.
 */
public final class CheckCommand {

    private CheckCommand() {}

    /** Ends with 0 if index and database agree, with 2 if they differ, with 1 if they could not be compared. */
    public static void main(String[] args) {
        var console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(console));
    }

    private static int run(PrintStream console) {
        var data = Path.of(StandaloneDatabase.dataFolder());
        try (var folder = DataFolder.holdIfFree(data);
                var database = StandaloneDatabase.open(folder);
                var em = database.entityManager()) {
            var position = new ChangeLog(em, Clock.system(Time.ZONE)).position();
            var result = IndexCheck.compare(data.resolve("index"), Sources.over(em));
            console.printf("Cổng thông tin %s.%n", folder.isHeld() ? "không chạy" : "đang chạy");
            if (!result.damaged().isEmpty()) {
                console.println(
                        "Chỉ mục bị hỏng nên không so sánh nội dung; cổng thông tin đang chạy sẽ tự dựng lại chỉ mục.");
            }
            console.printf("Nhật ký thay đổi ở vị trí %d, chỉ mục ở vị trí %d.%n", position, result.position());
            console.printf("Cơ sở dữ liệu có %d mục, chỉ mục có %d mục.%n", result.inDatabase(), result.inIndex());
            result.damaged().forEach(file -> console.println("  tệp chỉ mục bị hỏng: " + file));
            result.missing().forEach(item -> console.println("  thiếu trong chỉ mục: " + item));
            result.surplus().forEach(item -> console.println("  thừa trong chỉ mục: " + item));
            result.different().forEach(item -> console.println("  khác nhau: " + item));
            console.println(result.agrees() ? "Khớp hoàn toàn." : "KHÔNG KHỚP.");
            return result.agrees() ? 0 : 2;
        } catch (DatabaseVersionException e) {
            console.println(e.getMessage());
            return 1;
        } catch (IOException | RuntimeException e) {
            console.println("Không so sánh được: " + e);
            return 1;
        }
    }
}
