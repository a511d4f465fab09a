package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.account.SubjectNames;
import vn.minhbach.editorial.Item;

/** How the articles are called now, public or not, of which the audit has the numbers. */
@ApplicationScoped
@Transactional
public class ArticleNames implements SubjectNames {

    @Inject
    ArticleService articles;

    @Override
    public Set<String> services() {
        return Set.of("ArticleService", "ArticlePreviewService");
    }

    @Override
    public Map<Told, Named> names(Collection<Told> deeds) {
        var numbers = new HashMap<Told, Long>();
        for (var deed : deeds) {
            if (deed.part(0).matches("\\d{1,18}")) {
                numbers.put(deed, Long.valueOf(deed.part(0)));
            }
        }
        var titles = articles.items(Set.copyOf(numbers.values())).stream()
                .collect(Collectors.toMap(Item::getId, Item::getTitle));
        var names = new HashMap<Told, Named>();
        numbers.forEach((deed, number) -> {
            var title = titles.get(number);
            if (title != null) {
                names.put(deed, new Named(title, ArticleEditPage.PATH + "?" + ArticleEditPage.ARTICLE + "=" + number));
            }
        });
        return names;
    }
}
