package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import vn.minhbach.shared.NotFoundException;

/** All kinds of items that there are. */
@ApplicationScoped
class ItemKinds {

    @Inject
    @Any
    Instance<ItemKind> kinds;

    List<ItemKind> all() {
        return kinds.stream().toList();
    }

    ItemKind of(String name) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("item-kind", name));
    }
}
