package vn.minhbach.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.RowNames;

/** How the sources are called of which the audit has the numbers; of a new one it has the name. */
@ApplicationScoped
public class RelayNames extends RowNames {

    @Inject
    RelayService relay;

    @Override
    public Set<String> services() {
        return Set.of("RelayService");
    }

    @Override
    protected @Nullable Row row(Told deed) {
        return switch (deed.deed()) {
            case "change", "pause", "remove", "undo", "lookSoon" -> new Row(RelaySource.KIND, deed.part(0));
            default -> null;
        };
    }

    @Override
    protected Map<Row, Named> present(Collection<Row> rows) {
        var present = new HashMap<Row, Named>();
        for (var source :
                relay.sources(rows.stream().map(row -> Long.valueOf(row.id())).toList())) {
            present.put(
                    new Row(RelaySource.KIND, Long.toString(source.getId())),
                    new Named(source.getName(), SourcePage.PATH + "?" + SourcePage.SOURCE + "=" + source.getId()));
        }
        return present;
    }
}
