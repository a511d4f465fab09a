/**
 * What stands beside a text while somebody writes it, and never in the way: numbers of documents and codes of procedures that could be
 * links, numbers that cannot be right, terms that the law or the map no longer knows, abbreviations that readers may not know, sentences
 * that are too long, and what is missing.
 *
 * <p>{@link vn.minhbach.writing.Hints} looks at a text and knows nothing else; what it looks for are {@link vn.minhbach.writing.Rules},
 * which editors keep. The editor's script asks {@link vn.minhbach.writing.HintsServlet} when typing pauses.
 */
@NullMarked
package vn.minhbach.writing;

import org.jspecify.annotations.NullMarked;
