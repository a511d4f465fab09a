package vn.minhbach.editorial;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.minhbach.shared.Json;

/** A correction of an item as the public was told of it: when, and what was wrong. */
public record Correction(Instant at, String text) {

    /** What a column of the database holds of them. */
    private static final int MOST = 8;

    /** Those that an item's steps tell of, the newest first. */
    public static List<Correction> of(List<ItemStep> steps) {
        return steps.stream()
                .filter(step -> step.getDeed() == Deed.CORRECT)
                .sorted(Comparator.comparing(ItemStep::getDoneAt).reversed())
                .limit(MOST)
                .map(step -> new Correction(step.getDoneAt(), step.getNotice()))
                .toList();
    }

    public static String written(List<Correction> all) {
        return all.isEmpty() ? "" : Json.write(all);
    }

    public static List<Correction> read(String kept) {
        return kept.isEmpty() ? List.of() : List.copyOf(Arrays.asList(Json.read(kept, Correction[].class)));
    }
}
