package vn.minhbach.relay;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Sha256;
import vn.minhbach.shared.Text;

/**
 * By which the same news is known, whoever publishes it: the words of the text without marks and signs, in overlapping groups of four (shingles),
 * of which the least digests are kept. Two texts share as large a part of these as of all their groups; a newspaper that puts another title
 * over it, or its own line below, does not hide it.
 *
 * @param digest of all words: another one is another text
 * @param least the least digests of the groups, in order
 */
record Sketch(String digest, List<Long> least) {

    /** How many are kept: with so many, a half is told from three quarters. */
    static final int KEPT = 48;

    private static final int GROUP = 4;

    /** Two texts that share so much are the same news. */
    private static final double SAME = 0.7;

    /** A text that is longer than this is known without its title, which every newspaper changes. */
    private static final int ENOUGH_WORDS = 30;

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");

    static Sketch of(String title, String html) {
        var body = words(Html.text(html));
        var words = body.length >= ENOUGH_WORDS ? body : words(title + "\n" + Html.text(html));
        var least = new TreeSet<Long>();
        for (var i = 0; i + GROUP <= Math.max(words.length, GROUP); i++) {
            var group = new StringBuilder();
            for (var j = i; j < Math.min(i + GROUP, words.length); j++) {
                group.append(words[j]).append(' ');
            }
            least.add(mixed(group));
            if (least.size() > KEPT) {
                least.pollLast();
            }
        }
        return new Sketch(
                Sha256.of(String.join(" ", words(title)) + "\n" + String.join(" ", body), 32), List.copyOf(least));
    }

    private static String[] words(String text) {
        return WORDS.split(Text.fold(text).strip());
    }

    /** FNV-1a, and then mixed: what is least must not depend on how a group begins. */
    private static long mixed(CharSequence text) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** Which part of their groups two texts share, as far as the kept ones tell. */
    double alike(Collection<Long> other) {
        var all = new TreeSet<>(least);
        all.addAll(other);
        // The least of both together: of these it is known whether they belong to each.
        var size = Math.min(all.size(), least.size() < KEPT && other.size() < KEPT ? all.size() : KEPT);
        var shared = all.stream()
                .limit(size)
                .filter(each -> least.contains(each) && other.contains(each))
                .count();
        return size == 0 ? 0 : (double) shared / size;
    }

    boolean isSame(Collection<Long> other) {
        return alike(other) >= SAME;
    }
}
