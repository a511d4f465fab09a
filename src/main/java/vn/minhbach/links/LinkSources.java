package vn.minhbach.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import vn.minhbach.shared.NotFoundException;

/** All kinds of content that lead somewhere. */
@ApplicationScoped
class LinkSources {

    @Inject
    @Any
    Instance<LinkSource> sources;

    List<LinkSource> all() {
        return sources.stream().sorted(Comparator.comparing(LinkSource::kind)).toList();
    }

    LinkSource of(String kind) {
        return all().stream()
                .filter(source -> source.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("link-source", kind));
    }
}
