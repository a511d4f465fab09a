package vn.minhbach.desk;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something told to a person once, above the screen that they see next.
 *
 * @param tone how it is meant
 * @param text the sentence, in their language
 * @param undo what can be taken back from here, as its button carries it: a line of the {@link History}, or a word of the screen; empty
 *     for nothing
 * @param copy something to be taken along, shown this once; null for none
 */
public record Note(
        Tone tone, String text, String undo, @Nullable Copy copy) implements Serializable {

    /** A value to be taken along, a link as a rule, and what it is. */
    public record Copy(String label, String value) implements Serializable {}

    /** How a note is meant: colour, shape and word together. */
    public enum Tone {
        GOOD("check"),
        INFO("info"),
        WARN("warning"),
        BAD("error");

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }

        public String getIcon() {
            return icon;
        }

        /** The class by which the look knows it. */
        public String getStyle() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static Note good(String text) {
        return new Note(Tone.GOOD, text, "", null);
    }

    public static Note info(String text) {
        return new Note(Tone.INFO, text, "", null);
    }

    public static Note warn(String text) {
        return new Note(Tone.WARN, text, "", null);
    }

    public static Note bad(String text) {
        return new Note(Tone.BAD, text, "", null);
    }

    /** With a button that takes the deed back. */
    public Note withUndo(long entry) {
        return withUndo(entry > 0 ? Long.toString(entry) : "");
    }

    /** The same, where the screen has a word for it, see {@link Pressed#word}. */
    public Note withUndo(String word) {
        return new Note(tone, text, word, copy);
    }

    /** With something to be taken along. */
    public Note withCopy(String label, String value) {
        return new Note(tone, text, undo, new Copy(label, value));
    }
}
