/**
 * Who may do what, as words that every other part uses: a {@link vn.minhbach.access.Permission}, which a door of the portal or a
 * method of a service ({@link vn.minhbach.access.Permit}) asks for, and the {@link vn.minhbach.access.Actor} who has it or not.
 *
 * <p>Who is signed in, which role has which permission, and what was done or refused is kept by {@code account}.
 */
@NullMarked
package vn.minhbach.access;

import org.jspecify.annotations.NullMarked;
