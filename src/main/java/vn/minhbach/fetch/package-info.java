/**
 * Asks other people's servers: for feeds that are relayed, for links that may be broken. Whoever can give the portal an address
 * could have it ask machines that only it can reach, or send it more than it can hold. So each address is resolved once, refused unless
 * all that it resolves to is public, and connected to as resolved; each redirect again; and all that comes is bounded in bytes and in time
 * ({@link vn.minhbach.fetch.Fetcher}).
 */
@NullMarked
package vn.minhbach.fetch;

import org.jspecify.annotations.NullMarked;
