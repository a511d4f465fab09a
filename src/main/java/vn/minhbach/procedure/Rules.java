package vn.minhbach.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.legal.Certainty;
import vn.minhbach.web.ViewFunctions;
import vn.minhbach.web.Words;

/**
 * What law changed in the work of offices after many procedures were written down: there is no district level since 1 July 2025, and
 * some ministries are gone. The rules lie in {@code rules.tsv}, each with the day since which it is in force, its legal basis, and how
 * sure that is: of a basis that nobody has compared with its text the page says so.
 */
final class Rules {

    private static final List<Rule> ALL = read();

    /** By which the National Public Service Portal is where one files online. */
    static final Rule GATEWAY = ALL.stream()
            .filter(rule -> rule.kind().equals("gateway"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("rules.tsv has no gateway"));

    private static final List<Rule> FORMER =
            ALL.stream().filter(rule -> rule.kind().equals("former")).toList();

    /** "Thông tư của Bộ trưởng Bộ …" cites a document by whom it was made; nobody is sent there. */
    private static final Pattern CITED = Pattern.compile("(?iu)(?:của|bộ trưởng|do) ?\\z");

    private static final int BEFORE = 12;

    private Rules() {}

    /**
     * A rule.
     *
     * @param from in force since
     * @param names what the source calls those whom it concerns
     * @param plain the same in small letters: most texts name none of them, which is seen faster so
     * @param now who does it today
     * @param certainty how sure the basis is
     */
    record Rule(
            String kind,
            LocalDate from,
            Pattern names,
            List<String> plain,
            String now,
            String nowInEnglish,
            String basis,
            Certainty certainty) {

        String now(Words words) {
            return words == Words.ENGLISH ? nowInEnglish : now;
        }

        /** The basis as a sentence. */
        String basis(Words words) {
            return words.text(
                    certainty == Certainty.UNVERIFIED ? "procedure.former.basis.unverified" : "procedure.former.basis",
                    basis);
        }
    }

    private static List<Rule> read() {
        try (var in = Objects.requireNonNull(Rules.class.getResourceAsStream("rules.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(Rules::rule)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(String[] part) {
        var names = List.of(part[2].split("\\|"));
        return new Rule(
                part[0],
                LocalDate.parse(part[1]),
                Pattern.compile(names.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?iu)(?<!\\p{L})(?:", ")(?!\\p{L})"))),
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
                part[3],
                part[4],
                part[5],
                Certainty.valueOf(part[6].toUpperCase(Locale.ROOT)));
    }

    /**
     * What is to be said of the offices that a procedure names and that are gone, each rule once. One that is abolished sends nobody
     * anywhere.
     */
    static List<Statement> former(Procedure procedure, Words words) {
        if (procedure.getStatus() == ProcedureStatus.ABOLISHED) {
            return List.of();
        }
        var text = text(procedure.getContent());
        var plain = text.toLowerCase(Locale.ROOT);
        var advice = new ArrayList<Statement>();
        for (var rule : FORMER) {
            if (rule.plain().stream().noneMatch(plain::contains)) {
                continue;
            }
            var rest = new StringBuilder(text);
            var name = rule.names().matcher(text);
            var named = "";
            while (name.find()) {
                if (!isCited(text, name.start(), name.group())) {
                    named = named.isEmpty() ? name.group() : named;
                    // What a rule has spoken of is no concern of the next ones.
                    rest.replace(
                            name.start(), name.end(), "#".repeat(name.group().length()));
                }
            }
            text = rest.toString();
            if (!named.isEmpty()) {
                advice.add(Statement.advice(
                        words.text(
                                "procedure.former",
                                named,
                                ViewFunctions.date(rule.from()),
                                rule.now(words) + " " + rule.basis(words)),
                        rule.basis()));
            }
        }
        return advice;
    }

    private static boolean isCited(String text, int start, String name) {
        return name.startsWith("Bộ ")
                && CITED.matcher(text)
                        .region(Math.max(0, start - BEFORE), start)
                        .find();
    }

    private static String text(ProcedureContent content) {
        return Stream.of(
                        Stream.of(
                                content.agencies().performing(),
                                content.agencies().receivingAddress(),
                                content.requirements()),
                        content.steps().stream().flatMap(step -> Stream.of(step.title(), step.text())),
                        content.ways().stream().map(Way::note),
                        content.cases().stream().map(PaperCase::label),
                        content.cases().stream()
                                .flatMap(one -> one.papers().stream().map(Paper::name)),
                        content.results().stream(),
                        content.raw().values().stream())
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }
}
