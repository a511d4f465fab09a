/**
 * Finding things: the Lucene index of everything the public may see, and what happens to a query.
 *
 * <p>A feature offers its content as a {@link vn.minhbach.search.SearchSource}. {@link vn.minhbach.search.SearchIndexer} follows
 * the change log: for every changed item it asks the source for the item's present state and puts it into
 * {@link vn.minhbach.search.SearchIndex}, together with the position it has reached, in one commit. So index and position
 * cannot disagree, and the index is disposable: if it is missing, damaged or of another make, it is built anew from the
 * sources beside the serving one while the site goes on.
 *
 * <p>A query goes through {@link vn.minhbach.search.SearchService}: it is cleaned and cut, numbers and codes are taken out, and
 * the rest is taken apart into syllables and pairs of syllables, with marks and without, each looked for in titles and
 * bodies. Views: {@code /tim-kiem}; API: {@code /api/v1/search}.
 */
@NullMarked
package vn.minhbach.search;

import org.jspecify.annotations.NullMarked;
