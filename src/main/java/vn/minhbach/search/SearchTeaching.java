package vn.minhbach.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people taught the search beyond what stands in the content: its words, what comes first, what is popular. */
public interface SearchTeaching {

    /** Other names of things. The same value as long as nothing changed: much is built on it. */
    Synonyms synonyms();

    /** What must stand first for just this query, in this order. */
    List<Item> firstFor(String query);

    /** Phrases, without marks and capitals, that are never suggested. */
    Set<String> denied();

    /** How often pages were opened of late, by their path. Asks the database: not for every search. */
    Map<String, Long> popularity();

    /** Queries that many people ask, the most frequent first. Asks the database too. */
    List<String> frequent();

    /** An item of content. */
    record Item(String kind, String id) {}
}
