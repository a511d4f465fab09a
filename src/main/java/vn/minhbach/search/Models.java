package vn.minhbach.search;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the model of syllables that fits the index. An article more or less does not change a language: the model is rebuilt
 * only when the synonyms are others or the number of documents has moved by a fiftieth, and searches go on with the old one
 * meanwhile.
 */
final class Models {

    private static final int SHARE = 50;

    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made made;

    /** A model, and what it was made of. */
    private record Made(SyllableModel model, int documents, Synonyms synonyms) {

        boolean fits(int now, Synonyms rows) {
            return rows == synonyms && Math.abs(now - documents) <= documents / SHARE;
        }
    }

    SyllableModel of(IndexReader reader, Synonyms synonyms) throws IOException {
        var known = made;
        var documents = reader.numDocs();
        if (known != null && known.fits(documents, synonyms)) {
            return known.model();
        }
        if (known != null && !making.tryLock()) {
            return known.model();
        }
        if (known == null) {
            making.lock();
        }
        try {
            var newest = made;
            if (newest != null && newest.fits(documents, synonyms)) {
                return newest.model();
            }
            var fresh = SyllableModel.of(reader, synonyms);
            made = new Made(fresh, documents, synonyms);
            return fresh;
        } finally {
            making.unlock();
        }
    }
}
