package vn.minhbach.search;

/** Counts pairs of numbered syllables in two plain arrays: a map of objects would take ten times the room. */
final class PairCounts {

    private long[] keys = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int size;

    void add(int first, int second, int count) {
        if (size * 2 > keys.length) {
            grow();
        }
        var at = slot(key(first, second));
        if (keys[at] == 0) {
            keys[at] = key(first, second);
            size++;
        }
        counts[at] += count;
    }

    int get(int first, int second) {
        return counts[slot(key(first, second))];
    }

    int size() {
        return size;
    }

    /** Never zero, which marks a free place. */
    private static long key(int first, int second) {
        return ((long) first + 1) << 32 | second;
    }

    private int slot(long key) {
        var mask = keys.length - 1;
        var mixed = key * 0x9E3779B97F4A7C15L;
        var at = (int) (mixed >>> 40) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                var at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }
}
