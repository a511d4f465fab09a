/** Journeys of people through the portal, in a real browser against the portal as {@code mvn -Prun} starts it. */
@NullMarked
package vn.minhbach.browser;

import org.jspecify.annotations.NullMarked;
