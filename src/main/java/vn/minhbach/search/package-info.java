/**
 * Finding things: the Lucene index of everything the public may see, and what happens to a query.
 *
 * <p>A feature offers its content as a {@link vn.minhbach.search.SearchSource}. {@link vn.minhbach.search.SearchIndexer} follows
 * the change log: for every changed item it asks the source for the item's present state and puts it into
 * {@link vn.minhbach.search.SearchIndex}, together with the position it has reached, in one commit. So index and position
 * cannot disagree, and the index is disposable: if it is missing, damaged or of another make, it is rebuilt from the
 * sources beside the serving one while the site goes on.
 *
 * <p>What happens to a query, step by step, in {@link vn.minhbach.search.SearchEngine}:
 *
 * <ol>
 *   <li>It is cleaned (NFC, no control characters), cut to 300 characters, and written in the letters that it seems to be
 *       written in ({@link vn.minhbach.shared.LookAlikes}).
 *   <li>{@link vn.minhbach.search.Numbers} takes out codes and document numbers; nothing below touches them. If there is the
 *       number of somebody's dossier, nothing is looked for: the reader is shown where it is looked up.
 *   <li>What is left becomes {@link vn.minhbach.search.Word}s, each in the canonical form of
 *       {@link vn.minhbach.search.Syllable}, in which hoà and hòa, ký and kí are the same.
 *   <li>A query in {@link vn.minhbach.search.English} is reduced to its terms. Any other is taken apart where blanks are
 *       missing ({@link vn.minhbach.search.Glued}).
 *   <li>{@link vn.minhbach.search.Repair} finds out what was meant, by the {@link vn.minhbach.search.SyllableModel} that
 *       {@link vn.minhbach.search.Models} keeps for the index: forgotten marks, slips, raw keystrokes
 *       ({@link vn.minhbach.search.Telex}). What else may have been meant is asked. A request may forbid it.
 *   <li>{@link vn.minhbach.search.Synonyms} finds terms that are also called otherwise. The outcome so far is
 *       {@link vn.minhbach.search.Understood}; {@link vn.minhbach.search.Asking} takes out of it what only says that somebody
 *       asks.
 *   <li>{@link vn.minhbach.search.QueryBuilder} makes of it what an item must have to be found at all, and what it is ranked
 *       by: syllables and pairs of syllables in titles, names, bodies and attached files, as heavy as
 *       {@link vn.minhbach.search.Weights} says.
 *   <li>{@link vn.minhbach.search.Matches} finds everything that has it, as one bit for each item
 *       ({@link vn.minhbach.search.EnoughWords}).
 *   <li>{@link vn.minhbach.search.Ranking} adds up, clause by clause, what each of these items gets, and keeps those that come near
 *       the best; the others are farther off and shown only to whoever wants them too. {@link vn.minhbach.search.Special} puts
 *       those back that are special in a way nobody asked for, and {@link vn.minhbach.search.SearchDocument#nearness()} those that
 *       are far from most people. What is no longer in force comes behind all others.
 *   <li>What is left is narrowed by the chosen filters and counted; {@link vn.minhbach.search.FacetCounter} counts it by facet.
 *   <li>{@link vn.minhbach.search.Clarity} says whether the first is clearly what is meant: then its kind's
 *       {@link vn.minhbach.search.Answer} stands above the results.
 *   <li>{@link vn.minhbach.search.Highlighter} marks the words and cuts the best passage of each hit on the page out of its
 *       {@link vn.minhbach.search.StoredText}, and
 *       {@link vn.minhbach.search.Shares} says, if asked, what each score is made of.
 * </ol>
 *
 * <p>{@link vn.minhbach.search.Suggester} completes what is being typed. How well all this finds is measured by
 * {@link vn.minhbach.search.Evaluation}, how fast under load by {@link vn.minhbach.search.LoadBench}, and weights are looked
 * for by {@link vn.minhbach.search.Tuner}. Views:
 * {@code /tim-kiem}; API: {@code /api/v1/search}.
 */
@NullMarked
package vn.minhbach.search;

import org.jspecify.annotations.NullMarked;
