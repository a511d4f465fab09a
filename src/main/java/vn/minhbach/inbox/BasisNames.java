package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.UnavailableException;

/** What that is called on which an answer rests, where nobody wrote it down: what was taken over names a procedure by its code alone. */
@ApplicationScoped
class BasisNames {

    @Inject
    SearchService search;

    BasisNames() {}

    /** Without a server, for tests. */
    BasisNames(SearchService search) {
        this.search = search;
    }

    /** With its name as it is now, if it has none and one can be found. */
    Basis.Source named(Basis.Source source) {
        return source.title().isEmpty()
                ? new Basis.Source(source.kind(), source.id(), source.path(), titleOf(source.path()))
                : source;
    }

    /** The name of what stands at a path; the path itself if that is not known. */
    String titleOf(String path) {
        try {
            return search.at(path).map(Hit::title).orElse(path);
        } catch (UnavailableException e) {
            return path;
        }
    }
}
