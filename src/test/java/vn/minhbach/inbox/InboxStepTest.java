package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** The table of the inbox leaves nothing stuck, asks one thing of one deed, and stands in the documentation as it is. */
class InboxStepTest {

    private static final Path PAGE = Path.of("src/site/markdown/responders.md");
    private static final Path WRITTEN = Path.of("target/inbox-table.md");
    private static final String BEGIN = "<!-- table -->\n";
    private static final String END = "<!-- end of table -->";

    @Test
    void aDeedHasOneRowWhereverItIsPossible() {
        var seen = new HashSet<String>();
        for (var row : InboxStep.values()) {
            row.from()
                    .forEach(state ->
                            assertThat(seen.add(state + " " + row.deed())).isTrue());
        }
        assertThat(Arrays.stream(InboxStep.values()).map(InboxStep::deed).distinct())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(
                        InboxDeed.RECKON,
                        InboxDeed.REMIND_STAFF,
                        InboxDeed.TELL_LATE,
                        InboxDeed.LOOK,
                        InboxDeed.ANONYMISE)));
    }

    @Test
    void fromEverywhereSomethingLeadsOnAndEverythingCanBeReached() {
        var reached = EnumSet.of(InboxState.RECEIVED);
        for (var i = 0; i < InboxState.values().length; i++) {
            for (var row : InboxStep.values()) {
                var to = row.to();
                if (to != null && row.from().stream().anyMatch(reached::contains)) {
                    reached.add(to);
                }
            }
        }
        assertThat(reached).containsExactly(InboxState.values());
        for (var state : InboxState.values()) {
            assertThat(Arrays.stream(InboxStep.values())
                            .filter(row ->
                                    row.from().contains(state) && row.deed().permission() != null)
                            .filter(row -> row.to() != null))
                    .as("the staff can go on from %s", state)
                    .isNotEmpty();
        }
    }

    @Test
    void whateverIsDecidedAboutASenderIsToldToThem() {
        for (var deed : new InboxDeed[] {
            InboxDeed.REFUSE,
            InboxDeed.TRANSFER,
            InboxDeed.ASK_MORE,
            InboxDeed.EXTEND,
            InboxDeed.ANSWER,
            InboxDeed.PUBLISH,
            InboxDeed.REOPEN
        }) {
            assertThat(InboxStep.valueOf(deed.name()).told()).as(deed.name()).isEqualTo(InboxStep.Told.SENDER);
        }
    }

    @Test
    void thePageShowsTheTable() throws IOException {
        var page = Files.readString(PAGE);
        var table = table();
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, table);

        assertThat(page).contains(BEGIN, END);
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .as("copy %s into %s", WRITTEN, PAGE)
                .isEqualTo(table);
    }

    private static String table() throws IOException {
        var words = words();
        var table = new StringBuilder("| việc | từ | đến | ai | điều kiện | báo cho |\n|---|---|---|---|---|---|\n");
        for (var line : InboxStepLine.all(words::getString)) {
            table.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(line.deed(), line.from(), line.to(), line.who(), line.holds(), line.told())
                    .replace(System.lineSeparator(), "\n"));
        }
        return table.toString();
    }

    private static ResourceBundle words() throws IOException {
        try (var bundle = Files.newBufferedReader(Path.of("src/main/resources/vn/minhbach/messages.properties"))) {
            return new PropertyResourceBundle(bundle);
        }
    }
}
