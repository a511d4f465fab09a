package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.Derived;
import vn.minhbach.web.Glossary;

/** The glossary that editors keep. */
@ApplicationScoped
public class SiteGlossary implements Glossary {

    @Inject
    SiteService service;

    @Inject
    Derived<List<Term>> terms;

    @Override
    public List<Term> terms() {
        return terms.get(() -> service.rows(SiteKind.TERM).stream()
                .map(row -> new Term(row.get("term"), row.get("meaning"), day(row.get("from")), day(row.get("until"))))
                .sorted(Comparator.comparing(term -> vn.minhbach.shared.Text.fold(term.term())))
                .toList());
    }

    private static @Nullable LocalDate day(String kept) {
        return kept.isEmpty() ? null : LocalDate.parse(kept);
    }
}
