package vn.minhbach.privacy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as everybody may read it: where something was masked it says so, in words that a screen reader reads like any others, and that say
 * neither what stood there nor how long it was. It holds nothing of what was masked; page, feed, index and export are made of this and never
 * of the full text.
 */
public record MaskedText(List<Part> parts) {

    public MaskedText {
        parts = List.copyOf(parts);
    }

    /**
     * A stretch of the text.
     *
     * @param text what is shown
     * @param masked whether it stands for something that is not
     */
    public record Part(String text, boolean masked) {}

    /** In one piece: "Gọi tôi theo số [đã che: số điện thoại]." */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    public boolean isMasked() {
        return parts.stream().anyMatch(Part::masked);
    }
}
