package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import vn.minhbach.shared.Paged;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Link;
import vn.minhbach.web.Visit;

/**
 * Tags (nhãn): words that articles of one matter bear. Articles say them as their authors wrote them; two that fold alike are one tag,
 * and what the editors' list says of a tag holds for all its articles at once, without another version of any.
 */
@ApplicationScoped
public class Tags {

    static final String PLACE = "/nhan";

    @Inject
    TagBook book;

    @Inject
    ArticleService articles;

    /**
     * A tag as readers see it.
     *
     * @param slugs its own first, then those of the other ways to write it
     */
    record Tag(String name, String english, String description, List<String> slugs) {

        /** As the editors' list has it. */
        static Tag of(TagBook.Entry entry) {
            return new Tag(entry.name(), entry.english(), entry.description(), entry.slugs());
        }

        String name(Visit visit) {
            return visit.getLanguage().equals("en") && !english.isEmpty() ? english : name;
        }

        String path() {
            return PLACE + "/" + slugs.getFirst();
        }
    }

    /** The tag that an author wrote, as a link to its articles; none if no letter is left of it in an address. */
    Optional<Link> link(String written, Visit visit) {
        var slug = Text.slug(written);
        if (slug.isEmpty()) {
            return Optional.empty();
        }
        var tag = listed(slug).orElseGet(() -> new Tag(written, "", "", List.of(slug)));
        return Optional.of(new Link(tag.name(visit), visit.url(tag.path())));
    }

    /** The tag at an address, under its own name or another; none if no public article bears it and no list has it. */
    Optional<Tag> find(String slug) {
        return listed(slug).or(() -> articles.tagAsWritten(slug).map(name -> new Tag(name, "", "", List.of(slug))));
    }

    /** Its public articles, the newest first. */
    Paged<Article> articles(Tag tag, int first, int size) {
        return articles.newestOf(tag.slugs(), first, size);
    }

    private Optional<Tag> listed(String slug) {
        return book.entries().stream()
                .filter(entry -> entry.slugs().contains(slug))
                .findFirst()
                .map(Tag::of);
    }

    /** Under which slug the tag is found that is, or was, found under this one; empty if there is no page of it. */
    public Optional<String> currentSlug(String slug) {
        return find(slug).map(tag -> tag.slugs().getFirst());
    }

    /** Whether there is a page of it. */
    public boolean isKnown(String slug) {
        return find(slug).isPresent();
    }
}
