/**
 * Staff and how they sign in. Citizens need no account.
 *
 * <p>The server asks {@link vn.minhbach.account.PortalIdentityStore} when somebody fills in {@code /dang-nhap};
 * {@code web.xml} says which role may go where. {@link vn.minhbach.account.FirstAdministrator} opens the first account.
 */
@NullMarked
package vn.minhbach.account;

import org.jspecify.annotations.NullMarked;
