/**
 * Staff and how they sign in. Citizens need no account.
 *
 * <p>Whoever comes in, by a password ({@link vn.minhbach.account.SignInServlet}), with a code beside it
 * ({@link vn.minhbach.account.SecondFactorServlet}) or by a passkey ({@link vn.minhbach.account.PasskeyServlet}), comes through one
 * entrance, which opens a session and writes it down. With every request {@link vn.minhbach.account.SignedInActor} looks whether that
 * sign-in still holds and what the table of rights gives. {@link vn.minhbach.account.FirstAdministrator} opens the first account; the
 * others are opened at the desk of {@code people}, and their owners choose a password by a link
 * ({@link vn.minhbach.account.SetPasswordServlet}).
 */
@NullMarked
package vn.minhbach.account;

import org.jspecify.annotations.NullMarked;
