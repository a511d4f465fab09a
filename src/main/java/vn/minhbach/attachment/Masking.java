package vn.minhbach.attachment;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Paints a picture, or a page of a PDF, anew with boxes over what nobody else is to see. The boxes are painted, not blurred: what is blurred can be
 * read by who has the patience. They are hatched, so that everybody sees that something was masked. What comes out is a picture and nothing else: no
 * text that could be copied from below a box, no place where a photo was taken, nobody's name in its properties.
 */
public final class Masking {

    /** Pages of one document that can be painted. */
    public static final int MOST_PAGES = 50;

    private static final int MOST_BOXES = 60;
    private static final int LONGEST_SIDE = 1600;
    private static final double WHOLE = 100;

    /** Somebody waits for it, and whoever else brings a file waits for them. */
    private static final Duration LONGEST_PAINTED = Duration.ofSeconds(20);

    private static final int HATCH = 12;
    private static final Color MASK = new Color(0x3A, 0x3A, 0x3A);
    private static final Color STRIPE = new Color(0x8A, 0x8A, 0x8A);

    private final Path folder;
    private final long mostPixels;
    private final Duration longestPainted;

    /**
     * @param folder in which pictures are laid that were painted
     * @param megapixels a larger picture is refused unseen
     */
    public Masking(Path folder, long megapixels) {
        this(folder, megapixels, LONGEST_PAINTED);
    }

    /** With another patience, for tests. */
    Masking(Path folder, long megapixels, Duration longestPainted) {
        this.folder = folder;
        this.mostPixels = megapixels * 1_000_000;
        this.longestPainted = longestPainted;
    }

    /** A place that is masked, in percent of width and height, from the upper left corner. */
    public record Box(double left, double top, double width, double height) {

        public Box {
            if (!(left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= WHOLE && top + height <= WHOLE)) {
                throw new RuleBrokenException("mask.error.box", "boxes");
            }
        }

        /** All whole points that it touches. */
        private Rectangle over(BufferedImage picture) {
            var x = (int) Math.floor(left / WHOLE * picture.getWidth());
            var y = (int) Math.floor(top / WHOLE * picture.getHeight());
            var right = (int) Math.ceil((left + width) / WHOLE * picture.getWidth());
            var bottom = (int) Math.ceil((top + height) / WHOLE * picture.getHeight());
            return new Rectangle(x, y, right - x, bottom - y);
        }
    }

    /**
     * Reads boxes: a line each, or a semicolon between them; of each the percents of left, top, width and height.
     *
     * @throws RuleBrokenException if a line is no box, or there are too many
     */
    public static List<Box> boxes(String typed) {
        var boxes = new ArrayList<Box>();
        for (var line : typed.split("[\\n;]")) {
            if (line.isBlank()) {
                continue;
            }
            var numbers = line.strip().replace(',', '.').split("\\s+");
            if (numbers.length != 4 || boxes.size() == MOST_BOXES) {
                throw new RuleBrokenException("mask.error.box", "boxes");
            }
            boxes.add(new Box(number(numbers[0]), number(numbers[1]), number(numbers[2]), number(numbers[3])));
        }
        return boxes;
    }

    private static double number(String typed) {
        if (!typed.matches("\\d{1,3}(\\.\\d{1,4})?")) {
            throw new RuleBrokenException("mask.error.box", "boxes");
        }
        return Double.parseDouble(typed);
    }

    /** As {@link #boxes} reads them. */
    public static String written(List<Box> boxes) {
        return boxes.stream()
                .map(box -> String.format(
                        Locale.ROOT, "%.2f %.2f %.2f %.2f", box.left(), box.top(), box.width(), box.height()))
                .collect(Collectors.joining("\n"));
    }

    /** A picture that was painted; who closes it throws its file away. */
    public record Painted(Path file, FileType type, int width, int height) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** Of a picture. */
    public Painted picture(Path given, FileType type, List<Box> boxes) throws IOException {
        Unpacking.STAFF.begin();
        try {
            return painted(new PictureMaker(mostPixels).read(given, type), type, boxes);
        } finally {
            Unpacking.STAFF.end();
        }
    }

    /** How many pages of a PDF can be painted. */
    public int pages(Path pdf) throws IOException {
        Unpacking.STAFF.begin();
        try {
            return Math.min(MOST_PAGES, new PdfFile(pdf, folder).pages());
        } finally {
            Unpacking.STAFF.end();
        }
    }

    /**
     * Of a page of a PDF.
     *
     * @param number from 1
     * @throws RuleBrokenException if there is no such page, or it cannot be painted
     */
    public Painted page(Path pdf, int number, List<Box> boxes) throws IOException {
        if (number < 1 || number > MOST_PAGES) {
            throw new RuleBrokenException("mask.error.page");
        }
        Unpacking.STAFF.begin();
        try {
            return BoundedProcess.inRoom(folder, room -> {
                var seen = room.resolve("page.png");
                new PdfFile(pdf, folder).paint(number, LONGEST_SIDE, seen, longestPainted);
                return painted(new PictureMaker(mostPixels).read(seen, FileType.PNG), FileType.JPEG, boxes);
            });
        } finally {
            Unpacking.STAFF.end();
        }
    }

    private Painted painted(BufferedImage picture, FileType type, List<Box> boxes) throws IOException {
        var graphics = picture.createGraphics();
        try {
            boxes.forEach(box -> mask(graphics, box.over(picture)));
        } finally {
            graphics.dispose();
        }
        var made = PictureMaker.shrunk(picture, LONGEST_SIDE);
        var kept = type == FileType.JPEG ? FileType.JPEG : FileType.PNG;
        var file = Files.createTempFile(folder, "mask", FileStore.TEMPORARY);
        try {
            PictureMaker.write(made, kept, file);
            return new Painted(file, kept, made.getWidth(), made.getHeight());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void mask(Graphics2D graphics, Rectangle box) {
        graphics.setClip(box);
        graphics.setColor(MASK);
        graphics.fill(box);
        graphics.setColor(STRIPE);
        graphics.setStroke(new BasicStroke(2));
        for (var x = box.x - box.height; x < box.x + box.width; x += HATCH) {
            graphics.drawLine(x, box.y + box.height, x + box.height, box.y);
        }
        graphics.setClip(null);
    }
}
