package vn.minhbach.attachment;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Makes of a picture that came from a camera or a designer the one that the portal shows: painted anew, so that nothing is in it
 * but what is seen, neither the place where it was taken nor anything hidden behind it; turned upright; and in smaller sizes beside it.
 *
 * <p>How large it is is read from its head before anything is unpacked, and only some are unpacked at a time ({@link Unpacking}).
 */
final class PictureMaker {

    static {
        JdkPictures.begin();
    }

    /** The smaller sizes, by their width. */
    static final List<Integer> WIDTHS = List.of(480, 960, 1600);

    /** No side of what is kept is longer. */
    static final int LONGEST_SIDE = 2400;

    /** As many are unpacked; of a larger picture each second, third … point is taken. */
    private static final long UNPACKED = 24_000_000;

    private static final int LONGEST_GIVEN_SIDE = 40_000;
    private static final float QUALITY = 0.85f;

    private final long mostPixels;

    /** @param mostPixels a larger picture is refused unseen */
    PictureMaker(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /**
     * A picture as it is kept.
     *
     * @param file where it lies for now
     * @param sizes the smaller ones, by their width
     */
    record Made(Path file, FileType type, int width, int height, Map<Integer, Path> sizes) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
            for (var each : sizes.values()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /**
     * @param folder in which the new files are laid
     * @param widths of the smaller sizes that are made beside it
     * @param turns of whom it waits for one
     */
    Made make(Path given, FileType type, Path folder, List<Integer> widths, Unpacking turns) throws IOException {
        turns.begin();
        try {
            return made(given, type, folder, widths);
        } finally {
            turns.end();
        }
    }

    private Made made(Path given, FileType type, Path folder, List<Integer> widths) throws IOException {
        var upright = upright(read(given, type), Orientation.of(given, type));
        var seen = shrunk(upright, LONGEST_SIDE);
        var opaque = !seen.getColorModel().hasAlpha();
        var kept = type == FileType.JPEG || type == FileType.WEBP && opaque ? FileType.JPEG : FileType.PNG;
        var sizes = new LinkedHashMap<Integer, Path>();
        var file = Files.createTempFile(folder, "in", FileStore.TEMPORARY);
        var made = new Made(file, kept, seen.getWidth(), seen.getHeight(), sizes);
        try {
            write(seen, kept, file);
            for (var width : widths) {
                if (width < seen.getWidth()) {
                    var size = Files.createTempFile(folder, "in", FileStore.TEMPORARY);
                    sizes.put(width, size);
                    write(toWidth(seen, width), kept, size);
                }
            }
            return made;
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    BufferedImage read(Path given, FileType type) throws IOException {
        var reader = reader(type);
        try (var in = new FileImageInputStream(given.toFile())) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width < 1 || height < 1) {
                throw FileType.refused("brokenPicture");
            }
            if (width * height > mostPixels || width > LONGEST_GIVEN_SIDE || height > LONGEST_GIVEN_SIDE) {
                throw FileType.refused("bigPicture");
            }
            var param = reader.getDefaultReadParam();
            var step = (int) Math.ceil(Math.sqrt(Math.max(1.0, (double) (width * height) / UNPACKED)));
            param.setSourceSubsampling(step, step, 0, 0);
            return plain(reader.read(0, param));
        } catch (IOException | RuntimeException e) {
            if (e instanceof vn.minhbach.shared.RuleBrokenException refused) {
                throw refused;
            }
            var said = String.valueOf(e.getMessage());
            throw FileType.refused(said.contains("Unsupported Image Type") ? "cmyk" : "brokenPicture");
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(FileType type) throws IOException {
        if (type == FileType.WEBP) {
            // Libraries of a web application are not found by the JDK's own registry.
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        return ImageIO.getImageReadersByFormatName(type.name()).next();
    }

    /** In the colours of screens, with or without transparency, and nothing else. */
    private static BufferedImage plain(BufferedImage given) {
        var made = new BufferedImage(
                given.getWidth(),
                given.getHeight(),
                isTransparent(given) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        paint(given, made, new AffineTransform());
        return made;
    }

    /** Many pictures could be transparent and are not. */
    private static boolean isTransparent(BufferedImage given) {
        if (!given.getColorModel().hasAlpha()) {
            return false;
        }
        var alpha = given.getAlphaRaster();
        if (alpha == null) {
            return true;
        }
        int[] row = new int[given.getWidth()];
        for (var y = 0; y < given.getHeight(); y++) {
            alpha.getSamples(0, y, given.getWidth(), 1, 0, row);
            for (var value : row) {
                if (value < 250) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BufferedImage upright(BufferedImage given, int orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return given;
        }
        double width = given.getWidth();
        double height = given.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        var lies = orientation >= 5;
        var made = new BufferedImage(
                lies ? given.getHeight() : given.getWidth(),
                lies ? given.getWidth() : given.getHeight(),
                given.getType());
        paint(given, made, turn);
        return made;
    }

    static BufferedImage shrunk(BufferedImage given, int side) {
        var longest = Math.max(given.getWidth(), given.getHeight());
        return longest <= side
                ? given
                : toWidth(given, (int) Math.max(1, Math.round((double) given.getWidth() * side / longest)));
    }

    /** By halves, so that no line falls between two points. */
    private static BufferedImage toWidth(BufferedImage given, int width) {
        var height = (int) Math.max(1, Math.round((double) given.getHeight() * width / given.getWidth()));
        var at = given;
        while (at.getWidth() >= width * 2 && at.getHeight() >= 2) {
            at = scaled(at, at.getWidth() / 2, at.getHeight() / 2);
        }
        return scaled(at, width, height);
    }

    private static BufferedImage scaled(BufferedImage given, int width, int height) {
        var made = new BufferedImage(width, height, given.getType());
        paint(
                given,
                made,
                AffineTransform.getScaleInstance(
                        (double) width / given.getWidth(), (double) height / given.getHeight()));
        return made;
    }

    private static void paint(BufferedImage given, BufferedImage onto, AffineTransform how) {
        var graphics = onto.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            if (!onto.getColorModel().hasAlpha()) {
                graphics.setBackground(Color.WHITE);
                graphics.clearRect(0, 0, onto.getWidth(), onto.getHeight());
            }
            graphics.drawImage(given, how, null);
        } finally {
            graphics.dispose();
        }
    }

    static void write(BufferedImage picture, FileType type, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        // The JDK's stream goes on in a file that is there already, and leaves its end.
        Files.write(file, new byte[0]);
        File at = file.toFile();
        try (var out = new FileImageOutputStream(at)) {
            writer.setOutput(out);
            var param = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
