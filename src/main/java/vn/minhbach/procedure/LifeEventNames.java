package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.RowNames;

/** How the life events are called of which the audit has the numbers. */
@ApplicationScoped
public class LifeEventNames extends RowNames {

    @Inject
    LifeEventService events;

    @Override
    public Set<String> services() {
        return Set.of("LifeEventService");
    }

    @Override
    protected @Nullable Row row(Told deed) {
        return new Row(LifeEventStore.KIND, deed.part(0));
    }

    @Override
    protected Map<Row, Named> present(Collection<Row> rows) {
        return named(LifeEventStore.KIND, events.rows(), row -> row.get(LifeEventStore.NAME), LifeEventPage.PATH);
    }
}
