package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import vn.minhbach.search.Answer;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Link;
import vn.minhbach.web.Visit;

/** The answers that a citizen looks for first, above the results of a search that clearly means one procedure. */
final class ProcedureAnswer {

    /** So many papers are named; a procedure of one case seldom has more. */
    private static final int PAPERS = 5;

    /** A paper's name is cut behind so many characters; real names run to 600. */
    private static final int LENGTH = 140;

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
        var content = procedure.getContent();
        var agencies = content.agencies();
        fact(
                "place",
                "where",
                agencies.receivingAddress().isBlank() ? agencies.performing() : agencies.receivingAddress());
        fact("clock", "time", AtAGlance.time(content));
        fact("money", "fee", AtAGlance.fee(content));
        papers();
        var online = procedure.getServiceLevel() == ServiceLevel.IN_PERSON ? "" : procedure.getNationalUrl();
        return new Answer(
                procedure.getTitle(),
                visit.url(procedure.getPath()),
                List.copyOf(facts),
                online.isEmpty() ? null : new Link(visit.text("procedure.submit.button"), online));
    }

    private void fact(String icon, String question, String text) {
        if (!text.isBlank()) {
            var line = Text.shorten(Text.line(text), LENGTH);
            facts.add(new Answer.Fact(icon, visit.text("procedure.summary." + question), List.of(line), null));
        }
    }

    /** The papers of the first case: a decision begins with the common one. */
    private void papers() {
        var first = procedure.getContent().cases().stream()
                .filter(one -> !one.papers().isEmpty())
                .findFirst();
        if (first.isEmpty()) {
            return;
        }
        var lines = new ArrayList<String>();
        if (procedure.getContent().cases().size() > 1 && !first.get().label().isBlank()) {
            lines.add(Text.shorten(Text.line(first.get().label()), LENGTH));
        }
        first.get().papers().stream()
                .limit(PAPERS)
                .map(paper -> "– " + Text.shorten(Text.line(paper.name()), LENGTH))
                .forEach(lines::add);
        facts.add(new Answer.Fact(
                "paper",
                visit.text("procedure.summary.papers"),
                List.copyOf(lines),
                new Link(visit.text("search.answer.papers"), visit.url(procedure.getPath()) + "#ho-so")));
    }
}
