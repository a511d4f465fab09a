/**
 * How long the law gives, and until which day. A {@link vn.minhbach.legal.TimeRule} says for a kind of matter and a step of its handling
 * how many working or calendar days there are, on which basis, and from when till when that holds; a
 * {@link vn.minhbach.legal.CalendarDay} says which weekday is a holiday and which Saturday is worked. Both are rows that the office keeps
 * at {@code /quan-tri/thoi-han} and {@code /quan-tri/lich-lam-viec}: no limit stands in the code.
 *
 * <p>A {@link vn.minhbach.legal.Reckoner} makes a day of them, and a {@link vn.minhbach.legal.Reckoning} that can be read: what was
 * counted, what was left out, and why. Who has due days of their own implements {@link vn.minhbach.legal.ClockUser}, and is told within
 * the same transaction when a row changes.
 */
@NullMarked
package vn.minhbach.legal;

import org.jspecify.annotations.NullMarked;
