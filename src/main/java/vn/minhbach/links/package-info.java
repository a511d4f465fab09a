/**
 * Where public content leads, and what of that is found no more ("liên kết hỏng"). Whoever follows a link of the department's and comes to nothing
 * blames the department, so those who keep the content are told.
 *
 * <p>Each feature says what of its content is public and where that leads ({@link vn.minhbach.links.LinkSource}); this package knows no feature.
 * All of it is taken over each night ({@link vn.minhbach.links.WatchLinks}). What lies within the portal is asked of the portal itself, without a
 * request ({@link vn.minhbach.links.OwnAddresses}); what lies elsewhere is looked at once a week and with care
 * ({@link vn.minhbach.links.CheckLinks}). Everybody sees the broken links of what they may put right, at {@code /quan-tri/lien-ket-hong}.
 */
@NullMarked
package vn.minhbach.links;

import org.jspecify.annotations.NullMarked;
