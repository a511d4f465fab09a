package vn.minhbach.tools;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.Rotation;
import vn.minhbach.privacy.SealedColumns;
import vn.minhbach.store.DataFolder;
import vn.minhbach.store.DatabaseVersionException;
import vn.minhbach.store.StandaloneDatabase;

/**
 * {@code mvn -Protate}: seals anew, by the first key of {@code portal.data.keys}, all personal data that a former key sealed or that are not bound to
 * their rows yet, whether the portal is running or not. A running one must know the new key already. May be stopped and begun again.
 */
public final class RotateCommand {

    private RotateCommand() {}

    /** Ends with 0 if everything is sealed by the current key, with 2 if something could not be opened, with 1 if nothing could be done. */
    public static void main(String[] args) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    private static int run(PrintStream console) {
        var data = Path.of(StandaloneDatabase.dataFolder());
        var keys = DataKeys.of(setting(), data);
        if (keys.condition() != DataKeys.Condition.READY) {
            console.println("Không có khoá mã hoá dữ liệu (portal.data.keys, there is no data key). " + keys.problem());
            return 1;
        }
        console.println("Khoá hiện hành và các khoá cũ (current key, former keys): "
                + String.join(", ", keys.ring().ids()));
        try (var folder = DataFolder.holdIfFree(data);
                var database = StandaloneDatabase.open(folder);
                var em = database.entityManager()) {
            var outcomes = new Rotation(keys, work -> inTransaction(em, work))
                    .run(SealedColumns.all(), count -> console.println("  đã mã hoá lại " + count));
            var unopened = 0;
            for (var outcome : outcomes) {
                unopened += outcome.unopened();
                console.printf(
                        "%s: mã hoá lại %d, không mở được %d%s%n",
                        outcome.column(),
                        outcome.sealed(),
                        outcome.unopened(),
                        outcome.missing().isEmpty() ? "" : ", thiếu khoá " + String.join(", ", outcome.missing()));
            }
            console.println(
                    unopened == 0
                            ? "Xong. Khoá cũ không còn cần cho cơ sở dữ liệu này; hãy giữ chúng cùng các bản sao lưu cũ."
                            : "Có dữ liệu không mở được; chúng được giữ nguyên. Đừng bỏ khoá cũ.");
            return unopened == 0 ? 0 : 2;
        } catch (DatabaseVersionException e) {
            console.println(e.getMessage());
            return 1;
        } catch (IOException | SQLException | RuntimeException e) {
            console.println("Không đổi được khoá (rotation failed, begin again): " + e);
            return 1;
        }
    }

    private static Optional<String> setting() {
        return Optional.ofNullable(System.getProperty("portal.data.keys", System.getenv("PORTAL_DATA_KEYS")));
    }

    private static void inTransaction(EntityManager em, Rotation.Work work) throws SQLException {
        var transaction = em.getTransaction();
        transaction.begin();
        try {
            work.with(em.unwrap(Connection.class));
            transaction.commit();
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }
}
