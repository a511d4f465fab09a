/**
 * The frame around all features: home page, reform column, site map, the back office's overview, feeds and the API's door;
 * and what concerns every request: safe headers, language, the cache of rendered pages, errors.
 *
 * <p>A request first meets {@link vn.minhbach.site.RequestFilter}, then {@link vn.minhbach.site.PageCacheFilter}, then its view
 * or servlet. At start {@link vn.minhbach.shared.Migrator} brings the database into form and
 * {@link vn.minhbach.site.SampleLoader} fills an empty one.
 */
@NullMarked
package vn.minhbach.site;

import org.jspecify.annotations.NullMarked;
