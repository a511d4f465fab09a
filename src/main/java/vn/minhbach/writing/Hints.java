package vn.minhbach.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Looks at a text as it is being written and says what is worth a look. It changes nothing, and it never says the same twice. */
public final class Hints {

    private static final int MOST = 60;
    private static final int BEFORE = 40;
    private static final int EXCERPT_WORDS = 8;

    private static final Pattern CODE =
            Pattern.compile("(?<![\\d.])([1-3]\\.\\d{6})(?:\\.000\\.00\\.00\\.H\\d{2})?+(?![\\d])");
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\p{N}/-])(\\p{Lu}{2,8})(?![\\p{L}\\p{N}/-])");
    private static final Pattern ROMAN = Pattern.compile("[IVXLCDM]++");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…;])\\s++(?=[\\p{Lu}“\"(])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");

    private final Rules rules;
    private final int thisYear;
    private final Predicate<String> isKnownAbbreviation;
    private final Function<String, Optional<String>> pageOfProcedure;
    private final Function<String, Optional<String>> pageOfDocument;

    /** How it is with the picture that stands above a text. */
    public enum Picture {
        NONE,
        /** The library does not say what it shows. */
        UNDESCRIBED,
        DESCRIBED
    }

    /**
     * A text, as far as it is written.
     *
     * @param title null where the form has none, as with lead and picture
     * @param picture the one that stands above the text and in lists
     */
    public record Draft(
            @Nullable String title,
            @Nullable String lead,
            @Nullable Picture picture,
            String html) {}

    /**
     * @param isKnownAbbreviation beside those of the rules
     * @param pageOfProcedure where the procedure with a code is, if there is one
     * @param pageOfDocument where a document is found by its number, if it is
     */
    public Hints(
            Rules rules,
            int thisYear,
            Predicate<String> isKnownAbbreviation,
            Function<String, Optional<String>> pageOfProcedure,
            Function<String, Optional<String>> pageOfDocument) {
        this.rules = rules;
        this.thisYear = thisYear;
        this.isKnownAbbreviation = isKnownAbbreviation;
        this.pageOfProcedure = pageOfProcedure;
        this.pageOfDocument = pageOfDocument;
    }

    /** What is worth a look: what is missing first, then what is doubtful, then what could be a link. */
    public List<Hint> of(Draft draft) {
        var body = Jsoup.parseBodyFragment(draft.html()).body();
        var found = new ArrayList<Hint>();
        missing(draft, body, found);
        var whole = new StringBuilder();
        var blocks = new ArrayList<Element>();
        for (var block : body.select("p, h2, h3, h4, li, td, th, caption, figcaption, blockquote")) {
            if (block.select("> p, > ul, > ol, > blockquote, > table").isEmpty()) {
                blocks.add(block);
                whole.append(block.text()).append('\n');
            }
        }
        var told = new HashSet<String>();
        for (var text : new String[] {draft.title(), draft.lead()}) {
            if (text != null) {
                look(text, "", text, told, found);
                whole.append(text).append('\n');
            }
        }
        for (var block : blocks) {
            look(block.text(), block.select("a").text(), whole.toString(), told, found);
            if (block.nameIs("p") || block.nameIs("li")) {
                sentences(block.text(), found);
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Hint::kind))
                .limit(MOST)
                .toList();
    }

    private static void missing(Draft draft, Element body, List<Hint> found) {
        if (draft.title() != null && draft.title().isBlank()) {
            found.add(Hint.missing(Hint.Kind.NO_TITLE));
        }
        if (draft.lead() != null && draft.lead().isBlank()) {
            found.add(Hint.missing(Hint.Kind.NO_LEAD));
        }
        if (draft.picture() == Picture.NONE && body.select("img").isEmpty()) {
            found.add(Hint.missing(Hint.Kind.NO_IMAGE));
        }
        if (draft.picture() == Picture.UNDESCRIBED
                || body.select("img").stream().anyMatch(img -> img.attr("alt").isBlank())) {
            found.add(Hint.missing(Hint.Kind.NO_ALT));
        }
        for (var table : body.select("table")) {
            var first = table.select("td, th").first();
            var start = first == null ? "" : start(first.text());
            if (table.select("th").isEmpty()) {
                found.add(Hint.about(Hint.Kind.TABLE_WITHOUT_HEADERS, start, ""));
            }
            var caption = table.selectFirst("caption");
            if (caption == null || caption.text().isBlank()) {
                found.add(Hint.about(Hint.Kind.TABLE_WITHOUT_CAPTION, start, ""));
            }
        }
    }

    /**
     * @param linked the words of the links within
     * @param whole all of the text, in which an abbreviation may be explained
     */
    private void look(String text, String linked, String whole, Set<String> told, List<Hint> found) {
        numbers(text, linked, told, found);
        var codes = CODE.matcher(text);
        while (codes.find()) {
            var code = codes.group(1);
            if (!linked.contains(code) && told.add(code)) {
                pageOfProcedure
                        .apply(code)
                        .ifPresent(page -> found.add(Hint.linked(Hint.Kind.PROCEDURE, codes.group(), page)));
            }
        }
        terms(text, told, found);
        abbreviations(text, whole, told, found);
    }

    private void numbers(String text, String linked, Set<String> told, List<Hint> found) {
        var numbers = DocumentNumber.ANY.matcher(text);
        while (numbers.find()) {
            var document = DocumentNumber.of(numbers.group(), numbers.group(1), numbers.group(2), numbers.group(3));
            if (document.isEmpty()) {
                continue;
            }
            var number = document.get();
            var wrong = number.malformed(thisYear)
                    .or(() -> number.mismatch(text.substring(Math.max(0, numbers.start() - BEFORE), numbers.start())));
            if (wrong.isPresent()) {
                if (told.add(wrong.get().kind() + number.words())) {
                    found.add(wrong.get());
                }
            } else if (!linked.contains(number.words()) && told.add(number.words())) {
                pageOfDocument
                        .apply(number.words())
                        .ifPresent(page -> found.add(Hint.linked(Hint.Kind.DOCUMENT, number.words(), page)));
            }
        }
    }

    private void terms(String text, Set<String> told, List<Hint> found) {
        var pattern = rules.pattern();
        if (pattern == null) {
            return;
        }
        // Of some languages small letters are more than capitals; of Vietnamese they are as many.
        var small = text.toLowerCase(Locale.ROOT);
        if (small.length() != text.length()) {
            return;
        }
        var terms = pattern.matcher(small);
        while (terms.find()) {
            var term = rules.term(terms.group());
            var words = text.substring(terms.start(), terms.end());
            // "tỉnh Ninh Bình (Hà Nam cũ)" says by itself what it was.
            if (!small.startsWith(" cũ", terms.end())
                    && !small.startsWith(" (cũ", terms.end())
                    && told.add(term.term())) {
                found.add(Hint.about(
                        term.kind() == WritingRule.Kind.MERGED_UNIT ? Hint.Kind.MERGED_UNIT : Hint.Kind.DEAD_TERM,
                        words,
                        term.instead(),
                        words,
                        term.instead(),
                        term.why()));
            }
        }
    }

    private void abbreviations(String text, String whole, Set<String> told, List<Hint> found) {
        if (isShouted(text)) {
            return;
        }
        var capitals = CAPITALS.matcher(text);
        while (capitals.find()) {
            var word = capitals.group(1);
            if (!ROMAN.matcher(word).matches()
                    && !rules.isKnown(word)
                    && !isKnownAbbreviation.test(word)
                    && !whole.contains("(" + word + ")")
                    && !whole.contains("viết tắt là " + word)
                    && told.add(word)) {
                found.add(Hint.about(Hint.Kind.ABBREVIATION, word, "", word));
            }
        }
    }

    /** A heading in capitals is no row of abbreviations. */
    private static boolean isShouted(String text) {
        var letters = text.chars().filter(Character::isLetter).count();
        return letters > 0 && text.chars().filter(Character::isUpperCase).count() * 2 > letters;
    }

    private void sentences(String text, List<Hint> found) {
        for (var sentence : SENTENCE_END.split(text)) {
            var words = WORD.matcher(sentence).results().count();
            if (words > rules.wordsOfASentence()) {
                found.add(Hint.about(Hint.Kind.LONG_SENTENCE, start(sentence), "", Long.toString(words)));
            }
        }
    }

    /** The first words, by which the place is found again. */
    private static String start(String text) {
        var words = text.strip().split(" ");
        return String.join(" ", List.of(words).subList(0, Math.min(words.length, EXCERPT_WORDS)));
    }
}
