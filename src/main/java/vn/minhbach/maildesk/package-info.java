/**
 * The desk of the portal's mail: whether it is on and who depends on it, which letters wait or were given up, and what the letters
 * say. What happens to a letter is told in {@code mail}.
 */
@NullMarked
package vn.minhbach.maildesk;

import org.jspecify.annotations.NullMarked;
