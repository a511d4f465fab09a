package vn.minhbach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** All kinds of content, as features register them. */
@ApplicationScoped
public class Kinds {

    @Inject
    @Any
    Instance<ContentKind> beans;

    /** In the order in which people see them. */
    public List<ContentKind> all() {
        return beans.stream()
                .sorted(Comparator.comparingInt(ContentKind::rank).thenComparing(ContentKind::kind))
                .toList();
    }
}
