/** The department and its units: what each does, who leads it, where it is. Views: {@code /don-vi}. */
@NullMarked
package vn.minhbach.unit;

import org.jspecify.annotations.NullMarked;
