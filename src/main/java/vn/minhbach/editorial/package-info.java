/**
 * What all items of the editorial board have in common, whatever they are: an id, an address, numbered versions, and a place in the
 * way from draft to publication to withdrawal.
 *
 * <p>An {@link vn.minhbach.editorial.Item} says nothing by itself; what it says lies in its
 * {@link vn.minhbach.editorial.ItemVersion}s, as the typed record that its kind keeps, for instance {@code article.ArticleContent}.
 * Which of them is public is a pointer, so a newer draft cannot show through. Where an item stands has two sides: what the public
 * sees ({@link vn.minhbach.editorial.ItemState}) and what the board does with the newest version
 * ({@link vn.minhbach.editorial.ReviewState}). {@link vn.minhbach.editorial.Transition} is the one table of what may be done where,
 * what it takes, and who is told. A feature composes its own service of these by {@link vn.minhbach.editorial.Items}, and keeps a row of
 * the published version for its lists; the deeds are found there, for instance {@code article.ArticleService.publish}.
 *
 * <p>What happens by itself at its minute waits in the {@link vn.minhbach.editorial.Timetable} and is done through
 * {@link vn.minhbach.editorial.ItemKind}. What people have typed and not saved is kept by {@link vn.minhbach.editorial.WorkingCopies},
 * what they are told by {@link vn.minhbach.editorial.Notices}. Readers without an account see what is being
 * written by {@link vn.minhbach.editorial.PreviewLinks}.
 */
@NullMarked
package vn.minhbach.editorial;

import org.jspecify.annotations.NullMarked;
