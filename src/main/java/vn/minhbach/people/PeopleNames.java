package vn.minhbach.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.account.Accounts;
import vn.minhbach.desk.RowNames;

/** How the people of the back office are called of whom the audit has the numbers. */
@ApplicationScoped
public class PeopleNames extends RowNames {

    @Inject
    Accounts accounts;

    @Override
    public Set<String> services() {
        return Set.of("PeopleService");
    }

    @Override
    protected @Nullable Row row(Told deed) {
        return new Row(PeopleService.KIND, deed.part(0));
    }

    @Override
    protected Map<Row, Named> present(Collection<Row> rows) {
        var present = new HashMap<Row, Named>();
        for (var user : accounts.all()) {
            present.put(
                    new Row(PeopleService.KIND, String.valueOf(user.getId())),
                    new Named(
                            user.getFullName() + " (" + user.getName() + ")",
                            PersonPage.PATH + "?" + PersonPage.PERSON + "=" + user.getId()));
        }
        return present;
    }
}
