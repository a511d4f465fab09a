package vn.minhbach.attachment;

import java.util.ArrayList;
import java.util.List;
import vn.minhbach.shared.Text;

/**
 * What somebody looks for in the library: words, and what begins with @.
 *
 * @param words without marks, each of which must occur
 * @param mediaTypes patterns, one of which must match; none asks for nothing
 * @param isOther whether neither pictures nor clips are wanted
 * @param isUnused whether only what nothing uses is wanted
 */
record LibraryFilter(List<String> words, List<String> mediaTypes, boolean isOther, boolean isUnused) {

    static final String PICTURES = "@ảnh";
    static final String CLIPS = "@clip";
    static final String FILES = "@tệp";
    static final String UNUSED = "@chưa-dùng";

    static LibraryFilter of(String typed) {
        var words = new ArrayList<String>();
        var types = new ArrayList<String>();
        var other = false;
        var unused = false;
        for (var word : Text.fold(Text.line(typed)).split(" ")) {
            switch (word) {
                case "@anh" -> types.add("image/%");
                case "@clip" -> types.addAll(List.of("video/%", "audio/%"));
                case "@tep" -> other = true;
                case "@chua-dung" -> unused = true;
                default -> {
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
            }
        }
        return new LibraryFilter(List.copyOf(words), List.copyOf(types), other, unused);
    }
}
