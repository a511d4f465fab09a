package vn.minhbach.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import vn.minhbach.shared.Text;

/**
 * Reads the words of a file: forms and documents come as Word's .docx, as .odt, or as PDF ({@link PdfFile}). Whatever is wrong with a file, it is
 * still kept and handed out; it is only not found by its words.
 */
final class FileText {

    /** Of a longer text the end is not looked for. */
    static final int LONGEST = 200_000;

    private static final Logger LOG = Logger.getLogger(FileText.class.getName());

    /** A file of a few kilobytes can unpack to gigabytes; so much of one is looked at. */
    private static final long LONGEST_UNPACKED = 50_000_000;

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private FileText() {}

    /**
     * The words of a file of any type that is kept.
     *
     * @param folder in which a program that opens it has its room
     */
    static String of(Path file, String mediaType, Path folder) throws IOException {
        return mediaType.equals(FileType.PDF.mediaType())
                ? kept(new PdfFile(file, folder).words().words())
                : of(file, mediaType);
    }

    /** The words, paragraph by paragraph; empty if there are none or they cannot be read. */
    static String of(Path file, String mediaType) {
        try {
            var text = switch (mediaType) {
                case DOCX -> zipped(file, "word/document.xml", Set.of("t"), Set.of("p"));
                case ODT -> zipped(file, "content.xml", Set.of("p", "h"), Set.of("p", "h"));
                case "text/plain" -> plain(file);
                default -> "";
            };
            return kept(text);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            LOG.log(Level.INFO, "No words could be read from an attached file of type " + mediaType, e);
            return "";
        }
    }

    /** So much of a text as is looked for. */
    static String kept(String text) {
        return Text.cut(Text.clean(text), LONGEST).strip();
    }

    /**
     * The text of an XML document in a zip file.
     *
     * @param inside the elements whose text counts
     * @param paragraphs the elements that end a paragraph
     */
    private static String zipped(Path file, String entry, Set<String> inside, Set<String> paragraphs)
            throws IOException, XMLStreamException {
        try (var zip = new ZipFile(file.toFile())) {
            var document = zip.getEntry(entry);
            if (document == null || document.getSize() > LONGEST_UNPACKED) {
                return "";
            }
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            var words = new StringBuilder();
            var depth = 0;
            var xml = factory.createXMLStreamReader(zip.getInputStream(document));
            while (xml.hasNext()
                    && words.length() <= LONGEST
                    && xml.getLocation().getCharacterOffset() < LONGEST_UNPACKED) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (inside.contains(xml.getLocalName())) {
                            depth++;
                        } else if (Set.of("tab", "br", "s", "line-break").contains(xml.getLocalName())) {
                            words.append(' ');
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (inside.contains(xml.getLocalName())) {
                            depth--;
                        }
                        if (paragraphs.contains(xml.getLocalName())) {
                            words.append('\n');
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (depth > 0) {
                            words.append(xml.getText());
                        }
                    }
                    default -> {
                        // Nothing to read.
                    }
                }
            }
            return words.toString();
        }
    }

    private static String plain(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(4 * LONGEST);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
