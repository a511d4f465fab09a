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
        var present = new HashMap<Row, Named>();
        for (var kind : rules.kindRows()) {
            present.put(
                    new Row(KindStore.KIND, Long.toString(kind.id())),
                    new Named(kind.get(KindStore.NAME), KindPage.PATH + "?" + KindPage.ROW + "=" + kind.id()));
        }
        for (var door : rules.doorRows()) {
            present.put(
                    new Row(WrongDoorStore.KIND, Long.toString(door.id())),
                    new Named(
                            door.get(WrongDoorStore.TITLE),
                            WrongDoorPage.PATH + "?" + WrongDoorPage.ROW + "=" + door.id()));
        }
        var kinds = rules.kindNames();
        for (var retention : rules.retentionRows()) {
            var of = retention.get(RetentionStore.OF);
            present.put(
                    new Row(RetentionStore.KIND, Long.toString(retention.id())),
                    new Named(
                            kinds.getOrDefault(of, of),
                            RetentionPage.PATH + "?" + RetentionPage.ROW + "=" + retention.id()));
        }
        for (var template : templates.rows()) {
            present.put(
                    new Row(TemplateStore.KIND, Long.toString(template.id())),
                    new Named(
                            template.get(InboxTemplate.NAME),
                            InboxTemplatePage.PATH + "?" + InboxTemplatePage.ROW + "=" + template.id()));
        }
        return present;
    }
}
