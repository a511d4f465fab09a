package vn.minhbach.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import vn.minhbach.account.AuditService;
import vn.minhbach.shared.Time;
import vn.minhbach.store.DataFolder;
import vn.minhbach.store.DatabaseVersionException;
import vn.minhbach.store.StandaloneDatabase;
import vn.minhbach.web.Words;

/**
 * {@code mvn -Paudit}: compares the audit with its chain of digests, and that with the ends that were written down in the data folder,
 * whether the portal is running or not. Changes nothing.
 */
public final class AuditCommand {

    private AuditCommand() {}

    /** Ends with 0 if the audit is as it was written, with 2 if it is not, with 1 if that could not be found out. */
    public static void main(String[] args) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    private static int run(PrintStream console) {
        var data = Path.of(StandaloneDatabase.dataFolder());
        try (var folder = DataFolder.holdIfFree(data);
                var database = StandaloneDatabase.open(folder);
                var em = database.entityManager()) {
            var verdict =
                    AuditService.over(em, Clock.system(Time.ZONE), data).verify();
            var words = Words.VIETNAMESE;
            console.printf("Đã kiểm tra %d dòng nhật ký.%n", verdict.entries());
            console.printf(
                    "Chuỗi kết thúc ở dòng thứ %d, mã băm %s.%n",
                    verdict.last().position(), verdict.last().digest());
            verdict.faults()
                    .forEach(fault -> console.println(
                            "  " + words.text("AuditChain.Kind." + fault.kind(), words.number(fault.position()))));
            console.println(verdict.isSound() ? "Nhật ký nguyên vẹn." : "NHẬT KÝ KHÔNG CÒN NGUYÊN VẸN.");
            return verdict.isSound() ? 0 : 2;
        } catch (DatabaseVersionException e) {
            console.println(e.getMessage());
            return 1;
        } catch (IOException | RuntimeException e) {
            console.println("Không kiểm tra được: " + e);
            return 1;
        }
    }
}
