package vn.minhbach.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.inbox.InboxOnH2;
import vn.minhbach.inbox.PastSubmissions.Done;

/** The sample's questions and feedback are enough to look at, and told in the order in which they happened. */
class SampleInboxTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");

    private static List<JsonObject> sample() throws IOException {
        try (var in = Files.newInputStream(Path.of("src/main/resources/sample/inbox.json"));
                var reader = Json.createReader(in)) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    @Test
    void thereAreQuestionsAndFeedbackInEveryState() throws IOException {
        var all = sample();

        assertThat(all)
                .filteredOn(json -> json.getString("kind").equals("question"))
                .hasSizeGreaterThanOrEqualTo(80);
        assertThat(all)
                .filteredOn(json -> json.getString("kind").equals("question") && json.containsKey("answer"))
                .as("questions with their answers")
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(all)
                .filteredOn(json -> !json.getString("kind").equals("question"))
                .hasSizeGreaterThanOrEqualTo(40);
        assertThat(all)
                .extracting(json -> json.getString("course"))
                .contains(
                        "received",
                        "asked",
                        "supplemented",
                        "refused",
                        "transferred",
                        "assigned",
                        "in-work",
                        "drafted",
                        "approved",
                        "answered",
                        "published",
                        "kept-private",
                        "withdrawn");
    }

    /** Also that no public text of it tells of anybody: such a one is not approved. */
    @Test
    void everyItemGoesByTheTableOfTheInbox() throws IOException {
        try (var h2 = new InboxOnH2()) {
            for (var json : sample()) {
                var story = new SampleInbox.Story(json, InboxOnH2.NOW);
                assertThatCode(() -> h2.takeOver(story.sent(), story.at(0, json.getString("time")), story.deeds()))
                        .as(json.getString("subject"))
                        .doesNotThrowAnyException();
            }
        }
    }

    /** What is joined comes after the one that it joins, which is of its kind and still waits for an answer. */
    @Test
    void whatIsJoinedJoinsAnEarlierOne() throws IOException {
        var all = sample();
        var joining = all.stream().filter(json -> json.containsKey("joins")).toList();

        assertThat(joining).isNotEmpty().allSatisfy(json -> {
            var main = all.stream()
                    .filter(other -> other.getString("subject").equals(json.getString("joins")))
                    .findFirst()
                    .orElseThrow();
            assertThat(all.indexOf(main)).isLessThan(all.indexOf(json));
            assertThat(main.getString("kind")).isEqualTo(json.getString("kind"));
            assertThat(main.getInt("daysBefore")).isGreaterThan(json.getInt("daysBefore"));
            assertThat(main.getString("course")).isIn("received", "assigned", "in-work");
        });
        assertThat(all).filteredOn(json -> json.containsKey("promise")).isNotEmpty();
        assertThat(all).extracting(json -> json.getString("channel")).contains("phone", "counter", "post", "email");
    }

    @Test
    void nothingHappensBeforeWhatCameBeforeItOrInTheFuture() throws IOException {
        for (var json : sample()) {
            var story = new SampleInbox.Story(json, NOW);
            var moments = story.deeds().stream().map(Done::at).toList();
            assertThat(moments).as(json.getString("subject")).isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(moments).as(json.getString("subject")).allMatch(at -> !at.isAfter(NOW));
            assertThat(story.at(0, json.getString("time"))).isBeforeOrEqualTo(NOW);
        }
    }
}
