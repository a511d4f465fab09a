package vn.minhbach.attachment;

import java.util.List;

/** The parts of a picture of which one can be the one that matters, as the style sheet names them. */
final class Focus {

    static final String CENTER = "center";

    static final List<String> ALL =
            List.of("top-left", "top", "top-right", "left", CENTER, "right", "bottom-left", "bottom", "bottom-right");

    private Focus() {}
}
