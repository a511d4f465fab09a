package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.desk.RowField;

/** Every list by which the site is run has all its words, and fits into the history. */
class SiteKindTest {

    /** What the history keeps of a row, {@code history_entry.state_before}. */
    private static final int LONGEST_STATE = 20_000;

    @ParameterizedTest
    @EnumSource
    void everythingThatItsScreensSayHasWords(SiteKind kind) {
        var wanted = new ArrayList<String>();
        var own = "row." + kind.word() + ".";
        wanted.add(own + "title");
        wanted.add(own + "add");
        wanted.add(own + "change");
        if (kind != SiteKind.PROFILE) {
            wanted.add(own + "text");
            wanted.add(own + "name");
        }
        for (var field : kind.fields()) {
            wanted.add("history." + kind.word() + "." + field.name());
            if (field.helped()) {
                wanted.add(own + field.name() + ".help");
            }
            field.choices().forEach(choice -> wanted.add(own + field.name() + "." + choice));
        }
        if (kind.isOrdered()) {
            wanted.add("history." + kind.word() + ".position");
        }
        assertThat(ResourceBundle.getBundle("vn.minhbach.messages", Locale.of("vi"))
                        .keySet())
                .containsAll(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void aRowFitsIntoTheHistory(SiteKind kind) {
        assertThat(kind.fields().stream().mapToInt(RowField::longest).sum()
                        + 100 * kind.fields().size())
                .isLessThan(LONGEST_STATE / 2);
    }

    @ParameterizedTest
    @EnumSource
    void itIsFoundByItsWordAndShowsFieldsThatItHas(SiteKind kind) {
        assertThat(SiteKind.of(kind.word())).contains(kind);
        assertThat(kind.fields()).extracting(RowField::name).containsAll(kind.columns());
        assertThat(kind.word().length()).isLessThanOrEqualTo(30);
    }
}
