/**
 * What every other package may use and what itself uses none of them: the department's clock, cleaning of text that comes
 * in, one page of a list, and the three exceptions that a page or the API turns into an answer.
 */
@NullMarked
package vn.minhbach.shared;

import org.jspecify.annotations.NullMarked;
