package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.RowNames;

/**
 * How the rows are called by which the inbox is run. Of what citizens sent the audit has the number, and nothing but the number is shown to
 * whoever reads the audit.
 */
@ApplicationScoped
public class InboxRuleNames extends RowNames {

    @Inject
    InboxRulesService rules;

    @Inject
    InboxTemplateService templates;

    @Override
    public Set<String> services() {
        return Set.of("InboxRulesService", "InboxTemplateService");
    }

    @Override
    protected @Nullable Row row(Told deed) {
        return new Row(kind(deed), deed.part(0));
    }

    private static String kind(Told deed) {
        if (deed.service().equals("InboxTemplateService")) {
            return TemplateStore.KIND;
        }
        return deed.deed().endsWith("Kind")
                ? KindStore.KIND
                : deed.deed().endsWith("Door") ? WrongDoorStore.KIND : RetentionStore.KIND;
    }

    @Override
    protected Map<Row, Named> present(Collection<Row> rows) {
        var kinds = rules.kindNames();
        var present =
                new HashMap<>(named(KindStore.KIND, rules.kindRows(), row -> row.get(KindStore.NAME), KindPage.PATH));
        present.putAll(
                named(WrongDoorStore.KIND, rules.doorRows(), row -> row.get(WrongDoorStore.TITLE), WrongDoorPage.PATH));
        present.putAll(named(
                RetentionStore.KIND,
                rules.retentionRows(),
                row -> kinds.getOrDefault(row.get(RetentionStore.OF), row.get(RetentionStore.OF)),
                RetentionPage.PATH));
        present.putAll(named(
                TemplateStore.KIND, templates.rows(), row -> row.get(InboxTemplate.NAME), InboxTemplatePage.PATH));
        return present;
    }
}
