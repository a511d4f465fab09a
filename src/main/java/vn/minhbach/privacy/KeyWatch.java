package vn.minhbach.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Says at the start, in one line of the log, if there is no key, or one is missing that something in the database needs; and in another, if values lie in
 * the form from before they were bound to their rows. That none are left does not say that none could be put back: a copy of one opens in any row of its
 * column as long as the key that sealed it is there, and is shut out only when that key is taken out after another one came.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyWatch {

    private static final Logger LOG = Logger.getLogger(KeyWatch.class.getName());

    /** What is said of values from before. */
    static final String FORMER = "Có dữ liệu niêm theo cách cũ, chưa gắn với dòng của nó: hãy chạy mvn -Protate để gắn."
            + " Bản sao của dữ liệu ấy vẫn mở được ở dòng khác cho đến khi có khoá mới và khoá cũ được bỏ ra."
            + " Some values are not bound to their rows yet; mvn -Protate binds them."
            + " Copies of them open in other rows until there is a new key and the old one is taken out.";

    @Inject
    DataKeys keys;

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource database;

    @PostConstruct
    void start() {
        List<KeyCheck.Finding> findings = List.of();
        var check = new KeyCheck(keys);
        try (var connection = database.getConnection()) {
            findings = check.run(connection, SealedColumns.all());
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "Whether all data keys are there could not be found out", e);
        }
        var line = line(keys, findings);
        if (line.isEmpty()) {
            LOG.log(Level.INFO, "Personal data are sealed by {0}", keys.ring());
        } else {
            LOG.severe(line);
        }
        if (check.sawFormer()) {
            LOG.warning(FORMER);
        }
    }

    /** All that is wrong, in one line: what does not work, which keys are missing, and that nothing is lost by it. Empty if all is well. */
    static String line(DataKeys keys, List<KeyCheck.Finding> findings) {
        var parts = new ArrayList<String>();
        switch (keys.condition()) {
            case MISSING ->
                parts.add("Thiếu khoá mã hoá dữ liệu cá nhân (portal.data.keys): cổng chưa nhận câu hỏi, phản ánh."
                        + " No data key: submissions are refused.");
            case MISREAD ->
                parts.add(
                        "Khoá mã hoá dữ liệu cá nhân (portal.data.keys) không đọc được, cổng chưa nhận câu hỏi, phản ánh."
                                + " The data key cannot be read, submissions are refused: " + keys.problem());
            case READY -> {
                // Submissions are taken; what former keys sealed may still not open.
            }
        }
        var missing = findings.stream()
                .filter(finding -> finding.trouble() == FieldCipher.Trouble.KEY_MISSING)
                .map(KeyCheck.Finding::key)
                .distinct()
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            parts.add("Dữ liệu đã niêm cần khoá " + String.join(", ", missing) + " (sealed data need these keys).");
        }
        var others = findings.stream()
                .filter(finding -> finding.trouble() != FieldCipher.Trouble.KEY_MISSING)
                .map(KeyCheck.Finding::text)
                .collect(Collectors.joining("; "));
        if (!others.isEmpty()) {
            parts.add(others + ".");
        }
        if (parts.isEmpty()) {
            return "";
        }
        parts.add(
                "Không có gì bị xoá: có lại khoá thì mở được; nothing is deleted, and all opens again once the key is back.");
        return String.join(" ", parts);
    }
}
