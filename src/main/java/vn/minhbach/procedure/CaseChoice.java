package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.minhbach.shared.Sha256;
import vn.minhbach.shared.Text;

/**
 * The cases of a procedure as a citizen chooses among them ("Trường hợp của tôi"): each with its own papers, and those that the
 * source puts under no case or asks for on top of one. There is a choice only where the source itself tells at least two cases
 * apart; nothing is made of tables that may all be needed.
 *
 * @param cases to choose from, in the order of the source; empty where there is no choice
 * @param groups the same cases, gathered where they are many and begin alike; then there are two questions instead of one
 * @param everybody the papers that the source puts under no case
 * @param some the papers that it asks for on top, of those whom the label tells
 */
public record CaseChoice(List<Case> cases, List<Group> groups, List<PaperCase> everybody, List<PaperCase> some) {

    /** Up to so many cases are read faster in one list than in two questions. */
    private static final int ONE_QUESTION = 6;

    private static final int SLUG_LENGTH = 60;

    private static final CaseChoice NONE = new CaseChoice(List.of(), List.of(), List.of(), List.of());

    /**
     * A case.
     *
     * @param slug its part of the address: made of its own label alone, so that it stays when others come and go
     * @param name the label, without the marks around it
     * @param core what sets it apart from other cases
     */
    public record Case(String slug, String name, String core, List<Paper> papers) {

        /** The case as a table of the procedure. */
        public PaperCase table() {
            return new PaperCase(name, papers);
        }
    }

    /** Cases that begin alike; the name is empty where it is one case by itself. */
    public record Group(String name, List<Case> cases) {}

    static CaseChoice of(List<PaperCase> tables) {
        var found = new LinkedHashMap<String, List<Paper>>();
        var cores = new LinkedHashMap<String, String>();
        var everybody = new ArrayList<PaperCase>();
        var some = new ArrayList<PaperCase>();
        for (var table : tables) {
            var label = CaseLabel.of(table.label());
            switch (label.kind()) {
                case EVERYBODY -> everybody.add(new PaperCase(label.plain(), table.papers()));
                case SOME -> some.add(new PaperCase(label.plain(), table.papers()));
                case CASE -> {
                    found.computeIfAbsent(label.plain(), unused -> new ArrayList<>())
                            .addAll(table.papers());
                    cores.put(label.plain(), label.core());
                }
            }
        }
        if (found.size() < 2) {
            return NONE;
        }
        var cases = new ArrayList<Case>();
        found.forEach((name, papers) -> {
            var slug = slug(name);
            var same = cases.stream().filter(one -> one.slug().equals(slug)).count();
            cases.add(new Case(
                    same == 0 ? slug : slug + "-" + hash(name),
                    name,
                    cores.getOrDefault(name, name),
                    List.copyOf(papers)));
        });
        return new CaseChoice(
                List.copyOf(cases),
                cases.size() > ONE_QUESTION ? grouped(cases) : alone(cases),
                List.copyOf(everybody),
                List.copyOf(some));
    }

    /**
     * The papers of somebody who knows of no special case: what everybody needs, and the case that the source tells first, for a
     * decision begins with the common one. A single table is everybody's, whatever stands over it. What some need on top is not
     * among them, nor is a lone case beside what everybody needs: there it is an exception.
     */
    static List<PaperCase> commonest(List<PaperCase> tables) {
        var counted = tables.stream().filter(table -> table.count() > 0).toList();
        if (tables.size() < 2) {
            return counted;
        }
        var common = new ArrayList<PaperCase>();
        var cases = new ArrayList<PaperCase>();
        for (var table : counted) {
            var label = CaseLabel.of(table.label());
            switch (label.kind()) {
                case EVERYBODY -> common.add(new PaperCase(label.plain(), table.papers()));
                case CASE -> cases.add(new PaperCase(label.plain(), table.papers()));
                case SOME -> {}
            }
        }
        var choice = of(tables).cases().stream()
                .map(Case::table)
                .filter(table -> table.count() > 0)
                .toList();
        (choice.isEmpty() && common.isEmpty() ? cases : choice)
                .stream().findFirst().ifPresent(common::add);
        return List.copyOf(common);
    }

    Optional<Case> find(String slug) {
        return cases.stream().filter(one -> one.slug().equals(slug)).findFirst();
    }

    /** The first words of the name; what is cut off is told by a few letters of its digest. */
    private static String slug(String name) {
        var whole = Text.slug(name);
        if (whole.length() <= SLUG_LENGTH && name.length() <= 2 * SLUG_LENGTH) {
            return whole;
        }
        var cut = whole.substring(0, Math.min(whole.length(), SLUG_LENGTH));
        return cut.substring(0, cut.lastIndexOf('-') < 0 ? cut.length() : cut.lastIndexOf('-')) + "-" + hash(name);
    }

    private static String hash(String name) {
        return Sha256.of(name, 3);
    }

    private static List<Group> alone(List<Case> cases) {
        return cases.stream().map(one -> new Group("", List.of(one))).toList();
    }

    /** By the first two syllables, which are a word in Vietnamese; if no two begin alike there is nothing to ask first. */
    private static List<Group> grouped(List<Case> cases) {
        var byWord = new LinkedHashMap<String, List<Case>>();
        for (var one : cases) {
            var words = one.core().toLowerCase(Locale.ROOT).split(" ", 3);
            byWord.computeIfAbsent(words[0] + " " + (words.length > 1 ? words[1] : ""), unused -> new ArrayList<>())
                    .add(one);
        }
        if (byWord.size() < 2 || byWord.size() > cases.size() / 2 + 1) {
            return alone(cases);
        }
        return byWord.values().stream()
                .map(group -> new Group(group.size() == 1 ? "" : common(group), List.copyOf(group)))
                .toList();
    }

    /** The words with which all of them begin. */
    private static String common(List<Case> group) {
        var first = group.getFirst().core().split(" ");
        var length = IntStream.range(0, first.length)
                .filter(i -> group.stream().anyMatch(one -> !same(one.core().split(" "), first, i)))
                .findFirst()
                .orElse(first.length);
        var name = String.join(" ", List.of(first).subList(0, length));
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean same(String[] words, String[] others, int at) {
        return at < words.length && words[at].equalsIgnoreCase(others[at]);
    }
}
