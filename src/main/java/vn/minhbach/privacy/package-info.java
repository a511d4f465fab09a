/**
 * What people tell the department of themselves, and how it is kept from everybody else. A citizen writes a name, a number, an address into
 * a question; the one who answers needs them, the public does not. {@link vn.minhbach.privacy.PersonalData} proposes what to mask,
 * a moderator decides, and {@link vn.minhbach.privacy.Masks} keeps the decision beside the text and makes the public text of both. In
 * the database the full text lies sealed by {@link vn.minhbach.privacy.FieldCipher}; a telephone number is found again by
 * {@link vn.minhbach.privacy.BlindIndex} without being readable.
 */
@NullMarked
package vn.minhbach.privacy;

import org.jspecify.annotations.NullMarked;
