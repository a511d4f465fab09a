package vn.minhbach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * Reads a form with files ({@code multipart/form-data}) as it comes in: its fields into memory, which are few and short, its files to whom they
 * are for. Of a field that is longer than any of the portal the beginning is kept, and the form knows that: who pasted too much loses nothing else.
 * Whoever sends more parts, or more in all, than any form of the portal has is not listened to any further.
 */
public final class MultipartForm {

    private static final int MOST_PARTS = 300;

    /** Ten thousand letters of three bytes each, and some more. */
    private static final int LONGEST_FIELD = 64 * 1024;

    /** Of what of a letter in UTF-8 comes after its first byte. */
    private static final int LONGEST_LETTER = 3;

    /** Of all fields together: as if each of the longest form were too long. */
    private static final int LONGEST_FIELDS = 1024 * 1024;

    /** Of what is too long and not kept, in all fields together. */
    private static final long LONGEST_SKIPPED = 16L * 1024 * 1024;

    /** In bytes: two hundred letters of a file's name, each in three pieces of three bytes, and the rest. */
    private static final int LONGEST_HEAD = 4096;

    /** Of a field's own name. */
    private static final int LONGEST_NAME = 60;

    private MultipartForm() {}

    public static boolean isSent(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.regionMatches(
                        true,
                        0,
                        AbstractFileUpload.MULTIPART_FORM_DATA,
                        0,
                        AbstractFileUpload.MULTIPART_FORM_DATA.length());
    }

    /**
     * Reads the whole form.
     *
     * @return its fields; of several with one name the first
     * @throws MalformedException if it is no such form, or more than one
     */
    public static TypedForm read(HttpServletRequest request, FileReceiver files) throws IOException {
        return read(new JakartaServletRequestContext(request), files);
    }

    /** Without a request, for tests. */
    static TypedForm read(RequestContext request, FileReceiver files) throws IOException {
        var upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setMaxPartHeaderSize(LONGEST_HEAD);
        var values = new HashMap<String, String>();
        var cut = new HashSet<String>();
        var fields = TypedForm.of(values, cut);
        try {
            var parts = upload.getItemIterator(request);
            var room = new Room();
            for (var count = 0; parts.hasNext(); count++) {
                if (count == MOST_PARTS) {
                    throw new MalformedException("too many parts");
                }
                var part = parts.next();
                if (part.isFormField()) {
                    field(part, room, values, cut);
                } else {
                    file(part, fields, files);
                }
            }
            return fields;
        } catch (FileUploadException e) {
            throw new MalformedException(e);
        }
    }

    /** What may still come of the fields of one form. */
    private static final class Room {

        private int kept = LONGEST_FIELDS;
        private long skipped = LONGEST_SKIPPED;

        void keep(int bytes) throws MalformedException {
            kept -= bytes;
            check(kept);
        }

        void skip(int bytes) throws MalformedException {
            skipped -= bytes;
            check(skipped);
        }

        private static void check(long left) throws MalformedException {
            if (left < 0) {
                throw new MalformedException("the fields are too long");
            }
        }
    }

    private static void field(FileItemInput part, Room room, Map<String, String> values, Set<String> cut)
            throws IOException {
        var name = part.getFieldName();
        byte[] bytes;
        try (var in = part.getInputStream()) {
            bytes = in.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                skip(in, room);
            }
        }
        var isCut = bytes.length > LONGEST_FIELD;
        var length = isCut ? whole(bytes) : bytes.length;
        room.keep(length);
        if (name != null && name.length() <= LONGEST_NAME && !values.containsKey(name)) {
            values.put(name, new String(bytes, 0, length, StandardCharsets.UTF_8));
            if (isCut) {
                cut.add(name);
            }
        }
    }

    /** How much of the longest that is kept ends with a whole letter. */
    private static int whole(byte[] bytes) {
        var end = LONGEST_FIELD;
        while (LONGEST_FIELD - end < LONGEST_LETTER && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    private static void file(FileItemInput part, TypedForm before, FileReceiver files) throws IOException {
        try (var in = part.getInputStream()) {
            files.receive(before, name(part), in);
            skip(in, null);
        }
    }

    /** A field in which no file was chosen is sent as one without a name. */
    private static String name(FileItemInput part) {
        var name = part.getName();
        // Browsers write quotes and line breaks of names as this, and everything else as it is (HTML, "multipart form
        // data").
        return name == null
                ? ""
                : Text.clean(name.replace("%22", "\"").replace("%0D", "").replace("%0A", ""));
    }

    /** @param room of how much nobody wants is listened to; null for a file, which is as long as the body may be */
    private static void skip(InputStream in, @Nullable Room room) throws IOException {
        var buffer = new byte[64 * 1024];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (room != null) {
                room.skip(read);
            }
        }
    }

    /** What was sent is no form of the portal. */
    public static final class MalformedException extends IOException {

        private static final long serialVersionUID = 1L;

        MalformedException(String what) {
            super(what);
        }

        MalformedException(Throwable cause) {
            super(cause);
        }
    }
}
