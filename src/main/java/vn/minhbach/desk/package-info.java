/**
 * The back-office kit: what every screen of {@code /quan-tri} is made of, so that all of them behave alike. A screen is one bean for
 * one view ({@link vn.minhbach.desk.Screen}); it loads what it shows once, and no getter asks a service.
 *
 * <p>A screen that lists keeps a {@link vn.minhbach.desk.LazyList}, which brings one page at a time from the database and whose filter,
 * page and order stand in the address ({@link vn.minhbach.desk.ListState}). A screen that changes something hands the deed to
 * {@link vn.minhbach.desk.Reply}: what a rule forbids is told at its field and what was typed stays; what is done is told after a
 * redirect, where a reload does nothing twice. A deed that arrives twice is answered twice and done once
 * ({@link vn.minhbach.desk.Once}).
 *
 * <p>{@link vn.minhbach.desk.History} keeps who did what to which row and what it was before, from which a removal is taken back.
 * The tags of the kit lie in {@code WEB-INF/tags}, its look in {@code admin.css}, its script in {@code desk.js}.
 */
@NullMarked
package vn.minhbach.desk;

import org.jspecify.annotations.NullMarked;
