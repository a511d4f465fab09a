package vn.minhbach.procedure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a file of procedures record by record, and does nothing else: whoever wants to see what an import would do reads it the same
 * way. A file is what its first letters say, whatever it is called: JSON (one object a line, one object, or an array of them), a table as
 * text, or a workbook. What cannot be read is told in one sentence, of the record if it is the record's fault, else of the file.
 */
final class ImportFile {

    /** In characters; the longest record of the national data has 220,000. */
    static final int LONGEST_RECORD = 4_000_000;

    static final String TOO_LONG =
            "dài quá " + LONGEST_RECORD / 1_000_000 + " triệu ký tự; hãy kiểm tra dấu kết thúc của dòng này";

    private static final int HEAD = 8192;

    private ImportFile() {}

    /** Takes the records one by one; a record that cannot even be read is told of instead. */
    interface Visitor {

        /** @throws ImportException if the whole file is to be given up */
        void row(ImportRow row) throws ImportException;

        /** @throws ImportException if the whole file is to be given up */
        void unreadable(long line, String reason) throws ImportException;

        /** Something to know about the file, as a sentence. */
        default void note(String sentence) {}
    }

    /** @throws ImportException if nothing of the file can be taken over; then no record was handed over either */
    static void read(Path file, Visitor visitor) throws IOException, ImportException {
        var sieve = new ImportSieve(visitor);
        try (var in = new BufferedInputStream(Files.newInputStream(file), HEAD)) {
            in.mark(HEAD);
            var head = in.readNBytes(HEAD - 1);
            in.reset();
            refuseOther(head);
            if (begins(head, 'P', 'K', 3, 4)) {
                ImportSheet.read(file, sieve);
            } else {
                var reader = ImportLetters.open(in);
                reader.mark(ImportJson.LOOK_AHEAD);
                var first = firstSign(reader);
                reader.reset();
                switch (first) {
                    case '{', '[' -> ImportJson.read(reader, sieve);
                    case '<' ->
                        throw new ImportException(
                                "Tệp là trang HTML hoặc XML, dù mang tên khác; hãy mở bằng Excel hoặc LibreOffice và lưu lại thành .xlsx.");
                    default -> ImportTable.read(reader, sieve);
                }
            }
        }
        sieve.end();
    }

    /** Kinds of files that are taken for a list of procedures now and then. */
    private static void refuseOther(byte[] head) throws ImportException {
        if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new ImportException(
                    "Tệp là bảng tính Excel đời cũ (.xls) hoặc có đặt mật khẩu; hãy mở bằng Excel hoặc LibreOffice, bỏ mật khẩu nếu có và lưu lại thành .xlsx.");
        }
        if (begins(head, '%', 'P', 'D', 'F') || begins(head, '{', '\\', 'r', 't')) {
            throw new ImportException("Tệp là văn bản PDF hoặc RTF; hãy lập danh mục thủ tục thành bảng tính .xlsx.");
        }
    }

    private static boolean begins(byte[] head, int... signs) {
        return head.length >= signs.length
                && Arrays.equals(
                        Arrays.copyOf(head, signs.length),
                        new String(signs, 0, signs.length).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int firstSign(java.io.Reader reader) throws IOException {
        var sign = reader.read();
        for (var i = 1; Character.isWhitespace(sign) && i < ImportJson.LOOK_AHEAD; i++) {
            sign = reader.read();
        }
        return sign;
    }
}
