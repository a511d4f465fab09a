package vn.minhbach.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import vn.minhbach.shared.Sha256;

/**
 * Which places of one text a person chose to mask: some of the proposals, and others by hand. Kept beside the full text, for the staff
 * alone, and laid over it again to make the public text. They fit the text for which they were chosen and no other: once that was changed,
 * they are refused, and somebody has to look again.
 *
 * <p>The kept form ({@link #kept}) holds places and a digest of the whole text. Both would help to guess a short text, so it is as private
 * as the text.
 */
public final class Masks {

    private static final Pattern KEPT = Pattern.compile("m1;([0-9a-f]{32});([0-9A-Z_,:-]{0,60000}+)");
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9}+)-(\\d{1,9}+):([A-Z_]{1,20}+)");
    private static final int DIGEST_BYTES = 16;

    private final String digest;
    private final List<Mask> places;

    private Masks(String digest, List<Mask> places) {
        this.digest = digest;
        this.places = places;
    }

    /**
     * A place to be masked.
     *
     * @param start the first character
     * @param end behind the last
     */
    public record Mask(int start, int end, Kind kind) {

        public Mask {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("From " + start + " to " + end);
            }
        }

        public static Mask of(Proposal proposal) {
            return new Mask(proposal.start(), proposal.end(), proposal.kind());
        }
    }

    /**
     * Masks for a text. Places that overlap become one, and none ends within a letter and its marks.
     *
     * @param text composed (NFC), as everything is that was cleaned on its way in
     * @throws IllegalArgumentException if the text is not composed, or a place lies outside of it
     */
    public static Masks of(String text, List<Mask> chosen) {
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("The text is not composed (NFC)");
        }
        var places = new ArrayList<Mask>();
        for (var mask :
                chosen.stream().sorted(Comparator.comparingInt(Mask::start)).toList()) {
            if (mask.end() > text.length()) {
                throw new IllegalArgumentException("A place ends at " + mask.end() + " of " + text.length());
            }
            var whole = whole(text, mask);
            var last = places.isEmpty() ? null : places.getLast();
            if (last != null && whole.start() < last.end()) {
                places.removeLast();
                places.add(new Mask(
                        last.start(),
                        Math.max(last.end(), whole.end()),
                        last.kind() == whole.kind() ? last.kind() : Kind.OTHER));
            } else {
                places.add(whole);
            }
        }
        return new Masks(digest(text), List.copyOf(places));
    }

    /** None: the whole text may go public. */
    public static Masks none(String text) {
        return of(text, List.of());
    }

    /** Those of which there is no reasonable doubt, as the desk ticks them beforehand. */
    public static Masks certain(String text, List<Proposal> proposals) {
        return of(
                text, proposals.stream().filter(Proposal::certain).map(Mask::of).toList());
    }

    private static Mask whole(String text, Mask mask) {
        var start = mask.start();
        while (start > 0 && (isMark(text.charAt(start)) || Character.isLowSurrogate(text.charAt(start)))) {
            start--;
        }
        var end = mask.end();
        while (end < text.length() && (isMark(text.charAt(end)) || Character.isLowSurrogate(text.charAt(end)))) {
            end++;
        }
        return new Mask(start, end, mask.kind());
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static String digest(String text) {
        return Sha256.of(text, DIGEST_BYTES);
    }

    /** In the order of the text. */
    public List<Mask> places() {
        return places;
    }

    /** Whether they were chosen for this very text. */
    public boolean fit(String text) {
        return digest(text).equals(digest);
    }

    /**
     * The public text.
     *
     * @throws StaleMasksException if the text is not the one for which they were chosen
     */
    public MaskedText over(String text) {
        if (!fit(text)) {
            throw new StaleMasksException();
        }
        var parts = new ArrayList<MaskedText.Part>();
        var at = 0;
        for (var mask : places) {
            if (mask.start() > at) {
                parts.add(new MaskedText.Part(text.substring(at, mask.start()), false));
            }
            parts.add(new MaskedText.Part(mask.kind().masked(), true));
            at = mask.end();
        }
        if (at < text.length()) {
            parts.add(new MaskedText.Part(text.substring(at), false));
        }
        return new MaskedText(parts);
    }

    /** To be kept beside the text: "m1;…;5-15:PHONE,20-31:NAME". */
    public String kept() {
        var kept = new StringBuilder("m1;").append(digest).append(';');
        for (var mask : places) {
            kept.append(kept.charAt(kept.length() - 1) == ';' ? "" : ",")
                    .append(mask.start())
                    .append('-')
                    .append(mask.end())
                    .append(':')
                    .append(mask.kind());
        }
        return kept.toString();
    }

    /**
     * What {@link #kept} said.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    public static Masks read(String kept) {
        var read = KEPT.matcher(kept);
        if (!read.matches()) {
            throw new IllegalArgumentException("These are no masks");
        }
        var places = new ArrayList<Mask>();
        var end = 0;
        for (var each : read.group(2).isEmpty() ? new String[0] : read.group(2).split(",", -1)) {
            var place = PLACE.matcher(each);
            if (!place.matches()) {
                throw new IllegalArgumentException("These are no masks");
            }
            var mask = new Mask(
                    Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), Kind.valueOf(place.group(3)));
            if (mask.start() < end) {
                throw new IllegalArgumentException("These masks overlap");
            }
            end = mask.end();
            places.add(mask);
        }
        return new Masks(read.group(1), List.copyOf(places));
    }

    /** How many there are, and nothing of the text. */
    @Override
    public String toString() {
        return "Masks: " + places.size();
    }
}
