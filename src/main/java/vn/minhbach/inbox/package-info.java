/**
 * The moderated inbox: what citizens ask, point out and request, from the form until the answer is public. Somebody sends; a moderator
 * looks whether the department may take it up, and assigns it; somebody of the unit answers; somebody else approves; the sender is told,
 * and, where that may be, everybody reads the answer with nothing in it that says who asked.
 *
 * <p>What kinds there are ({@link vn.minhbach.inbox.SubmissionKind}) is data: what each asks for, which limits of
 * {@code legal} hold, what it says. What may be done where stands in one table, {@link vn.minhbach.inbox.InboxStep}. A
 * {@link vn.minhbach.inbox.Submission} holds two texts: the sender's own, sealed, for sender and handler, and the public one, a
 * {@link vn.minhbach.inbox.Publication}, which is all that lists, search and other people ever see.
 */
@NullMarked
package vn.minhbach.inbox;

import org.jspecify.annotations.NullMarked;
