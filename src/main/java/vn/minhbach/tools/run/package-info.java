/**
 * The launcher behind {@code mvn -Prun}: one Java process that checks the machine, prepares a server domain beside the
 * data and runs the portal in it. It is not part of the web application.
 */
@NullMarked
package vn.minhbach.tools.run;

import org.jspecify.annotations.NullMarked;
