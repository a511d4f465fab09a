package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.editorial.EditorialStatus;
import vn.minhbach.shared.RuleBrokenException;

/** The life of an article, from draft to withdrawal and back. */
class ArticleTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T01:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);

    @Test
    void aNewArticleIsADraftThatNobodySees() {
        var article = draft();

        assertThat(article.getStatus()).isEqualTo(EditorialStatus.DRAFT);
        assertThat(article.isPublished()).isFalse();
        assertThat(article.getPublishedAt()).isNull();
    }

    @Test
    void itKeepsItsFirstDateWhenItComesBackAfterAWithdrawal() {
        var article = draft();

        article.publish(MONDAY);
        article.withdraw(TUESDAY);
        assertThat(article.isPublished()).isFalse();
        article.publish(WEDNESDAY);

        assertThat(article.isPublished()).isTrue();
        assertThat(article.getPublishedAt()).isEqualTo(MONDAY);
        assertThat(article.getUpdatedAt()).isEqualTo(WEDNESDAY);
    }

    @Test
    void aDraftCannotBeWithdrawn() {
        var article = draft();

        assertThatThrownBy(() -> article.withdraw(TUESDAY))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("editorial.error.step");
        assertThat(article.getStatus()).isEqualTo(EditorialStatus.DRAFT);
        assertThat(article.getUpdatedAt()).isEqualTo(MONDAY);
    }

    @Test
    void whatIsPublicCannotBePublishedAgain() {
        var article = draft();
        article.publish(MONDAY);

        assertThatThrownBy(() -> article.publish(TUESDAY)).isInstanceOf(RuleBrokenException.class);
        assertThat(article.getUpdatedAt()).isEqualTo(MONDAY);
    }

    @Test
    void whatIsWithdrawnCannotBeWithdrawnAgain() {
        var article = draft();
        article.publish(MONDAY);
        article.withdraw(TUESDAY);

        assertThatThrownBy(() -> article.withdraw(WEDNESDAY)).isInstanceOf(RuleBrokenException.class);
        assertThat(article.getStatus()).isEqualTo(EditorialStatus.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource
    void noStatusLeadsToItselfOrBackToTheDraft(EditorialStatus status) {
        assertThat(status.next()).isNotEmpty().doesNotContain(status, EditorialStatus.DRAFT);
    }

    @Test
    void whatIsWrittenIsCleaned() {
        var article = draft();

        article.write(" Lời\n dẫn ", "<p onclick='x'>Thân</p><script>x</script>", "Thu\u0000 Hà", TUESDAY);
        article.label(List.of(" thể \n chế "), List.of("1.001234"));

        assertThat(article.getLead()).isEqualTo("Lời dẫn");
        assertThat(article.getBody()).isEqualTo("<p>Thân</p>");
        assertThat(article.getAuthor()).isEqualTo("Thu Hà");
        assertThat(article.getTags()).containsExactly("thể chế");
        assertThat(article.getUpdatedAt()).isEqualTo(TUESDAY);
    }

    private static Article draft() {
        var section = new Section("tin-tuc", "Tin tức", "", SectionKind.NEWS, 1);
        return new Article(section, "khai-truong", "Khai trương", MONDAY);
    }
}
