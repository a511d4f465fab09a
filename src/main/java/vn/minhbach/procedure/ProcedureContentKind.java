package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.web.ContentKind;
import vn.minhbach.web.PublicItem;

/** The procedures in force, for those who go over everything public; of abolished ones nobody is to be told. */
@ApplicationScoped
@Transactional
class ProcedureContentKind implements ContentKind {

    @Inject
    ProcedureRepository procedures;

    @Override
    public String kind() {
        return ProcedureService.KIND;
    }

    @Override
    public String place() {
        return "thu-tuc";
    }

    @Override
    public List<String> lists() {
        return List.of("/danh-muc-thu-tuc");
    }

    @Override
    public long lastKey() {
        return procedures.lastId();
    }

    @Override
    public Optional<Instant> changed(long after, long until) {
        return procedures.publicChanged(after, until);
    }

    @Override
    public List<PublicItem> items(long after, long until) {
        return procedures.publicItems(after, until);
    }
}
