package vn.minhbach.search;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.minhbach.web.ContentKind;
import vn.minhbach.web.Link;
import vn.minhbach.web.Visit;

/**
 * A kind of content that can be found. A feature implements this once, as a CDI bean, and appends to the change log; the
 * search itself knows no feature.
 */
public interface SearchSource extends ContentKind {

    /**
     * The same source for a command that runs beside the portal, without CDI. Commands find it by its line in {@code
     * META-INF/services}.
     */
    default SearchSource over(EntityManager em) {
        throw new UnsupportedOperationException(kind() + " cannot be read beside the portal");
    }

    /** Hands over everything of this kind that the public may see, in any order. */
    void each(Consumer<SearchDocument> visitor);

    /** One item as the public may see it now; empty if it is not, or no longer, public. */
    Optional<SearchDocument> one(String id);

    /** How results of this kind may be narrowed on the search page: the request parameter, and the facet's name. */
    default Map<String, String> facets() {
        return Map.of();
    }

    /** What a result line says of an item below its passage, in short. */
    default List<String> facts(Hit hit, Visit visit) {
        return List.of();
    }

    /** The day that a result line tells; null for what has none. */
    default @Nullable LocalDate date(Hit hit) {
        return null;
    }

    /** What a result line says of an item that is no longer in force. */
    default String endedLabel(Visit visit) {
        return visit.text("search.ended");
    }

    /** What is said above the results of an item that a query clearly means; empty for kinds that answer nothing in short. */
    default Optional<Answer> answer(Hit hit, Visit visit) {
        return Optional.empty();
    }

    /** The list that a query names as such, for instance by a field of government; empty if it names none. */
    default Optional<Link> named(String query, Visit visit) {
        return Optional.empty();
    }

    /** Where more of the sort of an item is listed, for somebody whose search found nothing better. */
    default Optional<Link> like(Hit hit, Visit visit) {
        return Optional.empty();
    }

    /** The list in which somebody may look who found nothing; most kinds offer none. */
    default Optional<Link> whole(Visit visit) {
        return Optional.empty();
    }

    /** How much people look for such content, beside 1 for most: what they look for is suggested first. */
    default double demand() {
        return 1;
    }

    /** What a facet's value is called in the reader's language; most are called what they are. */
    default String label(String facet, String value, Visit visit) {
        return value;
    }
}
