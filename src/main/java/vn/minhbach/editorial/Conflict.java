package vn.minhbach.editorial;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A field in which two who wrote at once differ, and whose text is to be kept. */
public class Conflict implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String label;
    private final String theirs;
    private final String theirsShown;
    private final String mineShown;
    private String choice;

    public Conflict(String name, String label, String theirs, String theirsShown, String mineShown, boolean mine) {
        this.name = name;
        this.label = label;
        this.theirs = theirs;
        this.theirsShown = theirsShown;
        this.mineShown = mineShown;
        this.choice = mine ? "mine" : "theirs";
    }

    /** Whether the other's text is to be kept. */
    public boolean keepsTheirs() {
        return choice.equals("theirs");
    }

    /** What the other has saved, whole. */
    public String value() {
        return theirs;
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public String getTheirs() {
        return theirsShown;
    }

    public String getMine() {
        return mineShown;
    }

    public String getChoice() {
        return choice;
    }

    public void setChoice(@Nullable String choice) {
        this.choice = "theirs".equals(choice) ? "theirs" : "mine";
    }
}
