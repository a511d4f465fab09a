/**
 * The frame around all features: home page, reform column, site map, the back office's overview, feeds and the API's door;
 * and what concerns every request: safe headers, language, the cache of rendered pages, errors.
 *
 * <p>A request first meets {@link vn.minhbach.web.RequestFilter}, then {@link vn.minhbach.web.PageCacheFilter}, then a servlet:
 * for pages {@link vn.minhbach.web.ViewServlet}, which loads the page's bean and shows it by a view of {@code src/main/jte}. At start {@link vn.minhbach.store.Migrator} brings the database into form and
 * {@link vn.minhbach.sample.SampleLoader} fills an empty one.
 */
@NullMarked
package vn.minhbach.site;

import org.jspecify.annotations.NullMarked;
