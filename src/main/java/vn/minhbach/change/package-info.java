/**
 * The log of what changed for the public: the backbone on which everything derived from published content hangs.
 *
 * <p>A service that changes what citizens can see appends to {@link vn.minhbach.change.ChangeLog} in the same transaction.
 * {@link vn.minhbach.change.ChangeWatch} sees the log grow and fires {@link vn.minhbach.change.LogAdvanced}; the search index and
 * the page cache follow that and nothing else. A follower keeps its own position and reads the rows after it, so a crash
 * between the database and the follower loses nothing: on start it goes on where it stood.
 */
@NullMarked
package vn.minhbach.change;

import org.jspecify.annotations.NullMarked;
