package vn.minhbach.links;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;

/** Says where the public content of a kind leads. A feature implements it, as a CDI bean, for each kind that can hold links. */
public interface LinkSource {

    /** The word of the kind, by which the bundle says what such content is called: {@code brokenLinks.kind.<word>}. */
    String kind();

    /** The places whose content somebody may put right, who is shown what is broken there; null for all. */
    @Nullable
    Set<String> seen(Actor somebody);

    /** Some of what is public behind a number, by number; empty if there is no more. */
    List<Linking> after(long number, int size);

    /** The places of whoever has a right that holds everywhere or not at all. */
    static @Nullable Set<String> everywhere(Actor somebody, Permission permission) {
        return somebody.may(permission) ? null : Set.of();
    }

    /** A kind of which there are few. */
    interface OfRows extends LinkSource {

        List<Linking> rows();

        @Override
        default List<Linking> after(long number, int size) {
            return rows().stream()
                    .filter(row -> row.number() > number)
                    .sorted(Comparator.comparingLong(Linking::number))
                    .limit(size)
                    .toList();
        }
    }
}
