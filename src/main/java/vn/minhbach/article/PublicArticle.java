package vn.minhbach.article;

import org.jspecify.annotations.Nullable;

/**
 * A public article, whole: its line in the lists, and all that its published version says.
 *
 * @param archived what is said above an article of the past, which may be nothing; null for one of today
 */
public record PublicArticle(
        Article article, ArticleContent content, @Nullable String archived) {}
