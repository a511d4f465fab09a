package vn.minhbach.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the index as it lies on disk with its own checksums, and with what the sources say now. */
public final class IndexCheck {

    private IndexCheck() {}

    /**
     * What a comparison found; items are named "kind:id".
     *
     * @param damaged files of the index that are not as they were written; if there are any, nothing was compared
     * @param position up to which change the index knows; -1 if there is no index, or one made by another version
     * @param missing public, but not in the index
     * @param surplus in the index, but not public
     * @param different in both, but not in the same state
     */
    public record Result(
            List<String> damaged,
            long position,
            int inDatabase,
            int inIndex,
            List<String> missing,
            List<String> surplus,
            List<String> different) {

        public boolean agrees() {
            return damaged.isEmpty() && position >= 0 && missing.isEmpty() && surplus.isEmpty() && different.isEmpty();
        }
    }

    public static Result compare(Path home, List<SearchSource> sources) throws IOException {
        var folder = SearchIndex.currentFolder(home);
        var damaged = folder.isPresent() ? SearchIndex.damage(folder.get()) : List.<String>of();
        if (!damaged.isEmpty()) {
            return new Result(damaged, -1, 0, 0, List.of(), List.of(), List.of());
        }
        var indexed = new HashMap<String, String>();
        var position = -1L;
        if (folder.isPresent()) {
            try (var reader = SearchIndex.openReader(folder.get())) {
                position = SearchIndex.position(reader.getIndexCommit().getUserData());
                read(reader, indexed);
            } catch (org.apache.lucene.index.IndexNotFoundException e) {
                position = -1;
            }
        }
        var found = indexed.size();
        var missing = new ArrayList<String>();
        var different = new ArrayList<String>();
        var inDatabase = new int[1];
        for (var source : sources) {
            source.each(item -> {
                inDatabase[0]++;
                var uid = DocumentMapper.uid(item.kind(), item.id());
                var mark = indexed.remove(uid);
                if (mark == null) {
                    missing.add(uid);
                } else if (!mark.equals(item.fingerprint())) {
                    different.add(uid);
                }
            });
        }
        return new Result(damaged, position, inDatabase[0], found, missing, List.copyOf(indexed.keySet()), different);
    }

    private static void read(org.apache.lucene.index.DirectoryReader reader, Map<String, String> into)
            throws IOException {
        var fields = Set.of(Fields.UID, Fields.FINGERPRINT);
        for (var leaf : reader.leaves()) {
            var live = leaf.reader().getLiveDocs();
            var stored = leaf.reader().storedFields();
            for (var i = 0; i < leaf.reader().maxDoc(); i++) {
                if (live == null || live.get(i)) {
                    var document = stored.document(i, fields);
                    into.put(document.get(Fields.UID), document.get(Fields.FINGERPRINT));
                }
            }
        }
    }
}
