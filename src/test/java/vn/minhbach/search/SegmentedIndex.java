package vn.minhbach.search;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index in memory whose segments stay as they were written; {@link SearchIndex} would merge such small ones at once. */
final class SegmentedIndex implements AutoCloseable {

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private DirectoryReader reader;

    SegmentedIndex() throws IOException {
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Fields.analyzer())
                        .setSimilarity(Fields.similarity())
                        .setMergePolicy(NoMergePolicy.INSTANCE));
        reader = DirectoryReader.open(writer);
    }

    void put(SearchDocument item) throws IOException {
        put(item, 0);
    }

    void put(SearchDocument item, long popularity) throws IOException {
        writer.updateDocument(
                new Term(Fields.UID, DocumentMapper.uid(item.kind(), item.id())),
                DocumentMapper.document(item, popularity));
    }

    void remove(String uid) throws IOException {
        writer.deleteDocuments(new Term(Fields.UID, uid));
    }

    /** Ends a segment and lets searches see it; what was searched before is closed. */
    void refresh() throws IOException {
        writer.flush();
        var newer = DirectoryReader.openIfChanged(reader);
        if (newer != null) {
            reader.close();
            reader = newer;
        }
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher(reader);
    }

    static IndexSearcher searcher(DirectoryReader reader) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Fields.similarity());
        return searcher;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
        directory.close();
    }
}
