package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.search.Answer;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Link;
import vn.minhbach.web.Visit;

/**
 * The answers that a citizen looks for first, above the results of a search that clearly means one procedure. They are those of its
 * {@link Summary}, at the counter if it can be filed there; about what the source is silent, nothing is said. Of a procedure that is
 * abolished it says that alone: nobody is to go anywhere by it.
 */
final class ProcedureAnswer {

    /** So many papers are named; a procedure of one case seldom has more. */
    private static final int PAPERS = 5;

    /** A statement is cut behind so many characters; real names of papers run to 600. */
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
        var title = ShortTitle.of(procedure.getTitle());
        var ended = procedure.getStatus() == ProcedureStatus.ABOLISHED;
        if (!ended) {
            tell();
        }
        var online = procedure.getSubmitUrl();
        return new Answer(
                title.text(),
                title.shortened() ? procedure.getTitle() : "",
                visit.url(procedure.getPath()),
                ended ? visit.text("procedure.abolished.title") : "",
                Rules.former(procedure, visit.words()).isEmpty() ? "" : visit.text("search.answer.former"),
                List.copyOf(facts),
                online.isEmpty() ? null : new Link(visit.text("procedure.submit.button"), online));
    }

    private void tell() {
        var summary = Summary.of(procedure, channel(), visit.words());
        fact("place", "where", summary.where());
        fact("clock", "time", summary.times());
        fact("money", "fee", summary.fees());
        papers(summary);
    }

    private @Nullable Channel channel() {
        var channels = procedure.getContent().ways().stream()
                .map(Way::channel)
                .distinct()
                .toList();
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

    /** The papers of the commonest case; of a procedure that tells only special ones, how many these are. */
    private void papers(Summary summary) {
        var lines = new ArrayList<String>();
        var named = 0;
        for (var table : CaseChoice.commonest(procedure.getContent().cases())) {
            if (named < PAPERS
                    && procedure.getContent().cases().size() > 1
                    && !table.label().isBlank()) {
                lines.add(shortened(table.label()));
            }
            var papers = table.inOrder().stream()
                    .filter(paper -> paper.kind() == Paper.Kind.PAPER)
                    .limit(PAPERS - named)
                    .map(paper -> "– " + shortened(paper.plainName()))
                    .toList();
            lines.addAll(papers);
            named += papers.size();
        }
        if (lines.isEmpty()) {
            summary.papers().stream()
                    .filter(statement -> !statement.silent())
                    .map(Statement::text)
                    .forEach(lines::add);
        }
        if (!lines.isEmpty()) {
            facts.add(new Answer.Fact(
                    "paper",
                    visit.text("procedure.summary.papers"),
                    List.copyOf(lines),
                    new Link(visit.text("search.answer.papers"), visit.url(procedure.getPath()) + "#ho-so")));
        }
    }

    private static String shortened(String text) {
        return Text.shorten(Text.line(text), LENGTH);
    }
}
