/**
 * Whether the pages of the procedures say what their sources say. {@link vn.minhbach.quality.Checks} reads a page as it is rendered and
 * the import record from which it came, and knows nothing of the code that leads from the one to the other; so a fault in that code
 * cannot hide itself. The command {@code mvn -Pquality} counts over a file; the desk {@code /quan-tri/chat-luong} shows editors the
 * same findings over the database, the most read pages first, and keeps what they accept and why.
 */
@NullMarked
package vn.minhbach.quality;

import org.jspecify.annotations.NullMarked;
