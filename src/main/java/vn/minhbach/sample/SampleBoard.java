package vn.minhbach.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleContent;
import vn.minhbach.article.ArticleService;
import vn.minhbach.editorial.Deed;
import vn.minhbach.shared.Time;

/** The sample's editorial board at work: an article in every state of review, so that the desk of a new portal is not empty. */
@ApplicationScoped
class SampleBoard {

    private static final String FILE = "/sample/board.json";

    @Inject
    ArticleService articles;

    @Inject
    Clock clock;

    void fill() {
        try (var in = Objects.requireNonNull(SampleBoard.class.getResourceAsStream(FILE), FILE);
                var reader = Json.createReader(in)) {
            reader.readArray().getValuesAs(JsonObject.class).forEach(this::article);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void article(JsonObject json) {
        var today = LocalDate.now(clock);
        var section = json.getString("section");
        var content = new ArticleContent(
                SampleDays.fill(json.getString("title"), today),
                SampleDays.fill(json.getString("lead"), today),
                SampleDays.fill(json.getString("body"), today),
                json.getString("author"),
                "",
                "",
                List.of(),
                List.of(),
                articles.section(section).getId(),
                null,
                "");
        var id = as(
                json.getString("writer"), () -> articles.draft(section, content).getId());
        for (var step : json.getJsonArray("steps").getValuesAs(JsonObject.class)) {
            as(step.getString("by"), () -> {
                done(Deed.valueOf(step.getString("deed")), id, section, step);
                return true;
            });
        }
    }

    private void done(Deed deed, long id, String section, JsonObject step) {
        var said = step.getString("said");
        switch (deed) {
            case SUBMIT -> articles.submit(id, 1, section, said);
            case SEND_BACK -> articles.sendBack(id, 1, section, said);
            case APPROVE -> articles.approve(id, 1, section, said);
            case SCHEDULE -> articles.schedule(id, 1, section, moment(step), "", "");
            case PUBLISH -> articles.publish(id, 1, section);
            case PUBLISH_URGENTLY -> articles.publishUrgently(id, 1, section, said);
            case WITHDRAW -> articles.withdraw(id, section, step.getString("notice"), said);
            default -> throw new IllegalStateException("The sample does not know the deed " + deed);
        }
    }

    private Instant moment(JsonObject step) {
        return LocalDate.now(clock)
                .plusDays(step.getInt("inDays"))
                .atTime(LocalTime.parse(step.getString("time")))
                .atZone(Time.ZONE)
                .toInstant();
    }

    /** A member of the sample's board, who has no account: nobody can sign in as them. */
    private static <T> T as(String name, java.util.function.Supplier<T> deed) {
        return Acting.as(
                new Actor(
                        name,
                        Set.of(
                                new Actor.Grant(Permission.WRITE_ARTICLES, ""),
                                new Actor.Grant(Permission.REVIEW_ARTICLES, ""),
                                new Actor.Grant(Permission.PUBLISH_ARTICLES, ""))),
                deed);
    }
}
