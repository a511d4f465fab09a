package vn.minhbach.editorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A row of the table of transitions in words, for the page of the documentation and for the screen of an item. */
public record TransitionLine(String deed, String from, String to, String who, String holds, String told) {

    /** All rows but the one by which an item begins. */
    public static List<TransitionLine> all(UnaryOperator<String> words) {
        return of(EnumSet.allOf(Deed.class), words);
    }

    /** The same for a kind of item that knows these deeds and no others. */
    public static List<TransitionLine> of(Set<Deed> deeds, UnaryOperator<String> words) {
        return Arrays.stream(Transition.values())
                .filter(row -> row != Transition.BEGIN && deeds.contains(row.deed()))
                .map(row -> of(row, words))
                .toList();
    }

    private static TransitionLine of(Transition row, UnaryOperator<String> words) {
        return new TransitionLine(
                words.apply("Deed." + row.deed()),
                both(
                        row.from().size() == ItemState.values().length ? "" : said(row.from(), "ItemState.", words),
                        row.review().size() == ReviewState.values().length
                                ? ""
                                : said(row.review(), "ReviewState.", words)),
                both(
                        row.to() == null ? "" : words.apply("ItemState." + row.to()),
                        row.toReview() == null ? "" : words.apply("ReviewState." + row.toReview())),
                words.apply("Deed.Right." + row.deed().right()),
                holds(row, words),
                words.apply("Transition.Told." + row.told()));
    }

    private static String holds(Transition row, UnaryOperator<String> words) {
        var all = new ArrayList<String>();
        row.conditions().forEach(condition -> all.add(words.apply("Transition.Condition." + condition)));
        row.needs().forEach(need -> all.add(words.apply("Transition.Need." + need)));
        return String.join("; ", all);
    }

    private static String said(Collection<? extends Enum<?>> constants, String type, UnaryOperator<String> words) {
        return String.join(
                ", ",
                constants.stream()
                        .sorted()
                        .map(each -> words.apply(type + each.name()))
                        .toList());
    }

    private static String both(String state, String review) {
        return state.isEmpty() ? review : review.isEmpty() ? state : state + " · " + review;
    }
}
