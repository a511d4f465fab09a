package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.RowNames;

/** How the files are called of which the audit has the numbers; of one that was brought, the name that it came with stands before it. */
@ApplicationScoped
public class AttachmentNames extends RowNames {

    @Inject
    AttachmentService files;

    @Override
    public Set<String> services() {
        return Set.of("AttachmentService");
    }

    @Override
    protected @Nullable Row row(Told deed) {
        return new Row(AttachmentService.KIND, deed.deed().equals("keep") ? deed.last() : deed.part(0));
    }

    @Override
    protected Map<Row, Named> present(Collection<Row> rows) {
        var present = new HashMap<Row, Named>();
        for (var file :
                files.all(rows.stream().map(row -> Long.valueOf(row.id())).toList())) {
            present.put(
                    new Row(AttachmentService.KIND, String.valueOf(file.getId())),
                    new Named(file.getFileName(), FilePage.PATH + "?" + FilePage.FILE + "=" + file.getId()));
        }
        return present;
    }
}
