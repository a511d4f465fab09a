package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import vn.minhbach.web.DoorParameters;

/** The list of procedures is narrowed by their facets. */
@ApplicationScoped
public class ProcedureFacetParameters implements DoorParameters {

    @Inject
    ProcedureSearchSource source;

    @Override
    public String path() {
        return "/danh-muc-thu-tuc";
    }

    @Override
    public Collection<String> names() {
        return source.facets().keySet();
    }
}
