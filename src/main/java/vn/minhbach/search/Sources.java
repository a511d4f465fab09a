package vn.minhbach.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of content that can be found: whatever feature offers one as a bean. */
@ApplicationScoped
public class Sources {

    @Inject
    @Any
    Instance<SearchSource> beans;

    private volatile @Nullable Map<String, SearchSource> byKind;

    /** The same for a command that runs beside the portal. */
    public static List<SearchSource> over(EntityManager em) {
        return ServiceLoader.load(SearchSource.class).stream()
                .map(source -> source.get().over(em))
                .toList();
    }

    /** The source of a kind; empty if no feature offers it, or no longer. */
    public Optional<SearchSource> of(String kind) {
        return Optional.ofNullable(byKind().get(kind));
    }

    public List<SearchSource> all() {
        return List.copyOf(byKind().values());
    }

    private Map<String, SearchSource> byKind() {
        var known = byKind;
        if (known == null) {
            known = beans.stream().collect(Collectors.toUnmodifiableMap(SearchSource::kind, Function.identity()));
            byKind = known;
        }
        return known;
    }
}
