package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.RowNames;

/** How the sections are called of which the audit has the numbers. */
@ApplicationScoped
public class SectionNames extends RowNames {

    @Inject
    SectionService sections;

    @Override
    public Set<String> services() {
        return Set.of("SectionService");
    }

    @Override
    protected @Nullable Row row(Told deed) {
        return new Row(SectionStore.KIND, deed.part(0));
    }

    @Override
    protected Map<Row, Named> present(Collection<Row> rows) {
        return named(SectionStore.KIND, sections.rows(), row -> row.get(SectionStore.NAME), SectionPage.PATH);
    }
}
