/**
 * News and articles, and the sections under which they stand, the six fields of administrative reform among them.
 *
 * <p>All changes go through {@link vn.minhbach.article.ArticleService}, which writes the change log. Views:
 * {@code /tin-tuc}, {@code /chuyen-muc/<slug>}, {@code /bai-viet/<slug>}; API: {@code /api/v1/articles}.
 */
@NullMarked
package vn.minhbach.article;

import org.jspecify.annotations.NullMarked;
