package vn.minhbach.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a camera was held, as it wrote into the picture (EXIF, tag 0x0112): 1 is upright, the others are turned or mirrored. */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int HEAD = 256 * 1024;
    private static final int TAG = 0x0112;

    private Orientation() {}

    /** Upright, where nothing or nonsense is said. */
    static int of(Path file, FileType type) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        try {
            return switch (type) {
                case JPEG -> ofJpeg(head);
                case PNG -> ofChunks(head, 8, "eXIf", ByteOrder.BIG_ENDIAN);
                case WEBP -> ofChunks(head, 12, "EXIF", ByteOrder.LITTLE_ENDIAN);
                default -> UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            return UPRIGHT;
        }
    }

    private static int ofJpeg(byte[] head) {
        var bytes = ByteBuffer.wrap(head);
        var at = 2;
        while (at + 4 < head.length && (head[at] & 0xFF) == 0xFF) {
            var marker = head[at + 1] & 0xFF;
            var length = bytes.getShort(at + 2) & 0xFFFF;
            if (marker == 0xE1 && starts(head, at + 4, "Exif\0\0")) {
                return ofTiff(head, at + 10);
            }
            if (marker == 0xDA || length < 2) {
                break;
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    /** PNG: length, name, data, checksum. WebP: name, length, data, padded to an even length. */
    private static int ofChunks(byte[] head, int first, String wanted, ByteOrder order) {
        var bytes = ByteBuffer.wrap(head).order(order);
        var isPng = order == ByteOrder.BIG_ENDIAN;
        for (var at = first; at + 8 < head.length; ) {
            var length = bytes.getInt(isPng ? at : at + 4);
            if (length < 0) {
                break;
            }
            if (starts(head, isPng ? at + 4 : at, wanted)) {
                var data = at + 8;
                return ofTiff(head, starts(head, data, "Exif\0\0") ? data + 6 : data);
            }
            at = Math.addExact(at, isPng ? Math.addExact(12, length) : 8 + length + (length & 1));
            if (at < 0) {
                break;
            }
        }
        return UPRIGHT;
    }

    private static int ofTiff(byte[] head, int start) {
        var order = starts(head, start, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        var bytes = ByteBuffer.wrap(head).order(order);
        var directory = Math.addExact(start, bytes.getInt(start + 4));
        var entries = bytes.getShort(directory) & 0xFFFF;
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if ((bytes.getShort(entry) & 0xFFFF) == TAG) {
                var value = bytes.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static boolean starts(byte[] head, int at, String with) {
        var expected = with.getBytes(StandardCharsets.ISO_8859_1);
        return at >= 0
                && at + expected.length <= head.length
                && java.util.Arrays.equals(head, at, at + expected.length, expected, 0, expected.length);
    }
}
