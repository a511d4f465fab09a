/**
 * The database as every part uses it: the data source, the migrations that bring its tables to this version, the converters of
 * columns, the folder of data, and the way in for commands that run beside the portal.
 */
@NullMarked
package vn.minhbach.store;

import org.jspecify.annotations.NullMarked;
