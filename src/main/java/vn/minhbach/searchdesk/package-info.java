/**
 * What editors teach the search, and what the search learns from its readers without knowing them.
 *
 * <p>Editors keep {@link vn.minhbach.searchdesk.SearchWord}s (abbreviations and other names of things),
 * {@link vn.minhbach.searchdesk.BestBet}s (what must stand first for a query) and
 * {@link vn.minhbach.searchdesk.DeniedSuggestion}s. Every change goes through the change log, so that all nodes take it over:
 * {@link vn.minhbach.searchdesk.Teaching} hands the present state to the search.
 *
 * <p>{@link vn.minhbach.searchdesk.OpenedCounter} is told of the pages that are opened, also of those that the page cache answers.
 * {@link vn.minhbach.searchdesk.QueryCounter} counts queries, and keeps one only when three different readers have asked it;
 * {@link vn.minhbach.searchdesk.ViewCounter} counts how often pages are opened, from which the search learns what is popular.
 * Neither keeps anything about the reader.
 */
@NullMarked
package vn.minhbach.searchdesk;

import org.jspecify.annotations.NullMarked;
