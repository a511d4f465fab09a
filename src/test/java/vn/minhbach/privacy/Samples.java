package vn.minhbach.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Texts as citizens write them: each as it was sent, with the places that were marked by hand. */
final class Samples {

    private static final Pattern MARK = Pattern.compile("«([a-z]+):([^»]*)»");

    /** A place marked by hand. */
    record Place(int start, int end, String kind) {}

    /** @param heldOut whether the rules were made without it */
    record Sample(KnownPerson form, String text, List<Place> places, boolean heldOut) {}

    private Samples() {}

    /** Those the rules were first made by; every third of them was held out. */
    static List<Sample> all() {
        return of("samples.tsv");
    }

    /** Those written after the rules, by a hand that had not read them. */
    static List<Sample> second() {
        return of("samples-second.tsv");
    }

    /** Those written when the rules were thought done; they were mended by what it missed. */
    static List<Sample> third() {
        return of("samples-third.tsv");
    }

    /** Those written when the rules were done, and measured once. */
    static List<Sample> fourth() {
        return of("samples-fourth.tsv");
    }

    private static List<Sample> of(String file) {
        var forms = new HashMap<String, KnownPerson>();
        forms.put("-", KnownPerson.NONE);
        var samples = new ArrayList<Sample>();
        for (var line : read(file).lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            var columns = line.split("\t", -1);
            if (line.startsWith("@")) {
                forms.put(
                        columns[0].substring(1),
                        new KnownPerson(columns[1], columns[2], columns[3], columns.length > 4 ? columns[4] : ""));
                continue;
            }
            var key = columns[0].replace("+nfd", "");
            samples.add(sample(
                    Objects.requireNonNull(forms.get(key), key),
                    columns[1].replace("\\n", "\n"),
                    columns[0].endsWith("+nfd"),
                    samples.size() % 3 == 2));
        }
        return samples;
    }

    private static Sample sample(KnownPerson form, String marked, boolean decomposed, boolean heldOut) {
        var text = new StringBuilder();
        var places = new ArrayList<Place>();
        var given = decomposed ? Normalizer.normalize(marked, Normalizer.Form.NFD) : marked;
        var mark = MARK.matcher(given);
        var at = 0;
        while (mark.find()) {
            text.append(given, at, mark.start());
            var start = text.length();
            text.append(mark.group(2));
            places.add(new Place(start, text.length(), mark.group(1)));
            at = mark.end();
        }
        text.append(given.substring(at));
        return new Sample(form, text.toString(), List.copyOf(places), heldOut);
    }

    private static String read(String file) {
        try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
