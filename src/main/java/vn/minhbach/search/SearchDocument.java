package vn.minhbach.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Json;

/**
 * What the search keeps of one item of content.
 *
 * @param kind the kind of content, see {@link SearchSource#kind()}
 * @param id what it is known by within its kind: a procedure's national code, the number of an article; never what may change
 * @param title searched with the greatest weight
 * @param path where the item is shown, below the portal's own address
 * @param body all other words, paragraphs separated by line breaks; snippets are cut from it
 * @param numbers codes and document numbers by which the item can be asked for exactly
 * @param mentioned codes and numbers of what it is about without being it: who asks for one of these means that other item first
 * @param names what else it is looked for by, beside its title: keywords, papers, results, former names
 * @param files the words of the files that belong to it; they count little, and snippets are cut from them only where
 *     nothing of the body matches
 * @param standing how much an item should count beside others that match as well, from 0 to 1: by its kind, and by what it
 *     offers
 * @param nearness how near to most people it is, from 0 to 1: 1 for what anybody may do at their commune; of things that match
 *     alike people mean the nearer one
 * @param group under which heading a list would put it: a procedure's field; empty where there are none
 * @param facets values by which lists are narrowed, by the facet's name
 * @param shown what a list says about the item without going back to the database
 * @param date when it was published; null where that means nothing
 * @param ended whether it is no longer in force: it ranks last and is marked
 */
public record SearchDocument(
        String kind,
        String id,
        String title,
        String path,
        String body,
        List<String> numbers,
        List<String> mentioned,
        List<String> names,
        String files,
        float standing,
        float nearness,
        String group,
        Map<String, List<String>> facets,
        Map<String, String> shown,
        @Nullable Instant date,
        boolean ended) {

    /** Of what is not done at any office it means nothing how near it is, and of some things nobody says it. */
    public static final float NEITHER = .5f;

    /** An item without other names and files. */
    public SearchDocument(
            String kind,
            String id,
            String title,
            String path,
            String body,
            List<String> numbers,
            Map<String, List<String>> facets,
            Map<String, String> shown,
            @Nullable Instant date,
            boolean ended) {
        this(
                kind, id, title, path, body, numbers, List.of(), List.of(), "", 0, NEITHER, "", facets, shown, date,
                ended);
    }

    /** The same with this standing. */
    public SearchDocument withStanding(float given) {
        return new SearchDocument(
                kind, id, title, path, body, numbers, mentioned, names, files, given, nearness, group, facets, shown,
                date, ended);
    }

    /** The same about what bears these codes and numbers. */
    public SearchDocument about(List<String> given) {
        return new SearchDocument(
                kind, id, title, path, body, numbers, given, names, files, standing, nearness, group, facets, shown,
                date, ended);
    }

    /** The same under this heading. */
    public SearchDocument withGroup(String given) {
        return new SearchDocument(
                kind, id, title, path, body, numbers, mentioned, names, files, standing, nearness, given, facets, shown,
                date, ended);
    }

    /** Tells this state of the item from any other; kept in the index, so that index and database can be compared. */
    String fingerprint() {
        return Fingerprint.of(Json.write(List.of(
                kind,
                id,
                title,
                path,
                body,
                numbers,
                mentioned,
                names,
                files,
                standing,
                nearness,
                group,
                new java.util.TreeMap<>(facets),
                new java.util.TreeMap<>(shown),
                String.valueOf(date),
                ended)));
    }
}
