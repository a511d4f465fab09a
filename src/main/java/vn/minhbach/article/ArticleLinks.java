package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.links.LinkSource;
import vn.minhbach.links.Linking;

/** Where public articles lead. */
@ApplicationScoped
public class ArticleLinks implements LinkSource {

    @Inject
    ArticleRepository articles;

    @Override
    public String kind() {
        return ArticleService.KIND;
    }

    @Override
    public @Nullable Set<String> seen(Actor somebody) {
        return ArticleDeskService.seen(somebody);
    }

    @Override
    public List<Linking> after(long number, int size) {
        var some = articles.after(number, size);
        var contents = some.isEmpty()
                ? java.util.Map.<Long, ArticleContent>of()
                : articles.contents(some.stream().map(Article::getId).toList());
        return some.stream()
                .map(article -> linking(article, contents.get(article.getId())))
                .toList();
    }

    private static Linking linking(Article article, @Nullable ArticleContent content) {
        return new Linking(
                article.getId(),
                article.getSection().getSlug(),
                article.getTitle(),
                article.getPath(),
                ArticleEditPage.PATH + "?" + ArticleEditPage.ARTICLE + "=" + article.getId(),
                content == null ? List.of() : addresses(content));
    }

    private static List<String> addresses(ArticleContent content) {
        var found = new ArrayList<>(Linking.in(content.bodyHtml()));
        found.add(content.sourceUrl());
        return found;
    }
}
