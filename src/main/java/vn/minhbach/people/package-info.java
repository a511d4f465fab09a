/**
 * The screens where administrators keep the people of the back office: who there is, what they may do and where, and the table of
 * rights itself. Accounts, sign-in and the rules that hold for them lie in {@code account}.
 *
 * <p>An administrator writes down a colleague ({@link vn.minhbach.people.PersonPage}); the colleague is given a link, chooses a
 * password by it, and signs in. Nobody is ever deleted: what they wrote stays theirs, and an account that is not used is closed.
 */
@NullMarked
package vn.minhbach.people;

import org.jspecify.annotations.NullMarked;
