package vn.minhbach.mail;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the letters that the portal sends. Its words stand in the bundles until an editor writes others:
 * {@code letter.<key>.name}, {@code .use}, {@code .subject} and {@code .text}; a gap's in {@code letter.gap.<name>} and
 * {@code letter.gap.<name>.example}.
 *
 * @param key by which it is known in the database and in the bundles; never to be changed
 * @param gaps what is filled in for each letter, in the order in which editors see them
 * @param useful how long after its first attempt it still means anything: a link that has ended need not arrive
 * @param citizen whether it goes to citizens: then it is owed, so it may be deferred and is never refused; it lies sealed until it is sent, and
 *     afterwards nothing tells to whom it went
 */
public record LetterKind(String key, List<Gap> gaps, Duration useful, boolean citizen) {

    /** A gap that every letter has: the address of the portal. */
    public static final String PORTAL = "cong";

    /** How long a letter is of use that says no other. */
    public static final Duration DAYS = Duration.ofDays(3);

    /** The same for what a citizen is owed: longer than a mail server stands still over the holidays of Tết. */
    public static final Duration OWED = Duration.ofDays(14);

    /**
     * A gap of the template, written {@code [[name]]} there.
     *
     * @param needed whether the letter makes no sense without it
     * @param secret whether what is filled in opens something: it stands in no subject, and nobody reads it in the portal
     */
    public record Gap(String name, boolean needed, boolean secret) {

        public static Gap of(String name) {
            return new Gap(name, false, false);
        }

        public static Gap needed(String name) {
            return new Gap(name, true, false);
        }

        /** A link that opens something. A letter without it makes no sense. */
        public static Gap secret(String name) {
            return new Gap(name, true, true);
        }
    }

    public LetterKind {
        gaps = List.copyOf(gaps);
        if (!key.matches("[a-z][a-z.-]{1,58}[a-z]")) {
            throw new IllegalArgumentException(key);
        }
    }

    /** To the staff. */
    public LetterKind(String key, List<Gap> gaps, Duration useful) {
        this(key, gaps, useful, false);
    }

    public static LetterKind of(String key, Gap... gaps) {
        return new LetterKind(key, List.of(gaps), DAYS);
    }

    /** The same to citizens. */
    public static LetterKind toCitizens(String key, Gap... gaps) {
        return new LetterKind(key, List.of(gaps), OWED, true);
    }

    /** Whether its text opens something, so that it is not kept longer than until it is sent. */
    public boolean isSecret() {
        return gaps.stream().anyMatch(Gap::secret);
    }

    /** What the sender must fill in. */
    Set<String> given() {
        return gaps.stream().map(Gap::name).collect(Collectors.toSet());
    }

    /** The names that a template may use. */
    public List<String> names() {
        return Stream.concat(gaps.stream().map(Gap::name), Stream.of(PORTAL)).toList();
    }

    public String nameKey() {
        return "letter." + key + ".name";
    }

    /** The key of the sentence that says when it is sent. */
    public String useKey() {
        return "letter." + key + ".use";
    }

    String subjectKey() {
        return "letter." + key + ".subject";
    }

    String textKey() {
        return "letter." + key + ".text";
    }
}
