package vn.minhbach.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;
import vn.minhbach.shared.Text;

/**
 * The text that snippets are cut from, kept in pieces so that a passage can be read without unpacking the rest.
 *
 * <p>In bytes it is: the number of line breaks and how far each is from the one before; the number of pieces and of each its
 * characters, its bytes and its packed bytes; then the packed pieces.
 */
final class StoredText {

    /** Of a longer text the end is not kept. */
    static final int LONGEST = 30_600;

    private static final int PIECE = 1_000;

    private final int[] breaks;
    private final int[] starts;
    private final int[] lengths;
    private final int[] places;
    private final byte[] bytes;

    private StoredText(int[] breaks, int[] starts, int[] lengths, int[] places, byte[] bytes) {
        this.breaks = breaks;
        this.starts = starts;
        this.lengths = lengths;
        this.places = places;
        this.bytes = bytes;
    }

    static BytesRef pack(String whole) {
        var text = Text.cut(whole, LONGEST);
        try {
            var head = new ByteBuffersDataOutput();
            var breaks = text.chars().filter(c -> c == '\n').count();
            head.writeVInt((int) breaks);
            var before = 0;
            for (var at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
                head.writeVInt(at - before);
                before = at;
            }
            var pieces = pieces(text);
            head.writeVInt(pieces.size());
            var packed = new ByteBuffersDataOutput();
            var table = new LZ4.FastCompressionHashTable();
            for (var piece : pieces) {
                var plain = piece.getBytes(StandardCharsets.UTF_8);
                var from = packed.size();
                LZ4.compress(plain, 0, plain.length, packed, table);
                head.writeVInt(piece.length());
                head.writeVInt(plain.length);
                head.writeVInt((int) (packed.size() - from));
            }
            head.writeBytes(packed.toArrayCopy());
            return new BytesRef(head.toArrayCopy());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (var at = 0; at < text.length(); ) {
            var piece = Text.cut(text.substring(at, Math.min(text.length(), at + PIECE + 1)), PIECE);
            pieces.add(piece);
            at += piece.length();
        }
        return pieces;
    }

    /** Reads what {@link #pack} wrote; no piece is unpacked yet. */
    static StoredText of(BytesRef packed) {
        var in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
        var breaks = new int[in.readVInt()];
        for (var i = 0; i < breaks.length; i++) {
            breaks[i] = in.readVInt() + (i > 0 ? breaks[i - 1] : 0);
        }
        var pieces = in.readVInt();
        var starts = new int[pieces + 1];
        var lengths = new int[pieces];
        var places = new int[pieces + 1];
        for (var i = 0; i < pieces; i++) {
            starts[i + 1] = starts[i] + in.readVInt();
            lengths[i] = in.readVInt();
            places[i + 1] = places[i] + in.readVInt();
        }
        var first = in.getPosition();
        Arrays.setAll(places, i -> places[i] + first);
        return new StoredText(breaks, starts, lengths, places, packed.bytes);
    }

    int length() {
        return starts[starts.length - 1];
    }

    /** In which line each of some ascending places is. */
    int[] lines(int[] places) {
        var lines = new int[places.length];
        var line = 0;
        for (var i = 0; i < places.length; i++) {
            while (line < breaks.length && breaks[line] < places[i]) {
                line++;
            }
            lines[i] = line;
        }
        return lines;
    }

    /** What stands between two places. */
    String between(int from, int to) {
        var text = new StringBuilder();
        for (var i = 0; i < lengths.length; i++) {
            if (starts[i] < to && starts[i + 1] > from) {
                var piece = piece(i);
                text.append(piece, Math.max(0, from - starts[i]), Math.min(piece.length(), to - starts[i]));
            }
        }
        return text.toString();
    }

    private String piece(int number) {
        var plain = new byte[lengths[number]];
        try {
            var in = new ByteArrayDataInput(bytes, places[number], places[number + 1] - places[number]);
            LZ4.decompress(in, plain.length, plain, 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new String(plain, StandardCharsets.UTF_8);
    }
}
