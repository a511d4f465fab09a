package vn.minhbach.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.privacy.Samples.Place;
import vn.minhbach.privacy.Samples.Sample;

/**
 * How well the proposals fit what was marked by hand. A place is found if every letter and digit of it is covered by proposals of its
 * kind; a proposal is right if at least half of its letters and digits are marked, with its kind.
 */
final class Measure {

    private static final Map<String, Kind> KINDS = Map.of(
            "id", Kind.ID_NUMBER,
            "tel", Kind.PHONE,
            "mail", Kind.EMAIL,
            "addr", Kind.ADDRESS,
            "plate", Kind.PLATE,
            "bank", Kind.BANK_ACCOUNT,
            "name", Kind.NAME,
            "other", Kind.NAME,
            "dob", Kind.BIRTH_DATE,
            "ma", Kind.DOSSIER);

    /** Figures of one kind. */
    static final class Figures {
        int marked;
        int found;
        int foundCertainly;
        int proposed;
        int right;
        int proposedCertainly;
        int rightCertainly;

        double recall() {
            return marked == 0 ? 1 : (double) found / marked;
        }

        /** Of what is masked though nobody presses anything. */
        double recallWhereCertain() {
            return marked == 0 ? 1 : (double) foundCertainly / marked;
        }

        double precision() {
            return proposed == 0 ? 1 : (double) right / proposed;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "recall %.3f (%d of %d), of what is certain %.3f (%d), precision %.3f (%d of %d; of those ticked beforehand %d of %d)",
                    recall(),
                    found,
                    marked,
                    recallWhereCertain(),
                    foundCertainly,
                    precision(),
                    right,
                    proposed,
                    rightCertainly,
                    proposedCertainly);
        }
    }

    final Map<String, Figures> byKind = new TreeMap<>();
    final List<String> missed = new ArrayList<>();
    final List<String> wrong = new ArrayList<>();

    static Measure of(List<Sample> samples) {
        var measure = new Measure();
        samples.forEach(measure::add);
        return measure;
    }

    private Figures figures(String kind) {
        return byKind.computeIfAbsent(kind, each -> new Figures());
    }

    private void add(Sample sample) {
        var proposals = PersonalData.find(sample.text(), sample.form());
        for (var place : sample.places()) {
            var figures = figures(place.kind());
            figures.marked++;
            if (isCovered(sample.text(), place, proposals, false)) {
                figures.found++;
                figures.foundCertainly += isCovered(sample.text(), place, proposals, true) ? 1 : 0;
            } else {
                missed.add(place.kind() + " " + sample.text().substring(place.start(), place.end()) + " | "
                        + sample.text());
            }
        }
        for (var proposal : proposals) {
            var kind = kind(sample, proposal);
            var figures = figures(kind);
            var right = isRight(sample, proposal);
            figures.proposed++;
            figures.right += right ? 1 : 0;
            if (proposal.certain()) {
                figures.proposedCertainly++;
                figures.rightCertainly += right ? 1 : 0;
            }
            if (!right) {
                wrong.add(proposal.kind() + (proposal.certain() ? "! " : "? ")
                        + sample.text().substring(proposal.start(), proposal.end()) + " | " + sample.text());
            }
        }
    }

    /** The mark's own word; a wrong name counts as somebody else's. */
    private static String kind(Sample sample, Proposal proposal) {
        for (var place : sample.places()) {
            if (KINDS.get(place.kind()) == proposal.kind() && overlap(sample.text(), proposal, place) > 0) {
                return place.kind();
            }
        }
        return KINDS.entrySet().stream()
                .filter(each ->
                        each.getValue() == proposal.kind() && !each.getKey().equals("name"))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static boolean isCovered(String text, Place place, List<Proposal> proposals, boolean certainly) {
        for (var i = place.start(); i < place.end(); i++) {
            var at = i;
            if (Character.isLetterOrDigit(text.charAt(i))
                    && proposals.stream()
                            .noneMatch(each -> each.kind() == KINDS.get(place.kind())
                                    && (each.certain() || !certainly)
                                    && each.start() <= at
                                    && each.end() > at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRight(Sample sample, Proposal proposal) {
        var marked = sample.places().stream()
                .filter(place -> KINDS.get(place.kind()) == proposal.kind())
                .mapToInt(place -> overlap(sample.text(), proposal, place))
                .sum();
        return 2 * marked >= letters(sample.text(), proposal.start(), proposal.end());
    }

    private static int overlap(String text, Proposal proposal, Place place) {
        return letters(text, Math.max(proposal.start(), place.start()), Math.min(proposal.end(), place.end()));
    }

    private static int letters(String text, int from, int to) {
        var count = 0;
        for (var i = from; i < to; i++) {
            count += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    String text(String title) {
        var text = new StringBuilder(title).append('\n');
        byKind.forEach((kind, figures) -> text.append(String.format("  %-6s %s%n", kind, figures)));
        return text.toString();
    }
}
