package vn.minhbach.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.ServedRows;

/** The life events, as their screens see them. */
record LifeEventRows(LifeEventService service) implements ServedRows {

    @Override
    public String kind() {
        return LifeEventStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return LifeEventStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of(LifeEventStore.NAME, LifeEventStore.DESCRIPTION, LifeEventStore.FIELDS_GATHERED);
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public Map<String, String> options(String field) {
        return Map.of();
    }

    @Override
    public Optional<Standing> standing(KeptRow row) {
        return Optional.empty();
    }
}
