package vn.minhbach.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A row of the table of the inbox in words, for the page of the documentation. */
public record InboxStepLine(String deed, String from, String to, String who, String holds, String told) {

    public static List<InboxStepLine> all(UnaryOperator<String> words) {
        return Arrays.stream(InboxStep.values()).map(row -> of(row, words)).toList();
    }

    private static InboxStepLine of(InboxStep row, UnaryOperator<String> words) {
        var to = row.to();
        var permission = row.deed().permission();
        var holds = new ArrayList<String>();
        row.conditions().forEach(condition -> holds.add(words.apply("InboxStep.Condition." + condition)));
        row.needs().forEach(need -> holds.add(words.apply("InboxStep.Need." + need)));
        return new InboxStepLine(
                words.apply("InboxDeed." + row.deed()),
                row.from().size() == InboxState.values().length
                        ? ""
                        : String.join(
                                "; ",
                                row.from().stream()
                                        .sorted()
                                        .map(state -> words.apply("InboxState." + state))
                                        .toList()),
                to == null ? "" : words.apply("InboxState." + to),
                permission == null ? words.apply("inbox.who.sender") : words.apply("inbox.who." + permission),
                String.join("; ", holds),
                words.apply("InboxStep.Told." + row.told()));
    }
}
