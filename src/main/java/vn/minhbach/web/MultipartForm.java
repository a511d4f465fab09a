package vn.minhbach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import vn.minhbach.shared.Text;

/**
 * Reads a form with files ({@code multipart/form-data}) as it comes in: its fields into memory, which are few and short, its files to whom they
 * are for. Whoever sends more parts or longer fields than any form of the portal has is not listened to any further.
 */
final class MultipartForm {

    private static final int MOST_PARTS = 300;

    /** Ten thousand letters of three bytes each, and some more. */
    private static final int LONGEST_FIELD = 64 * 1024;

    private static final int LONGEST_FIELDS = 512 * 1024;

    /** In bytes: two hundred letters of a file's name, each in three pieces of three bytes, and the rest. */
    private static final int LONGEST_HEAD = 4096;

    /** Of a field's own name. */
    private static final int LONGEST_NAME = 60;

    private MultipartForm() {}

    static boolean isSent(HttpServletRequest request) {
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
    static TypedForm read(HttpServletRequest request, FilesForm files) throws IOException {
        return read(new JakartaServletRequestContext(request), files);
    }

    /** Without a request, for tests. */
    static TypedForm read(RequestContext request, FilesForm files) throws IOException {
        var upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setMaxPartHeaderSize(LONGEST_HEAD);
        var values = new HashMap<String, String>();
        var fields = TypedForm.of(values);
        try {
            var parts = upload.getItemIterator(request);
            var room = LONGEST_FIELDS;
            for (var count = 0; parts.hasNext(); count++) {
                if (count == MOST_PARTS) {
                    throw new MalformedException("too many parts");
                }
                var part = parts.next();
                if (part.isFormField()) {
                    room -= field(part, room, values);
                } else {
                    file(part, fields, files);
                }
            }
            return fields;
        } catch (FileUploadException e) {
            throw new MalformedException(e);
        }
    }

    private static int field(FileItemInput part, int room, Map<String, String> values) throws IOException {
        var name = part.getFieldName();
        byte[] bytes;
        try (var in = part.getInputStream()) {
            bytes = in.readNBytes(Math.min(LONGEST_FIELD, room) + 1);
        }
        if (bytes.length > Math.min(LONGEST_FIELD, room)) {
            throw new MalformedException("a field is too long");
        }
        if (name != null && name.length() <= LONGEST_NAME) {
            values.putIfAbsent(name, new String(bytes, StandardCharsets.UTF_8));
        }
        return bytes.length;
    }

    private static void file(FileItemInput part, TypedForm before, FilesForm files) throws IOException {
        try (var in = part.getInputStream()) {
            files.receive(before, name(part), in);
            skip(in);
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

    private static void skip(InputStream in) throws IOException {
        var buffer = new byte[64 * 1024];
        while (in.read(buffer) >= 0) {
            // What nobody wants.
            continue;
        }
    }

    /** What was sent is no form of the portal. */
    static final class MalformedException extends IOException {

        private static final long serialVersionUID = 1L;

        MalformedException(String what) {
            super(what);
        }

        MalformedException(Throwable cause) {
            super(cause);
        }
    }
}
