/**
 * What all items of the editorial board have in common: an address, a title, and the steps from draft to publication to
 * withdrawal. The deeds themselves are found with the feature, for instance {@code article.ArticleService.publish}.
 */
@NullMarked
package vn.minhbach.editorial;

import org.jspecify.annotations.NullMarked;
