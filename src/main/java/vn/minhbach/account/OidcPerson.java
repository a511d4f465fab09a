package vn.minhbach.account;

import java.util.Set;

/**
 * Whom the department's server says somebody is.
 *
 * @param name what stands in the claim that names the account
 * @param groups to which they belong there; empty if nobody asked
 * @param token the statement itself, by which the server knows whom we sign out
 */
record OidcPerson(String name, Set<String> groups, String token) {}
