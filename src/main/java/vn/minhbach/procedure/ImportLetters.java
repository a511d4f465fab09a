package vn.minhbach.procedure;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * In which letters a file is written. Unicode is read, with or without a mark at its beginning; what is written in one of the sets that
 * were used before, or was pasted from there letter by letter, is refused by its likely name, since a guess would put wrong names on
 * the portal.
 */
final class ImportLetters {

    private static final int SAMPLE = 1 << 16;
    private static final char UNKNOWN = '\uFFFD';
    private static final String TCVN3 = "TCVN3 (ABC, phông .VnTime)";
    private static final String VNI = "VNI (phông VNI-Times)";
    private static final String BROKEN = "bị hỏng";

    /** Letters of TCVN3 that show as signs; Vietnamese has none of them within a word. */
    private static final String SIGNS = "¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶¸¹»¼½¾";

    /** Letters of Western Europe that Vietnamese does not have; but Ð, which many keyboards write for Đ. */
    private static final String FOREIGN = "ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ";

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private ImportLetters() {}

    /**
     * The text of a file.
     *
     * @throws ImportException if it is not written in Unicode, or is no text
     */
    static BufferedReader open(InputStream file) throws IOException, ImportException {
        var in = new BufferedInputStream(file, SAMPLE);
        in.mark(SAMPLE);
        var sample = in.readNBytes(SAMPLE - 1);
        in.reset();
        var charset = unicode(sample);
        // A stray byte spoils its own record, not the file.
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var reader = new BufferedReader(new InputStreamReader(in, decoder), SAMPLE);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static Charset unicode(byte[] sample) throws ImportException {
        if (begins(sample, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(sample, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        var zeros = new int[2];
        for (var i = 0; i < sample.length; i++) {
            zeros[i % 2] += sample[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] > 0) {
            // Of two bytes of a letter one is zero for every blank, digit and plain letter.
            if (zeros[0] == 0 && zeros[1] > sample.length / 8) {
                return StandardCharsets.UTF_16LE;
            }
            if (zeros[1] == 0 && zeros[0] > sample.length / 8) {
                return StandardCharsets.UTF_16BE;
            }
            throw new ImportException(
                    "Tệp không phải tệp văn bản; hãy lưu danh mục thành .xlsx, hoặc .csv dạng “CSV UTF-8”.");
        }
        var text = new String(sample, StandardCharsets.UTF_8);
        var unknown = text.chars().filter(c -> c == UNKNOWN).count();
        var beyond = text.chars().filter(c -> c > 0x7F).count() - unknown;
        if (unknown > 1 && unknown * 5 > beyond || unknown == 1 && beyond == 0) {
            throw new ImportException(
                    "Tệp viết bằng bảng mã %s, không phải Unicode; hãy mở tệp, chuyển sang Unicode và lưu lại dạng “CSV UTF-8”."
                            .formatted(old(sample)));
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** The likely name of the set of letters that bytes are written in, which are no Unicode. */
    private static String old(byte[] bytes) {
        var western = new String(bytes, StandardCharsets.ISO_8859_1);
        var beyond = western.chars().filter(c -> c > 0x7F).count();
        if (western.chars().filter(c -> SIGNS.indexOf(c) >= 0).count() * 10 > beyond) {
            return TCVN3;
        }
        // The Vietnamese of Windows writes the tone behind the vowel, as a mark of its own.
        var windows = new String(bytes, Charset.forName("windows-1258"));
        if (windows.chars().filter(c -> TONES.indexOf(c) >= 0).count() * 5 > beyond) {
            return "windows-1258";
        }
        return spoilt(western).orElse("cũ (TCVN3, VNI hoặc windows-1258)");
    }

    /** What is wrong with the letters of a text; empty if nothing is. */
    static Optional<String> spoilt(String text) {
        var signs = 0;
        var marks = 0;
        var sound = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c == UNKNOWN) {
                return Optional.of(BROKEN);
            }
            if (c > 0xFF) {
                sound += isVietnamese(c) ? 1 : 0;
            } else if (SIGNS.indexOf(c) >= 0 ? isPlain(text, i + 1) : isCapital(c) && isSmall(text, i - 1)) {
                signs++;
            } else if (FOREIGN.indexOf(c) >= 0 ? isPlain(text, i - 1) || isPlain(text, i + 1) : isOpen(text, i - 1)) {
                marks += Character.isLetter(c) ? 1 : 0;
            }
        }
        if (signs > sound) {
            return Optional.of(TCVN3);
        }
        return marks > 2 && marks > sound ? Optional.of(VNI) : Optional.empty();
    }

    private static boolean isVietnamese(char c) {
        return c >= '\u1EA0' && c <= '\u1EF9' || "ĂăĐđĨĩŨũƠơƯư".indexOf(c) >= 0 || TONES.indexOf(c) >= 0;
    }

    private static boolean isPlain(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) | 0x20) >= 'a' && (text.charAt(at) | 0x20) <= 'z';
    }

    /** In the middle of a word TCVN3 shows some letters as capitals. */
    private static boolean isCapital(char c) {
        return c >= '\u00C0' && c <= '\u00DE' && c != '×';
    }

    private static boolean isSmall(String text, int at) {
        return at >= 0 && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }

    /** VNI writes marks behind the vowel, as letters of their own; behind these two, Vietnamese has no letter with a mark. */
    private static boolean isOpen(String text, int at) {
        return at >= 0 && "aAeE".indexOf(text.charAt(at)) >= 0;
    }

    /**
     * The one sentence about letters that are not to be kept.
     *
     * @param spoilt what is wrong with them, as {@link #spoilt} told
     * @param place where they were seen first
     */
    static ImportException refusal(String spoilt, String place) {
        return new ImportException(
                spoilt.equals(BROKEN)
                        ? "%s có ký tự hỏng (\uFFFD): chữ đã mất khi chuyển bảng mã; hãy xuất lại tệp từ nguồn bằng UTF-8."
                                .formatted(capital(place))
                        : "%s viết bằng bảng mã %s, không phải Unicode; hãy chuyển sang Unicode (chẳng hạn bằng công cụ của UniKey) rồi nhập lại."
                                .formatted(capital(place), spoilt));
    }

    private static String capital(String place) {
        return place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1);
    }
}
