package vn.minhbach.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.ContentChange;

/**
 * One Lucene index in one folder, open for writing and searching.
 *
 * <p>Below {@code <portal.data>/index} lie generations "g1", "g2" …; the file {@code current} names the one in use. A rebuild
 * writes a new generation and then moves the name over, so a crash leaves either the old or the new one, never a mixture.
 * The position in the change log and {@link VietnameseAnalyzer#VERSION} are part of every commit.
 */
final class SearchIndex implements AutoCloseable {

    private static final String POSITION = "position";
    private static final String MARK = "mark";
    private static final String ANALYSIS = "analysis";
    private static final String CURRENT = "current";

    /** Fewer than usual: here little is published and much is searched, and every word is looked up in every segment. */
    private static final int SEGMENTS = 4;

    private final Path folder;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private static final long UNSEEN = Long.MIN_VALUE;

    private volatile long seen = UNSEEN;

    private SearchIndex(Path folder) throws IOException {
        this.folder = folder;
        directory = FSDirectory.open(folder);
        IndexWriter opened = null;
        try {
            opened = new IndexWriter(
                    directory,
                    new IndexWriterConfig(Fields.analyzer())
                            .setSimilarity(Fields.similarity())
                            .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS))
                            .setCommitOnClose(false)
                            .setRAMBufferSizeMB(32));
            searchers = new SearcherManager(opened, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(
                        org.apache.lucene.index.IndexReader reader,
                        org.apache.lucene.index.@Nullable IndexReader previous) {
                    var searcher = new IndexSearcher(reader);
                    searcher.setSimilarity(Fields.similarity());
                    return searcher;
                }
            });
            writer = opened;
        } catch (Throwable e) {
            // Whatever a damaged file makes of it: the lock on the folder must not stay.
            if (opened != null) {
                opened.rollback();
            }
            directory.close();
            throw e;
        }
    }

    /**
     * Opens the index in use.
     *
     * @return empty if there is none, or one made by another analysis
     * @throws IOException if there is one, and it is damaged, locked, or of another Lucene
     */
    static Optional<SearchIndex> openCurrent(Path home) throws IOException {
        var folder = currentFolder(home);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        var index = new SearchIndex(folder.get());
        if (index.positionOfCommit() < 0) {
            index.close();
            return Optional.empty();
        }
        return Optional.of(index);
    }

    /** Starts an empty generation that nobody uses yet; what earlier unfinished ones left behind is removed. */
    static SearchIndex create(Path home) throws IOException {
        Files.createDirectories(home);
        var inUse = currentFolder(home);
        var newest = 0;
        try (var generations = Files.newDirectoryStream(home, "g*")) {
            for (var generation : generations) {
                newest = Math.max(
                        newest,
                        Integer.parseInt(generation.getFileName().toString().substring(1)));
                if (!generation.equals(inUse.orElse(null))) {
                    delete(generation);
                }
            }
        }
        return new SearchIndex(Files.createDirectories(home.resolve("g" + (newest + 1))));
    }

    /** The folder named by {@code current}, if there is an index in it. */
    static Optional<Path> currentFolder(Path home) throws IOException {
        var pointer = home.resolve(CURRENT);
        if (!Files.exists(pointer)) {
            return Optional.empty();
        }
        var name = Files.readString(pointer, StandardCharsets.UTF_8).strip();
        return name.matches("g\\d{1,9}") && Files.isDirectory(home.resolve(name))
                ? Optional.of(home.resolve(name))
                : Optional.empty();
    }

    /** Makes this generation the one in use, also after a crash of the machine. */
    void makeCurrent(Path home) throws IOException {
        var draft = home.resolve(CURRENT + ".new");
        try (var channel = java.nio.channels.FileChannel.open(
                draft,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE,
                java.nio.file.StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(StandardCharsets.UTF_8.encode(folder.getFileName().toString()));
            channel.force(true);
        }
        Files.move(draft, home.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void put(SearchDocument item) throws IOException {
        put(item, 0);
    }

    /** @param popularity how often the item was opened of late */
    void put(SearchDocument item, long popularity) throws IOException {
        writer.updateDocument(
                new Term(Fields.UID, DocumentMapper.uid(item.kind(), item.id())),
                DocumentMapper.document(item, popularity));
    }

    void remove(String kind, String id) throws IOException {
        writer.deleteDocuments(new Term(Fields.UID, DocumentMapper.uid(kind, id)));
    }

    /**
     * Makes everything since the last commit durable, together with the position it brings the index to.
     *
     * @param mark tells the change at that position from one of another database, see {@link ContentChange#mark()}
     */
    void commit(long position, String mark) throws IOException {
        writer.setLiveCommitData(
                Map.of(POSITION, Long.toString(position), MARK, mark, ANALYSIS, VietnameseAnalyzer.VERSION)
                        .entrySet());
        writer.commit();
    }

    /** Makes one segment of all. To be called after everything was put in again, as it writes everything once more. */
    void compact() throws IOException {
        writer.forceMerge(1);
    }

    /** @return whether searches see something new from now on */
    boolean refresh() throws IOException {
        var before = searchers.acquire();
        try {
            var position = positionOfCommit();
            searchers.maybeRefreshBlocking();
            seen = position;
            var after = searchers.acquire();
            searchers.release(after);
            return after != before;
        } finally {
            searchers.release(before);
        }
    }

    /** Up to which change searches see everything; the last commit may be further. */
    long positionOfSearches() {
        return seen == UNSEEN ? positionOfCommit() : seen;
    }

    /** The position of the last commit; -1 if there is none or another analysis made it. */
    long positionOfCommit() {
        return position(commitData());
    }

    /** The mark of the change at that position; empty if nothing was ever published. */
    String markOfCommit() {
        return commitData().getOrDefault(MARK, "");
    }

    private Map<String, String> commitData() {
        var values = new HashMap<String, String>();
        var data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        }
        return values;
    }

    /** The position that a commit carries; -1 if none, or if another analysis made it. */
    static long position(Map<String, String> commit) {
        var position = commit.get(POSITION);
        return position == null || !VietnameseAnalyzer.VERSION.equals(commit.get(ANALYSIS))
                ? -1
                : Long.parseLong(position);
    }

    /** The last commit as it lies on disk, whoever writes to it. */
    static DirectoryReader openReader(Path folder) throws IOException {
        return DirectoryReader.open(FSDirectory.open(folder));
    }

    SearcherManager searchers() {
        return searchers;
    }

    Path folder() {
        return folder;
    }

    int documents() throws IOException {
        var searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    /** In so many parts the index lies; each word is looked up in each of them. */
    int segments() throws IOException {
        var searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().leaves().size();
        } finally {
            searchers.release(searcher);
        }
    }

    /** What suggestions need to know of each item. */
    interface TitleVisitor {

        void visit(String kind, String title, String path);
    }

    /** Shows every item that is in force. */
    void eachTitle(TitleVisitor visitor) throws IOException {
        var searcher = searchers.acquire();
        try {
            for (var leaf : searcher.getIndexReader().leaves()) {
                var reader = leaf.reader();
                var live = reader.getLiveDocs();
                var cards = Card.column(reader);
                for (var document = 0; document < reader.maxDoc(); document++) {
                    if (live != null && !live.get(document)) {
                        continue;
                    }
                    var card = Card.of(cards, document);
                    if (!card.ended()) {
                        visitor.visit(card.kind(), card.title(), card.path());
                    }
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    /** Whether the index can still be written to; a full disk or a damaged file ends that, while searches may go on. */
    boolean isWritable() {
        return writer.isOpen() && writer.getTragicException() == null;
    }

    /** What ended the writing, if it ended by itself. */
    @Nullable
    Throwable whatEndedWriting() {
        return writer.getTragicException();
    }

    /**
     * Reads every file of the index and compares it with its checksum: those that searches read now, and those of the last
     * commit.
     *
     * @return what is damaged, by file; empty if all is sound
     */
    List<String> damage() throws IOException {
        var searcher = searchers.acquire();
        try {
            var damage = new LinkedHashSet<String>();
            for (var leaf : searcher.getIndexReader().leaves()) {
                if (leaf.reader() instanceof SegmentReader reader) {
                    for (var file : reader.getSegmentInfo().files()) {
                        check(directory, file, damage);
                    }
                }
            }
            damage.addAll(damage(directory));
            return List.copyOf(damage);
        } finally {
            searchers.release(searcher);
        }
    }

    /** The same for the last commit as it lies on disk, whoever writes to it. */
    static List<String> damage(Path folder) throws IOException {
        try (var directory = FSDirectory.open(folder)) {
            return damage(directory);
        }
    }

    private static List<String> damage(Directory directory) throws IOException {
        while (true) {
            var name = SegmentInfos.getLastCommitSegmentsFileName(directory);
            if (name == null) {
                return List.of("segments: missing");
            }
            var damage = new LinkedHashSet<String>();
            try {
                for (var file : SegmentInfos.readCommit(directory, name).files(true)) {
                    check(directory, file, damage);
                }
            } catch (IOException | RuntimeException e) {
                damage.add(name + ": " + e);
            }
            // A commit meanwhile may have removed files that were still to be read.
            if (damage.isEmpty() || name.equals(SegmentInfos.getLastCommitSegmentsFileName(directory))) {
                return List.copyOf(damage);
            }
        }
    }

    private static void check(Directory directory, String file, Set<String> damage) {
        try (var bytes = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(bytes);
        } catch (IOException | RuntimeException e) {
            damage.add(file + ": " + e);
        }
    }

    /** Whoever looks for the index in use finds none from now on, after a crash too. */
    static void disown(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(CURRENT));
    }

    /** Drops what was not committed; the position on disk says where to go on. */
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
