package vn.minhbach.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.web.Words;

/**
 * The answers that a citizen looks for first, for one channel: where, how long, how much, how, with which papers, and what comes of it.
 * Each answer is one or more {@link Statement}s, never none: where the source is silent, that is what is said.
 *
 * @param channel for which it answers; null where no way is known
 */
public record Summary(
        @Nullable Channel channel,
        List<Statement> where,
        List<Statement> times,
        List<Statement> fees,
        List<Statement> how,
        List<Statement> papers,
        List<Statement> results) {

    /** How the national database calls the channels. */
    private static final Map<Channel, String> LABELS =
            Map.of(Channel.IN_PERSON, "Trực tiếp", Channel.ONLINE, "Trực tuyến", Channel.POST, "Dịch vụ bưu chính");

    /** The summary of a procedure for one of its channels. */
    static Summary of(Procedure procedure, @Nullable Channel channel, Words words) {
        var content = procedure.getContent();
        var ways =
                content.ways().stream().filter(way -> way.channel() == channel).toList();
        var unread = content.raw().getOrDefault("ways", "");
        var unknown = unread.isEmpty()
                ? Statement.silence(words.text("procedure.silent"))
                : Statement.reading(words.text("procedure.unread"), unread);
        return new Summary(
                channel,
                where(content, channel, words),
                channel == null ? List.of(unknown) : Times.of(ways, words),
                channel == null ? List.of(unknown) : Fees.of(ways, words),
                channel == null ? List.of(unknown) : how(procedure, channel, words),
                List.of(papers(content, words)),
                results(content, words));
    }

    /** Every statement, in the order of the page. */
    public Stream<Statement> statements() {
        return Stream.of(where, times, fees, how, papers, results).flatMap(List::stream);
    }

    private static List<Statement> where(ProcedureContent content, @Nullable Channel channel, Words words) {
        if (channel == Channel.ONLINE) {
            return List.of(Statement.advice(words.text("procedure.place.online"), Rules.GATEWAY.basis()));
        }
        var agencies = content.agencies();
        if (!agencies.receivingAddress().isBlank()) {
            return List.of(Statement.source(agencies.receivingAddress()));
        }
        return List.of(
                agencies.performing().isBlank()
                        ? Statement.silence(words.text("procedure.silent"))
                        : Statement.reading(
                                words.text("procedure.place.performing", agencies.performing()),
                                agencies.performing()));
    }

    private static List<Statement> how(Procedure procedure, Channel channel, Words words) {
        var name = Statement.of(words.text("Channel." + channel), LABELS.getOrDefault(channel, channel.name()));
        var content = procedure.getContent();
        var online = content.ways().stream().anyMatch(way -> way.channel() == Channel.ONLINE);
        if (!online) {
            var channels = content.ways().stream()
                    .map(way -> way.channel().name())
                    .distinct()
                    .toList();
            return List.of(name, Statement.reading(words.text("procedure.how.notOnline"), String.join(", ", channels)));
        }
        return switch (procedure.getServiceLevel()) {
            case FULL, PARTIAL ->
                channel == Channel.ONLINE
                        ? List.of(name, announced(procedure.getServiceLevel(), words))
                        : List.of(name);
            default -> List.of(name);
        };
    }

    private static Statement announced(ServiceLevel level, Words words) {
        return Statement.source(words.text("ServiceLevel." + level + ".text"));
    }

    private static Statement papers(ProcedureContent content, Words words) {
        var unread = content.raw().getOrDefault("papers", "");
        if (!unread.isEmpty()) {
            return Statement.reading(words.text("procedure.summary.paperList"), unread);
        }
        if (content.cases().isEmpty()) {
            return Statement.silence(words.text("procedure.silent"));
        }
        var counts = content.cases().stream().mapToLong(PaperCase::count).summaryStatistics();
        var ground = content.cases().stream()
                .flatMap(one -> one.papers().stream())
                .filter(paper -> paper.kind() == Paper.Kind.PAPER)
                .map(Paper::name)
                .reduce((one, other) -> one + "\n" + other)
                .orElse(content.cases().getFirst().label() + " ");
        if (counts.getMax() == 0) {
            return Statement.reading(words.text("procedure.summary.paperList"), ground.isBlank() ? "0" : ground);
        }
        var cases = words.number(counts.getCount());
        var least = words.number(counts.getMin());
        var most = words.number(counts.getMax());
        if (counts.getCount() == 1) {
            return Statement.reading(words.text("procedure.summary.paperCount", most), ground);
        }
        return Statement.reading(
                counts.getMin() == counts.getMax()
                        ? words.text("procedure.summary.paperCountCases", cases, most)
                        : words.text("procedure.summary.paperRangeCases", cases, least, most),
                ground);
    }

    private static List<Statement> results(ProcedureContent content, Words words) {
        return content.results().isEmpty()
                ? List.of(Statement.silence(words.text("procedure.silent")))
                : content.results().stream().map(Statement::source).toList();
    }
}
