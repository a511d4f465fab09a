/**
 * Commands that people type: import, check, evaluation of the search, and in {@link vn.minhbach.tools.run} the launcher behind
 * {@code mvn -Prun}. Nothing of this is in the WAR.
 */
@NullMarked
package vn.minhbach.tools;

import org.jspecify.annotations.NullMarked;
