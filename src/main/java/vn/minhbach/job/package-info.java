/**
 * Work that nobody waits for. There are two kinds, and this package is the only place that knows threads and timers:
 *
 * <ul>
 *   <li>{@link vn.minhbach.job.Repeating}: what every node does again and again for itself, such as looking at the change log.
 *       It is kept nowhere and ends only with the portal.
 *   <li>{@link vn.minhbach.job.Jobs}: what the department wants done once, on whichever node, such as forgetting old counts. It is
 *       kept in the database, so it is caught up after the portal was down.
 * </ul>
 *
 * <p>What a job could not do and people have to look at it tells {@link vn.minhbach.job.Troubles}.
 */
@NullMarked
package vn.minhbach.job;

import org.jspecify.annotations.NullMarked;
