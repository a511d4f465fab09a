package vn.minhbach.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Words;

/** What letters say: those that come with the portal, and what an editor may make of them. */
class TemplatesTest {

    private static final LetterKind INVITATION = OutboxOnH2.INVITATION;

    /** Every letter that any part of the portal declares, in both languages. */
    static Stream<LetterKind> kinds() {
        return new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.minhbach").stream()
                        .filter(each -> each.isAssignableTo(LetterKinds.class) && !each.isInterface())
                        .flatMap(each -> kinds(each.reflect()));
    }

    private static Stream<LetterKind> kinds(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((LetterKinds) constructor.newInstance()).kinds().stream();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatComesWithThePortalCanBeFilled(LetterKind kind) {
        for (var language : List.of("vi", "en")) {
            var words = Words.of(language);
            for (var key : List.of(kind.nameKey(), kind.useKey())) {
                assertThat(words.text(key)).as(key).isNotEqualTo(key);
            }
            var examples = new HashMap<String, String>();
            for (var gap : kind.names()) {
                var key = "letter.gap." + gap;
                assertThat(words.text(key)).as(key).isNotEqualTo(key);
                assertThat(words.text(key + ".example")).as(key).isNotEqualTo(key + ".example");
                examples.put(gap, words.text(key + ".example"));
            }
            var shipped = Templates.shipped(kind, language);
            assertThatCode(() -> shipped.check(kind)).as(kind.key()).doesNotThrowAnyException();
            var filled = shipped.filled(examples);
            assertThat(filled.text()).doesNotContain("[[", "]]", "letter.");
            assertThat(filled.subject()).doesNotContain("[[", "letter.");
        }
    }

    @Test
    void thereAreLetters() {
        assertThat(kinds().map(LetterKind::key))
                .contains("mail.test", "account.invitation")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                  'Mở [[lien-ket]]',              mail.error.subject
            'Mời',               '',                             mail.error.text
            'Mời [[ho-tên]]',    'Mở [[lien-ket]]',              mail.error.gap
            'Mời',               'Mở [[lien-ket]] [[mat-khau]]', mail.error.gap
            'Mời',               'Mở [[lien-ket]',               mail.error.brackets
            'Mời [[lien-ket]]',  'Mở [[lien-ket]]',              mail.error.secret
            'Mời',               'Chào [[ho-ten]]',              mail.error.needed
            """)
    void whatCannotBeFilledIsNotKept(String subject, String text, String why) {
        assertThatThrownBy(() -> LetterText.of(subject, text).check(INVITATION))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage(why);
    }

    @Test
    void whatIsTooLongIsNotKept() {
        assertThatThrownBy(() -> LetterText.of("a".repeat(201), "[[lien-ket]]").check(INVITATION))
                .hasMessage("mail.error.subjectLong");
        assertThatThrownBy(() ->
                        LetterText.of("a", "[[lien-ket]]" + "b".repeat(6_000)).check(INVITATION))
                .hasMessage("mail.error.textLong");
    }

    @Test
    void aValueIsTextAndNothingElse() {
        var filled = LetterText.of("Mời", "Chào [[ho-ten]], [[lien-ket]]")
                .filled(Map.of("ho-ten", "[[lien-ket]] $1 \\ ", "lien-ket", "https://x"));

        assertThat(filled.text()).isEqualTo("Chào [[lien-ket]] $1 \\ , https://x");
    }

    @Test
    void anEditorsWordsAreUsedUntilTheyAreTakenBack() {
        try (var outbox = new OutboxOnH2(MailSettings.off())) {
            var shipped = outbox.templates(templates -> templates.text(INVITATION, "vi"));
            outbox.templates(
                    templates -> templates.write(INVITATION, "vi", LetterText.of("Mời", "Mở [[lien-ket]]"), 0));
            assertThat(outbox.templates(templates -> templates.text(INVITATION, "vi"))
                            .subject())
                    .isEqualTo("Mời");
            assertThat(outbox.templates(templates -> templates.text(INVITATION, "en"))
                            .subject())
                    .contains("Invitation");

            assertThat(outbox.templates(templates -> templates.forget(INVITATION, "vi"))
                            .orElseThrow()
                            .subject())
                    .isEqualTo("Mời");
            assertThat(outbox.<Optional<LetterText>>templates(templates -> templates.forget(INVITATION, "vi")))
                    .isEmpty();
            assertThat(outbox.<LetterText>templates(templates -> templates.text(INVITATION, "vi")))
                    .isEqualTo(shipped);
        }
    }

    @Test
    void theSecondToSaveHearsOfTheFirst() {
        try (var outbox = new OutboxOnH2(MailSettings.off())) {
            var mine = LetterText.of("Mời", "Mở [[lien-ket]]");
            outbox.templates(templates -> templates.write(INVITATION, "vi", mine, 0));

            assertThatThrownBy(() -> outbox.templates(templates -> templates.write(INVITATION, "vi", mine, 0)))
                    .isInstanceOf(ChangedMeanwhileException.class);
            var version = outbox.templates(templates ->
                    templates.written(INVITATION, "vi").orElseThrow().getVersion());
            outbox.templates(
                    templates -> templates.write(INVITATION, "vi", LetterText.of("Hai", "[[lien-ket]]"), version));
            assertThatThrownBy(() -> outbox.templates(templates -> templates.write(INVITATION, "vi", mine, version)))
                    .isInstanceOf(ChangedMeanwhileException.class);
        }
    }
}
