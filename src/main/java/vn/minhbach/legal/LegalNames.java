package vn.minhbach.legal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.RowNames;

/** How the days of the calendar and the time limits are called of which the audit has the numbers. */
@ApplicationScoped
public class LegalNames extends RowNames {

    @Inject
    LegalService legal;

    @Override
    public Set<String> services() {
        return Set.of("LegalService");
    }

    @Override
    protected @Nullable Row row(Told deed) {
        return new Row(deed.deed().endsWith("Day") ? CalendarDayStore.KIND : TimeRuleStore.KIND, deed.part(0));
    }

    @Override
    protected Map<Row, Named> present(Collection<Row> rows) {
        var present = new HashMap<>(
                named(CalendarDayStore.KIND, legal.dayRows(), row -> row.get("title"), CalendarDayPage.PATH));
        present.putAll(named(TimeRuleStore.KIND, legal.ruleRows(), row -> row.get("basis"), TimeRulePage.PATH));
        return present;
    }
}
