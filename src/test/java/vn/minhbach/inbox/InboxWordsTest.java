package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.desk.ListState;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.KeyRing;

/** What lies sealed is found by its words, by whoever may read it. */
class InboxWordsTest {

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private List<Long> search(String typed) {
        return h2.ask(desk -> desk.desk.numbers(InboxQuery.View.ALL, "", "", new ListState(typed, "", false, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"triển lãm", "TRIEN LAM", "lãm, triển!", "Triê\u0309n la\u0303m", "bộ phận một cửa", "thời hạn"})
    void itIsFoundByWhatWasWritten(String typed) {
        var id = h2.send("question");

        assertThat(search(typed)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"triển lãm xe máy", "triể", "Nguyễn", "Lan", "Hàng Bè", "%", "*", "' or 1=1", "🙂"})
    void itIsNotFoundByOtherWordsNorByItsSender(String typed) {
        h2.send("question");

        assertThat(search(typed)).isEmpty();
    }

    @Test
    void messagesNotesAndAnswersAreFoundToo() {
        var id = h2.send("question");
        h2.clock().pass(Duration.ofMinutes(1));
        var other = h2.send("question");
        var code = h2.code(id);
        h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t9", "Tôi gửi thêm bản vẽ mặt bằng."));
        h2.deed(id, (desk, sheet) -> desk.note(id, sheet.unit(), sheet.version(), "Hỏi lại phòng Di sản."));
        h2.answer(id);

        assertThat(search("mặt bằng")).containsExactly(id);
        assertThat(search("di sản")).containsExactly(id);
        assertThat(search("7 ngày làm việc")).containsExactly(id);
        assertThat(search("triển lãm")).containsExactlyInAnyOrder(id, other);
    }

    @Test
    void whoSeesOneUnitFindsInThatUnit() {
        var id = h2.send("question");
        h2.clock().pass(Duration.ofMinutes(1));
        h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));

        h2.actAs(InboxOnH2.at("responder", "van-phong"));

        assertThat(search("triển lãm")).containsExactly(id);
    }

    @Test
    void theDatabaseHoldsNoWordAndNoTwoAlike() {
        h2.send("question");
        h2.clock().pass(Duration.ofMinutes(1));
        h2.send("question");

        var kept = h2.database()
                .ask(em -> em.createQuery("select w.sealed from KeptWords w", String.class)
                        .getResultList());
        assertThat(kept).hasSize(2).doesNotHaveDuplicates().allMatch(each -> each.startsWith("e2:k1:"));
    }

    @Test
    void aNodeTakesOverWhatIsNewAndWhatWasForgotten() {
        var first = h2.send("question");
        var index = new InboxWordIndex[1];
        assertThat(find(index, "trien", "lam")).containsExactly(first);

        h2.clock().pass(Duration.ofHours(1));
        var second = h2.send("question");
        assertThat(find(index, "trien", "lam")).containsExactlyInAnyOrder(first, second);

        h2.clock().pass(Duration.ofHours(1));
        h2.database()
                .inTransaction(em ->
                        new SenderRepository(em).forgetWords(first, h2.clock().instant()));
        assertThat(find(index, "trien", "lam")).containsExactly(second);
    }

    /** One node over several transactions. */
    private java.util.Set<Long> find(InboxWordIndex[] node, String... words) {
        return h2.database().ask(em -> {
            var repository = new KeptWordsRepository(em);
            if (node[0] == null) {
                node[0] = new InboxWordIndex(repository, new FieldCipher(InboxOnH2.KEYS));
            }
            node[0].repository = repository;
            return node[0].find(List.of(words));
        });
    }

    @Test
    void whatWasTakenInBeforeThereWereWordsGetsThem() {
        var id = h2.send("question");
        h2.database()
                .inTransaction(em -> em.createQuery("delete from KeptWords w").executeUpdate());
        assertThat(search("triển lãm")).isEmpty();

        keepMissing(InboxOnH2.KEYS);

        assertThat(search("triển lãm")).containsExactly(id);
    }

    @Test
    void withoutAKeyNothingIsWrittenOver() {
        h2.send("question");
        h2.database()
                .inTransaction(em -> em.createQuery("delete from KeptWords w").executeUpdate());

        keepMissing(DataKeys.of(KeyRing.EMPTY));

        var kept = h2.database()
                .ask(em -> em.createQuery("select count(w) from KeptWords w", Long.class)
                        .getSingleResult());
        assertThat(kept).isZero();
    }

    private void keepMissing(DataKeys keys) {
        h2.database().inTransaction(em -> {
            var desk = h2.new Desk(em);
            var words = new KeptWordsRepository(em);
            new InboxWordsService(
                            desk.repository,
                            words,
                            desk.inbox,
                            new InboxWordIndex(words, new FieldCipher(keys)),
                            new FieldCipher(keys))
                    .keepMissing();
        });
    }

    @Test
    void aMegabyteOfWordsFitsItsColumn() {
        var words = new StringBuilder();
        for (var i = 0; i < 100_000; i++) {
            words.append("chữ").append(i).append(' ');
        }

        var kept = SubmissionWords.of(List.of(words.toString()));
        assertThat(kept.length()).isBetween(30_000, 40_000);
        assertThat(new FieldCipher(InboxOnH2.KEYS).seal(kept, InboxSeals.WORDS, KeptWords.sealedRow(1)))
                .hasSizeLessThan(60_000);
        var chinese =
                SubmissionWords.of(List.of("字字 ".repeat(10) + words.toString().replace("chữ", "字")));
        assertThat(new FieldCipher(InboxOnH2.KEYS).seal(chinese, InboxSeals.WORDS, KeptWords.sealedRow(1)))
                .hasSizeLessThan(60_000);
    }
}
