package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.KeyCheck;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.SealedColumns;
import vn.minhbach.web.Words;

/** The portal without the key that sealed what it holds: it takes nothing in, and nothing that is there is touched. */
class LostKeyTest {

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private String tables() {
        return h2.database()
                .ask(em -> List.of("inbox_submission", "inbox_event", "inbox_answer", "inbox_words").stream()
                        .flatMap(table -> ((List<?>) em.createNativeQuery("select * from " + table)
                                        .getResultList())
                                .stream())
                        .map(row -> java.util.Arrays.toString((Object[]) row))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void nothingIsTakenInAndNothingIsTouched() {
        var id = h2.send("question");
        var before = tables();
        h2.useKeys(DataKeys.of(KeyRing.EMPTY));
        h2.clock().pass(Duration.ofMinutes(1));

        assertThatThrownBy(() -> h2.send("question")).hasMessage("privacy.error.key");
        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.note(id, sheet.unit(), sheet.version(), "Ghi chú")))
                .hasMessage("privacy.error.key");
        assertThat(Words.VIETNAMESE.text("privacy.error.key")).isNotEqualTo("privacy.error.key");
        assertThat(h2.open(id).text()).isEqualTo("⟦không mở được: thiếu khoá k1⟧");
        assertThat(tables()).isEqualTo(before);

        h2.useKeys(InboxOnH2.KEYS);
        assertThat(h2.open(id).text()).isEqualTo("Giấy phép tổ chức triển lãm mất bao lâu?");
    }

    @Test
    void everyColumnThatNeedsTheKeyIsFound() throws SQLException {
        var id = h2.send("question");
        h2.answer(id);

        try (var connection = h2.database().dataSource().getConnection()) {
            var findings = new KeyCheck(DataKeys.of(KeyRing.EMPTY)).run(connection, SealedColumns.all());

            assertThat(findings)
                    .extracting(finding -> finding.column().toString())
                    .contains(
                            "inbox_submission.name_sealed",
                            "inbox_submission.text_sealed",
                            "inbox_answer.full_sealed",
                            "inbox_words.words_sealed");
            assertThat(findings).extracting(KeyCheck.Finding::key).containsOnly("k1");
        }
    }
}
