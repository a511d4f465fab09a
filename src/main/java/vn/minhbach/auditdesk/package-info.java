/**
 * The desk of the audit: who did what, to which item, from where and when, as words; whether the audit is still as it was written; and the
 * way to take it out of the portal.
 */
@NullMarked
package vn.minhbach.auditdesk;

import org.jspecify.annotations.NullMarked;
