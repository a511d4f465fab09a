package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.account.SubjectNames;
import vn.minhbach.editorial.Items;

/** How the procedures are called, public or not, of which the audit has the codes. */
@ApplicationScoped
@Transactional
public class ProcedureNames implements SubjectNames {

    @Inject
    ProcedureRepository procedures;

    @Inject
    Items items;

    @Override
    public Set<String> services() {
        return Set.of("ProcedureBoardService", "ProcedurePreviewService", "ProcedureService");
    }

    @Override
    public Map<Told, Named> names(Collection<Told> deeds) {
        var codes = deeds.stream().map(deed -> deed.part(0)).collect(Collectors.toSet());
        var titles = new HashMap<String, String>();
        procedures.byCodes(codes).forEach(shown -> titles.put(shown.getCode(), shown.getTitle()));
        // The board's own title is the newer one.
        items.at(
                        ProcedureService.KIND,
                        codes.stream().map(ProcedureVersion::slug).toList())
                .forEach(item -> titles.put(ProcedureVersion.code(item.getSlug()), item.getTitle()));
        var names = new HashMap<Told, Named>();
        for (var deed : deeds) {
            var code = deed.part(0);
            var title = titles.get(code);
            if (title != null) {
                names.put(deed, new Named(title, ProcedureEditPage.path(code)));
            }
        }
        return names;
    }
}
