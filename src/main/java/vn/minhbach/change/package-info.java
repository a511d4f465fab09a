/**
 * The log of what changed for the public: the backbone on which everything derived from published content hangs.
 *
 * <p>A service that changes what citizens can see appends to {@link vn.minhbach.change.ChangeLog} in the same transaction.
 * {@link vn.minhbach.change.ChangeWatch} sees the log move and has {@link vn.minhbach.change.Followers} tell everybody, in the
 * phases of {@link vn.minhbach.change.Follower.Phase}: first the {@link vn.minhbach.change.Derived} values, then the search index,
 * then what is made of both. The index keeps its own position and reads the rows after it, so a crash between the database and
 * the index loses nothing: on start it goes on where it stood.
 */
@NullMarked
package vn.minhbach.change;

import org.jspecify.annotations.NullMarked;
