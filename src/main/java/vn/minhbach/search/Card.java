package vn.minhbach.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * What a list says about an item. Kept as one column of the index, unpacked: Lucene's stored fields lie in packed blocks of many
 * items, of which a page of twenty hits would unpack twenty.
 *
 * @param shown what the item's kind wants a list to say, see {@link SearchDocument#shown()}
 */
record Card(String kind, String id, String title, String path, boolean ended, Map<String, String> shown) {

    static BytesRef pack(SearchDocument item) {
        var out = new ByteBuffersDataOutput();
        out.writeString(item.kind());
        out.writeString(item.id());
        out.writeString(item.title());
        out.writeString(item.path());
        out.writeByte((byte) (item.ended() ? 1 : 0));
        out.writeMapOfStrings(item.shown());
        return new BytesRef(out.toArrayCopy());
    }

    /** The card of a document of the whole index. */
    static Card of(IndexReader reader, int document) throws IOException {
        var leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        return of(column(leaf.reader()), document - leaf.docBase);
    }

    /** The cards of a segment, to be read in ascending order. */
    static BinaryDocValues column(LeafReader segment) throws IOException {
        return DocValues.getBinary(segment, Fields.CARD);
    }

    /** @param document its number within the segment */
    static Card of(BinaryDocValues column, int document) throws IOException {
        if (!column.advanceExact(document)) {
            throw new org.apache.lucene.index.CorruptIndexException("An item has no card", "document " + document);
        }
        var bytes = column.binaryValue();
        var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        return new Card(
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString(),
                in.readByte() == 1,
                in.readMapOfStrings());
    }
}
