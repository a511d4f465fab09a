package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.minhbach.attachment.Publicity;
import vn.minhbach.editorial.Items;

/** Whether a file is public by the articles that show or offer it. */
@ApplicationScoped
@Transactional
public class ArticleFiles implements Publicity {

    @Inject
    Items items;

    @Override
    public Answer of(long attachment) {
        return switch (items.use(attachment)) {
            case NONE -> Answer.UNKNOWN;
            case DRAFT -> Answer.HIDDEN;
            case GONE -> Answer.GONE;
            case PUBLIC -> Answer.PUBLIC;
        };
    }
}
