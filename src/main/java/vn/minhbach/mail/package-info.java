/**
 * Letters that the portal sends: an invitation to a new member of staff, a link to set another password, news for the editorial
 * board. Whoever owes somebody a letter hands it to the {@link vn.minhbach.mail.Outbox} within their own transaction: the deed and
 * the letter are kept together or not at all.
 *
 * <p>From there it is sent by a job, by whichever node comes first ({@link vn.minhbach.mail.Delivery}). A mail server that is away
 * is tried again with growing pauses, under the Message-ID that the letter was given when it was written: whoever receives it
 * twice, since a node died between two steps, receives the same letter. What cannot be sent is given up after a while, and
 * the desk says so.
 *
 * <p>What a letter says is a template with named gaps, which editors change ({@link vn.minhbach.mail.LetterTemplate}); which
 * letters there are is declared by the parts that send them ({@link vn.minhbach.mail.LetterKinds}). Mail is off until a server
 * is named ({@link vn.minhbach.mail.MailSettings}), and then nothing is written.
 */
@NullMarked
package vn.minhbach.mail;

import org.jspecify.annotations.NullMarked;
