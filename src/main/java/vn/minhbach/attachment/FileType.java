package vn.minhbach.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.minhbach.shared.RuleBrokenException;

/** What a file is, seen from its bytes: its name and what a browser says of it are not believed. These are taken, and no others. */
public enum FileType {
    JPEG(Group.IMAGE, "image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG(Group.IMAGE, "image/png", "png"),
    GIF(Group.IMAGE, "image/gif", "gif"),
    WEBP(Group.IMAGE, "image/webp", "webp"),
    /** Comes from iPhones, and is kept as JPEG. */
    HEIC(Group.IMAGE, "image/heic", "heic", "heif"),
    MP4(Group.CLIP, "video/mp4", "mp4", "m4v"),
    WEBM(Group.CLIP, "video/webm", "webm"),
    M4A(Group.CLIP, "audio/mp4", "m4a"),
    MP3(Group.CLIP, "audio/mpeg", "mp3"),
    OGG(Group.CLIP, "audio/ogg", "ogg", "oga"),
    WAV(Group.CLIP, "audio/wav", "wav"),
    PDF(Group.FILE, "application/pdf", "pdf"),
    DOCX(Group.FILE, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX(Group.FILE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX(Group.FILE, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT(Group.FILE, "application/vnd.oasis.opendocument.text", "odt"),
    ODS(Group.FILE, "application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP(Group.FILE, "application/vnd.oasis.opendocument.presentation", "odp"),
    DOC(Group.FILE, "application/msword", "doc"),
    XLS(Group.FILE, "application/vnd.ms-excel", "xls"),
    PPT(Group.FILE, "application/vnd.ms-powerpoint", "ppt"),
    ZIP(Group.FILE, "application/zip", "zip"),
    CSV(Group.FILE, "text/csv", "csv"),
    TEXT(Group.FILE, "text/plain", "txt");

    /** What is done with it: shown, played, or handed out. */
    public enum Group {
        IMAGE,
        CLIP,
        FILE
    }

    private static final String FIELD = "file";
    private static final int HEAD = 4096;

    /** As many entries of a zip are looked at to see what it is. */
    private static final int ENTRIES = 10_000;

    private final Group group;
    private final String mediaType;
    private final List<String> endings;

    FileType(Group group, String mediaType, String... endings) {
        this.group = group;
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    Group group() {
        return group;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a name that says this. */
    public String ending() {
        return endings.getFirst();
    }

    /** As people call it: "PDF". */
    String label() {
        return name();
    }

    /** Whether a name says what the file is. */
    boolean isSaidBy(String name) {
        return endings.contains(endingOf(name));
    }

    static String endingOf(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * What the file is.
     *
     * @param name by which the office's old formats, which all look alike, are told apart, and nothing else is
     * @throws RuleBrokenException if it is nothing that the portal takes; the sentence says what to do instead
     */
    static FileType of(Path file, String name) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw refused("empty");
        }
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return GIF;
        }
        if (text.startsWith("RIFF")) {
            return switch (at(text, 8, 4)) {
                case "WEBP" -> WEBP;
                case "WAVE" -> WAV;
                default -> throw refused("unknown");
            };
        }
        if (at(text, 4, 4).equals("ftyp")) {
            return media(at(text, 8, 4));
        }
        if (text.startsWith("\u001AE\u00DF\u00A3")) {
            return webm(text);
        }
        if (text.startsWith("OggS")) {
            return OGG;
        }
        if (text.startsWith("ID3") || isMp3Frame(head)) {
            return MP3;
        }
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return zipped(file);
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return old(name);
        }
        var pdf = text.substring(0, Math.min(text.length(), 1024)).indexOf("%PDF-");
        if (pdf >= 0) {
            return PDF;
        }
        if (text.startsWith("MZ")
                || text.startsWith("\u007FELF")
                || text.startsWith("#!")
                || text.startsWith("\u00CA\u00FE\u00BA\u00BE")) {
            throw refused("program");
        }
        if (text.startsWith("Rar!") || text.startsWith("7z\u00BC\u00AF") || text.startsWith("\u001F\u008B")) {
            throw refused("archive");
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*") || text.startsWith("BM")) {
            throw refused("otherPicture");
        }
        return plain(file, head, name);
    }

    private static FileType media(String brand) {
        return switch (brand) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" -> HEIC;
            case "avif", "avis" -> throw refused("otherPicture");
            case "qt  " -> throw refused("quicktime");
            case "M4A ", "M4B " -> M4A;
            default -> MP4;
        };
    }

    private static FileType webm(String head) {
        if (head.contains("webm")) {
            return WEBM;
        }
        throw refused("quicktime");
    }

    private static boolean isMp3Frame(byte[] head) {
        return head.length > 3
                && (head[0] & 0xFF) == 0xFF
                && (head[1] & 0xE6) == 0xE2
                && (head[2] & 0xF0) != 0xF0
                && (head[2] & 0x0C) != 0x0C;
    }

    private static FileType zipped(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var type = ZIP;
            var seen = 0;
            for (var entries = zip.entries(); entries.hasMoreElements() && seen < ENTRIES; seen++) {
                var name = entries.nextElement().getName();
                if (name.endsWith("vbaProject.bin")) {
                    throw refused("macro");
                }
                type = switch (name) {
                    case "word/document.xml" -> DOCX;
                    case "xl/workbook.xml" -> XLSX;
                    case "ppt/presentation.xml" -> PPTX;
                    case "mimetype" -> openDocument(zip, type);
                    default -> type;
                };
            }
            return type;
        } catch (ZipException e) {
            throw refused("brokenZip");
        }
    }

    private static FileType openDocument(ZipFile zip, FileType otherwise) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry("mimetype"))) {
            var said = new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip();
            return List.of(ODT, ODS, ODP).stream()
                    .filter(each -> each.mediaType.equals(said))
                    .findFirst()
                    .orElse(otherwise);
        }
    }

    /** Word, Excel and PowerPoint before 2007 begin alike. */
    private static FileType old(String name) {
        return List.of(DOC, XLS, PPT).stream()
                .filter(each -> each.isSaidBy(name))
                .findFirst()
                .orElseThrow(() -> refused("unknown"));
    }

    private static FileType plain(Path file, byte[] head, String name) throws IOException {
        var start = new String(head, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<svg") || start.startsWith("<") && start.contains("<svg")) {
            throw refused("svg");
        }
        var said =
                List.of(CSV, TEXT).stream().filter(each -> each.isSaidBy(name)).findFirst();
        if (start.startsWith("<") || said.isEmpty() || !isUtf8(file)) {
            throw refused(said.isPresent() && !start.startsWith("<") ? "encoding" : "unknown");
        }
        return said.get();
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        try (var reader =
                new java.io.BufferedReader(new java.io.InputStreamReader(Files.newInputStream(file), decoder))) {
            var buffer = new char[8192];
            for (var read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (var i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (java.nio.charset.CharacterCodingException e) {
            return false;
        }
    }

    private static String at(String head, int from, int length) {
        return head.length() < from + length ? "" : head.substring(from, from + length);
    }

    /** The sentence stands in the bundle as {@code file.error.…}. */
    static RuleBrokenException refused(String why) {
        return new RuleBrokenException("file.error." + why, FIELD);
    }
}
