package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.web.ContentKind;
import vn.minhbach.web.PublicItem;

/** The units, for those who go over everything public. When one was changed, the change log knows. */
@ApplicationScoped
@Transactional
class UnitContentKind implements ContentKind {

    @Inject
    UnitRepository units;

    @Inject
    ChangeLog changes;

    @Override
    public String kind() {
        return UnitService.KIND;
    }

    @Override
    public String place() {
        return "don-vi";
    }

    @Override
    public List<String> lists() {
        return List.of("/don-vi");
    }

    @Override
    public long lastKey() {
        return units.lastId();
    }

    @Override
    public Optional<Instant> changed(long after, long until) {
        return items(after, until).stream()
                .map(PublicItem::changedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    @Override
    public List<PublicItem> items(long after, long until) {
        var changed = changes.lastOf(UnitService.KIND);
        return units.slugs(after, until).stream()
                .map(slug -> new PublicItem(slug, changed.get(slug)))
                .toList();
    }
}
