package vn.minhbach.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.Kind;
import vn.minhbach.privacy.KnownPerson;
import vn.minhbach.privacy.Masks;
import vn.minhbach.privacy.NamedPeople;
import vn.minhbach.privacy.Normalised;
import vn.minhbach.privacy.PersonalData;
import vn.minhbach.privacy.Proposal;
import vn.minhbach.shared.Text;

/**
 * What of a submission may be said in public. A text is proposed in which all is masked that is personal data beyond doubt, and what
 * somebody wrote instead is looked through before it is approved and before it is published: what it tells of the sender, or of whom
 * they named, is told and stops it; what may be personal data is offered, and a person decides.
 *
 * @param senders what they gave in the form: whose submission it is, and whose were joined to it
 * @param named whom it is about, where the form asks for that: the names of people
 * @param written their subjects, texts, whatever else the form asked, and what they wrote since
 */
record PublicWords(List<KnownPerson> senders, List<String> named, List<String> written) {

    private static final int SHORTEST_NUMBER = 9;
    private static final String COUNTRY = "84";

    PublicWords {
        senders = List.copyOf(senders);
        named = List.copyOf(named);
        written = List.copyOf(written);
    }

    /** The same with what others know and wrote whose submissions are of the same matter. */
    PublicWords with(PublicWords other) {
        return new PublicWords(
                Stream.concat(senders.stream(), other.senders.stream()).toList(),
                Stream.concat(named.stream(), other.named.stream()).distinct().toList(),
                Stream.concat(written.stream(), other.written.stream()).toList());
    }

    /** Whether it cannot be told what must not become public, since a key is missing. */
    boolean isShut() {
        return known().anyMatch(FieldCipher::isUnopened);
    }

    /** All that they gave and wrote. */
    private Stream<String> known() {
        return Stream.concat(
                senders.stream()
                        .flatMap(sender -> Stream.of(sender.name(), sender.address(), sender.phone(), sender.email())),
                written.stream());
    }

    /** Whose submission it is. */
    KnownPerson sender() {
        return senders.getFirst();
    }

    /** A text of theirs with the places masked of which there is no doubt; somebody looks at the others. */
    String proposed(String text) {
        return Masks.certain(text, certain(text)).over(text).text();
    }

    /** What a text would tell everybody: "số điện thoại: 0912 345 678". Numbers of the office, which the sender never wrote, are its own. */
    List<String> telling(String text) {
        return certain(text).stream()
                .filter(found -> found.kind() == Kind.NAME || isSpelled(text, found) || holds(words(text, found)))
                .map(found -> told(text, found))
                .distinct()
                .toList();
    }

    /** The same for one reader alone, as who answers them writes to them: what the reader gave or wrote is no news to them. */
    List<String> tellingTo(PublicWords reader, String text) {
        return ofSenders(text)
                .filter(Proposal::certain)
                .filter(found -> holds(words(text, found)) && !reader.holds(words(text, found)))
                .map(found -> told(text, found))
                .distinct()
                .toList();
    }

    /**
     * What of a text may be personal data, and may not: the names of others, codes of dossiers, some dates and homes. In the order of the
     * text; nothing that is certain is among it.
     */
    List<Proposal> doubtful(String text) {
        var taken = new ArrayList<>(certain(text));
        var doubtful = new ArrayList<Proposal>();
        ofSenders(text)
                .filter(found -> !found.certain())
                .filter(found -> taken.stream().noneMatch(other -> overlap(found, other)))
                .forEach(found -> {
                    taken.add(found);
                    doubtful.add(found);
                });
        doubtful.sort(Comparator.comparingInt(Proposal::start));
        return List.copyOf(doubtful);
    }

    /** The same in words, each once: "họ tên: Phạm Văn Tuấn". */
    List<String> doubted(String text) {
        return doubtful(text).stream()
                .map(found -> told(text, found))
                .distinct()
                .toList();
    }

    private static boolean overlap(Proposal one, Proposal other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private List<Proposal> certain(String text) {
        return Stream.concat(
                        ofSenders(text).filter(Proposal::certain),
                        named.stream().flatMap(name -> NamedPeople.find(text, name).stream()))
                .sorted(Comparator.comparingInt(Proposal::start))
                .toList();
    }

    private Stream<Proposal> ofSenders(String text) {
        return senders.stream().distinct().flatMap(sender -> PersonalData.find(text, sender).stream());
    }

    private static String words(String text, Proposal found) {
        return text.substring(found.start(), found.end());
    }

    private static String told(String text, Proposal found) {
        return found.kind().words() + ": " + words(text, found);
    }

    /** "không chín một hai …": no office writes a number of its own like that. */
    private static boolean isSpelled(String text, Proposal found) {
        return found.kind() == Kind.PHONE && words(text, found).chars().noneMatch(Character::isDigit);
    }

    private boolean holds(String found) {
        var all = bare(known().collect(Collectors.joining("|")));
        return ways(found).anyMatch(all::contains);
    }

    /** One writes +84 912 345 678, the other 0912 345 678. */
    private static Stream<String> ways(String found) {
        var number = Normalised.phone(found);
        return number.length() < SHORTEST_NUMBER
                ? Stream.of(bare(found))
                : Stream.of(bare(found), number, COUNTRY + number.substring(1));
    }

    /** Letters and digits only: one writes 0912.345.678, the other 0912 345 678. */
    private static String bare(String text) {
        return Text.fold(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Who prints a record prints nothing that somebody wrote. */
    @Override
    public String toString() {
        return "PublicWords of " + senders.size();
    }
}
