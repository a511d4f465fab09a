/**
 * The fictional department, "Sở Văn hóa và Thể thao tỉnh An Hải", with which a new portal is filled, so that whoever tries it
 * finds something to look at.
 */
@NullMarked
package vn.minhbach.sample;

import org.jspecify.annotations.NullMarked;
