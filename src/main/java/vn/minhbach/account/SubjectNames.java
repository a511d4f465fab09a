package vn.minhbach.account;

import java.util.Collection;
import java.util.Map;

/**
 * Says in words what deeds were done to where the audit has only a number. A feature implements it for its services; beans of it are
 * found by themselves.
 */
public interface SubjectNames {

    /** The simple name of the service whose subjects it knows: "ArticleService". */
    String service();

    /** A title, and the place in the portal where the thing is seen; empty if it is seen nowhere. */
    record Named(String title, String place) {}

    /** Those of the subjects that are still known. */
    Map<String, Named> names(Collection<String> subjects);
}
