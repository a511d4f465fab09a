package vn.minhbach.inbox;

import java.util.List;
import java.util.Locale;
import vn.minhbach.privacy.KnownPerson;
import vn.minhbach.privacy.Masks;
import vn.minhbach.privacy.PersonalData;
import vn.minhbach.privacy.Proposal;
import vn.minhbach.shared.Text;

/**
 * What of a submission may be said in public. A text is proposed in which all is masked that is personal data beyond doubt, and what
 * somebody wrote instead is looked through before it is approved and before it is published: what it tells of the sender is named.
 *
 * @param sender what they gave in the form
 * @param written their subject, text and whatever else the form asked
 */
record PublicWords(KnownPerson sender, String written) {

    /** A text of theirs with the places masked of which there is no doubt; somebody looks at the others. */
    String proposed(String text) {
        return Masks.certain(text, PersonalData.find(text, sender)).over(text).text();
    }

    /** What a text would tell everybody: "số điện thoại: 0912 345 678". Numbers of the office, which the sender never wrote, are its own. */
    List<String> telling(String text) {
        return PersonalData.find(text, sender).stream()
                .filter(Proposal::certain)
                .filter(found -> isTheirs(text.substring(found.start(), found.end())))
                .map(found -> found.kind().words() + ": " + text.substring(found.start(), found.end()))
                .distinct()
                .toList();
    }

    private boolean isTheirs(String found) {
        var sought = bare(found);
        return bare(sender.name() + "|" + sender.address() + "|" + sender.phone() + "|" + sender.email() + "|"
                        + written)
                .contains(sought);
    }

    /** Letters and digits only: one writes 0912.345.678, the other 0912 345 678. */
    private static String bare(String text) {
        return Text.fold(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
