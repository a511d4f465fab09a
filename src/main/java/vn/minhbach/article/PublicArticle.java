package vn.minhbach.article;

/** A public article, whole: its line in the lists, and all that its published version says. */
public record PublicArticle(Article article, ArticleContent content) {}
