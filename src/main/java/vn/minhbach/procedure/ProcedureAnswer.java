package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.search.Answer;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Link;
import vn.minhbach.web.Visit;

/**
 * The answers that a citizen looks for first, above the results of a search that clearly means one procedure. They are those of its
 * {@link Summary}, at the counter if it can be filed there; about what the source is silent, nothing is said.
 */
final class ProcedureAnswer {

    /** So many papers are named; a procedure of one case seldom has more. */
    private static final int PAPERS = 5;

    /** A statement is cut behind so many characters; real names of papers run to 600. */
    private static final int LENGTH = 140;

    private static final Set<ServiceLevel> ONLINE =
            EnumSet.of(ServiceLevel.FULL, ServiceLevel.PARTIAL, ServiceLevel.ONLINE);

    private final Procedure procedure;
    private final Visit visit;
    private final List<Answer.Fact> facts = new ArrayList<>();

    private ProcedureAnswer(Procedure procedure, Visit visit) {
        this.procedure = procedure;
        this.visit = visit;
    }

    static Answer of(Procedure procedure, Visit visit) {
        return new ProcedureAnswer(procedure, visit).answer();
    }

    private Answer answer() {
        var summary = Summary.of(procedure, channel(), visit.words());
        fact("place", "where", summary.where());
        fact("clock", "time", summary.times());
        fact("money", "fee", summary.fees());
        papers();
        var online = ONLINE.contains(procedure.getServiceLevel()) ? procedure.getNationalUrl() : "";
        return new Answer(
                procedure.getTitle(),
                visit.url(procedure.getPath()),
                List.copyOf(facts),
                online.isEmpty() ? null : new Link(visit.text("procedure.submit.button"), online));
    }

    private @Nullable Channel channel() {
        var channels =
                procedure.getContent().ways().stream().map(Way::channel).distinct().toList();
        if (channels.isEmpty()) {
            return null;
        }
        return channels.contains(Channel.IN_PERSON) ? Channel.IN_PERSON : channels.getFirst();
    }

    private void fact(String icon, String question, List<Statement> statements) {
        var lines = statements.stream()
                .filter(statement -> !statement.silent())
                .map(statement -> statement.shortened(LENGTH).text())
                .limit(2)
                .toList();
        if (!lines.isEmpty()) {
            facts.add(new Answer.Fact(icon, visit.text("procedure.summary." + question), lines, null));
        }
    }

    /** The papers of the first case: a decision begins with the common one. */
    private void papers() {
        var cases = procedure.getContent().cases();
        var first = cases.stream().filter(one -> one.count() > 0).findFirst();
        if (first.isEmpty()) {
            return;
        }
        var lines = new ArrayList<String>();
        if (cases.size() > 1 && !first.get().label().isBlank()) {
            lines.add(shortened(first.get().label()));
        }
        first.get().inOrder().stream()
                .filter(paper -> paper.kind() == Paper.Kind.PAPER)
                .limit(PAPERS)
                .map(paper -> "– " + shortened(paper.plainName()))
                .forEach(lines::add);
        facts.add(new Answer.Fact(
                "paper",
                visit.text("procedure.summary.papers"),
                List.copyOf(lines),
                new Link(visit.text("search.answer.papers"), visit.url(procedure.getPath()) + "#ho-so")));
    }

    private static String shortened(String text) {
        return Text.shorten(Text.line(text), LENGTH);
    }
}
