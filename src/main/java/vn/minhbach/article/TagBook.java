package vn.minhbach.article;

import java.util.List;
import java.util.stream.Stream;
import vn.minhbach.shared.Text;

/**
 * The tags (nhãn) of which editors keep a list: how each is written, what it is about, and what it was written like before. A tag that
 * stands in no list is known by the articles that bear it.
 */
public interface TagBook {

    /**
     * A tag of the list.
     *
     * @param english how it is called on English pages; empty if as in Vietnamese
     * @param others other ways to write it: articles that bear one of them bear this tag
     * @param slugs by which it is found: its own first, then those of the other ways
     */
    record Entry(String name, String english, String description, List<String> others, List<String> slugs) {

        public Entry(String name, String english, String description, List<String> others) {
            this(
                    name,
                    english,
                    description,
                    others,
                    Stream.concat(Stream.of(name), others.stream())
                            .map(Text::slug)
                            .distinct()
                            .toList());
        }
    }

    List<Entry> entries();
}
