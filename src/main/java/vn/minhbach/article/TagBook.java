package vn.minhbach.article;

import java.util.List;

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
     */
    record Entry(String name, String english, String description, List<String> others) {}

    List<Entry> entries();
}
