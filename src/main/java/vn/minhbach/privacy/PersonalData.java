package vn.minhbach.privacy;

import java.util.Comparator;
import java.util.List;
import vn.minhbach.privacy.Found.Place;

/**
 * Proposes what to mask in a text before it goes public: what a citizen tells of themselves or of others, in the ways in which people
 * type, scan and spell it. A proposal is not a mask: a moderator confirms it, leaves it, and adds to it (see {@link Masks}).
 *
 * <p>Left readable is what the matter needs: numbers of documents and procedures, amounts, dates of deeds, short numbers (113, 1022,
 * 1900…), offices, and streets and communes that are not said to be somebody's home. How well it does is measured by
 * {@code PersonalDataTest} and told in decision 49. Every rule reads a text once; a megabyte takes about as long as ten times a hundred
 * kilobytes.
 */
public final class PersonalData {

    private PersonalData() {}

    /** Where personal data stand, in the order of the text; no two overlap. */
    public static List<Proposal> find(String text, KnownPerson form) {
        return find(text, form, PublicContacts.NONE);
    }

    /**
     * The same for a department whose own numbers are known.
     *
     * @param text composed (NFC) or not; places are those of the text as it is given
     */
    public static List<Proposal> find(String text, KnownPerson form, PublicContacts known) {
        return find(new Folded(text), form, known);
    }

    /** The same in the name of a file, where words hang together by lines and points: "CCCD_NguyenVanHung.jpg". */
    public static List<Proposal> findInFileName(String name, KnownPerson form) {
        return find(new Folded(name.replace('_', ' ')), form, PublicContacts.NONE);
    }

    private static List<Proposal> find(Folded text, KnownPerson form, PublicContacts known) {
        var found = new Found();
        var words = new Tokens(text);
        PublicNumbers.keep(text, found);
        Contacts.find(text, form, known, found);
        Plates.find(text, found);
        BirthDates.find(text, found);
        new HomeAddresses(text, words, found).find(form);
        new Numbers(text, form, known, found).find();
        new PersonNames(text, words, form, found).find();
        return found.places().stream()
                .sorted(Comparator.comparingInt(Place::start))
                .map(place ->
                        new Proposal(text.start(place.start()), text.end(place.end()), place.kind(), place.certain()))
                .toList();
    }
}
