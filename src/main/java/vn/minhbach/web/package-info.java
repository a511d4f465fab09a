/**
 * What stands between the network and the features: requests and their addresses, the reader at hand ({@link
 * vn.minhbach.web.Visit}), public views and their frame, the theme's files, the page cache, lists page by page. It knows no
 * feature; what the frame says of the department comes through {@link vn.minhbach.web.SiteFrame}.
 */
@NullMarked
package vn.minhbach.web;

import org.jspecify.annotations.NullMarked;
