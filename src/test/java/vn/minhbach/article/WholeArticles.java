package vn.minhbach.article;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;

/** For tests of features that stand on articles: the service as the server has it, for one transaction. */
public final class WholeArticles {

    private WholeArticles() {}

    public static ArticleService over(EntityManager em, CurrentActor actors, Clock clock) {
        var service = ArticleService.over(em, actors, clock);
        var values = new Values();
        service.sections = new Derived<>(values);
        service.order = new Derived<>(values);
        service.newest = new Derived<>(values);
        service.countsOfMonths = new Derived<>(values);
        return service;
    }
}
