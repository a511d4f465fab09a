package vn.minhbach.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says in words what deeds were done to where the audit has only a number. A feature implements it for its services; beans of it are
 * found by themselves.
 */
public interface SubjectNames {

    /** The simple names of the services whose subjects it knows: "ArticleService". */
    Set<String> services();

    /** A title, and the place in the portal where the thing is seen, without language; empty if it is seen nowhere. */
    record Named(String title, String place) {}

    /**
     * A deed as the audit has it.
     *
     * @param method "ArticleService.submit"
     * @param subject "1234 · 3"
     */
    record Told(String method, String subject) {

        /** The simple name of the service; empty for what is no deed of a service. */
        public String service() {
            var dot = method.indexOf('.');
            return dot < 0 ? "" : method.substring(0, dot);
        }

        /** The name of the service's method. */
        public String deed() {
            return method.substring(method.indexOf('.') + 1);
        }

        /** One part of the subject, counted from 0; empty if there are fewer. */
        public String part(int number) {
            var parts = parts();
            return number < parts.size() ? parts.get(number) : "";
        }

        public String last() {
            return parts().getLast();
        }

        private List<String> parts() {
            return List.of(subject.split(Audit.BETWEEN, -1));
        }
    }

    /** Those of the deeds whose subjects are still known; found for all of them at once. */
    Map<Told, Named> names(Collection<Told> deeds);
}
