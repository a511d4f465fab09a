package vn.minhbach.procedure;

/**
 * The account kept while the rows of a crawled table are written back: every character of the crawled text must come up
 * again, in its order, either in a row or as a recognised heading.
 *
 * <p>What was announced must not get lost because a program read it; a table that does not balance stays raw text.
 */
final class CrawledLedger {

    private final String owed;
    private int paid;
    private boolean sound = true;

    CrawledLedger(String crawled) {
        owed = CrawledText.bare(crawled);
    }

    /** The text must come next. */
    CrawledLedger pay(String text) {
        var bare = CrawledText.bare(text);
        if (owed.startsWith(bare, paid)) {
            paid += bare.length();
        } else {
            sound = false;
        }
        return this;
    }

    /** A heading or a mark that carries no meaning of its own may come next. */
    CrawledLedger waive(String furniture) {
        var bare = CrawledText.bare(furniture);
        if (owed.startsWith(bare, paid)) {
            paid += bare.length();
        }
        return this;
    }

    /** Any number of these characters may come next. */
    CrawledLedger waiveMarks(String marks) {
        while (paid < owed.length() && marks.indexOf(owed.charAt(paid)) >= 0) {
            paid++;
        }
        return this;
    }

    /** Whether all that was owed has been paid, and nothing else. */
    boolean balanced() {
        return sound && paid == owed.length();
    }
}
