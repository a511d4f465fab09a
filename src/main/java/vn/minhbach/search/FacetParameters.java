package vn.minhbach.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.TreeSet;
import vn.minhbach.web.DoorParameters;
import vn.minhbach.web.Doors;

/** The search page is narrowed by the facets that the features bring, see {@link SearchSource#facets}. */
@ApplicationScoped
public class FacetParameters implements DoorParameters {

    @Inject
    @Any
    Instance<SearchSource> sources;

    @Override
    public boolean isOf(String path, Doors.Kind kind) {
        return path.equals("/tim-kiem");
    }

    @Override
    public Collection<String> names() {
        var names = new TreeSet<String>();
        sources.forEach(source -> names.addAll(source.facets().keySet()));
        return names;
    }
}
