package vn.minhbach.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.minhbach.desk.KeptRow;

/**
 * The parts of the home page in their order: two narrow ones that follow each other stand side by side.
 *
 * @param rows of one part or two each
 */
public record HomeLayout(List<List<Part>> rows) {

    /**
     * A part of the page.
     *
     * @param size how many items it shows; 0 for as many as is usual
     */
    public record Part(HomeBlock block, boolean narrow, int size) {}

    static HomeLayout of(List<KeptRow> kept) {
        return arranged(kept.stream()
                .filter(row -> row.get("shown").equals("YES"))
                .map(row -> new Part(
                        HomeBlock.valueOf(row.get("block")),
                        row.get("width").equals("HALF"),
                        row.get("size").isEmpty() ? 0 : Integer.parseInt(row.get("size"))))
                .toList());
    }

    private static HomeLayout arranged(List<Part> parts) {
        var rows = new ArrayList<List<Part>>();
        for (var part : parts) {
            var before = rows.isEmpty() ? List.<Part>of() : rows.getLast();
            if (part.narrow() && before.size() == 1 && before.getFirst().narrow()) {
                rows.set(rows.size() - 1, List.of(before.getFirst(), part));
            } else {
                rows.add(List.of(part));
            }
        }
        return new HomeLayout(List.copyOf(rows));
    }

    /** The same without parts that have nothing to show. */
    HomeLayout without(Set<HomeBlock> empty) {
        return arranged(rows.stream()
                .flatMap(List::stream)
                .filter(part -> !empty.contains(part.block()))
                .toList());
    }

    /** How many items a part shows; 0 if it is not shown. */
    int size(HomeBlock block, int usual) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(part -> part.block() == block)
                .mapToInt(part -> part.size() == 0 ? usual : part.size())
                .findFirst()
                .orElse(0);
    }
}
