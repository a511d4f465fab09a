package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowPage;
import vn.minhbach.links.LinkSource;
import vn.minhbach.links.Linking;

/** Where the pages of units lead, and the portraits of their people. */
@ApplicationScoped
public class UnitLinks implements LinkSource.OfRows {

    @Inject
    UnitService units;

    @Override
    public String kind() {
        return UnitService.KIND;
    }

    @Override
    public @Nullable Set<String> seen(Actor somebody) {
        return LinkSource.everywhere(somebody, Permission.KEEP_UNITS);
    }

    @Override
    public List<Linking> rows() {
        var portraits = units.everybody().stream()
                .collect(Collectors.groupingBy(
                        UnitPerson::getUnitId, Collectors.mapping(UnitPerson::getPicture, Collectors.toList())));
        return units.all().stream()
                .map(unit -> {
                    var addresses = new ArrayList<>(Linking.in(unit.getBody()));
                    addresses.addAll(portraits.getOrDefault(unit.getId(), List.of()));
                    return new Linking(
                            unit.getId(),
                            "",
                            unit.getName(),
                            unit.getPath(),
                            UnitEditPage.PATH + "?" + RowPage.ROW + "=" + unit.getId(),
                            addresses);
                })
                .toList();
    }
}
