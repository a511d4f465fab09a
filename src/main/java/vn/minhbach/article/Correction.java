package vn.minhbach.article;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.ItemStep;
import vn.minhbach.shared.Json;

/** A correction of an article as the public was told of it: when, and what was wrong. */
public record Correction(Instant at, String text) {

    /** What a column of the database holds of them. */
    private static final int MOST = 8;

    /** Those that an item's steps tell of, the newest first. */
    static List<Correction> of(List<ItemStep> steps) {
        return steps.stream()
                .filter(step -> step.getDeed() == Deed.CORRECT)
                .sorted(Comparator.comparing(ItemStep::getDoneAt).reversed())
                .limit(MOST)
                .map(step -> new Correction(step.getDoneAt(), step.getNotice()))
                .toList();
    }

    static String written(List<Correction> all) {
        return all.isEmpty() ? "" : Json.write(all);
    }

    static List<Correction> read(String kept) {
        return kept.isEmpty() ? List.of() : List.copyOf(Arrays.asList(Json.read(kept, Correction[].class)));
    }
}
