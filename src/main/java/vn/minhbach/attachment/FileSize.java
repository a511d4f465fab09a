package vn.minhbach.attachment;

/** How large a file is, as people read it: "12 KB", "1,2 MB". */
public final class FileSize {

    private static final long KILO = 1024;

    private FileSize() {}

    public static String of(long bytes) {
        if (bytes < KILO * KILO) {
            return Math.max(1, Math.round((double) bytes / KILO)) + " KB";
        }
        var tenths = Math.round(10.0 * bytes / (KILO * KILO));
        return tenths >= 1000 || tenths % 10 == 0 ? tenths / 10 + " MB" : tenths / 10 + "," + tenths % 10 + " MB";
    }
}
