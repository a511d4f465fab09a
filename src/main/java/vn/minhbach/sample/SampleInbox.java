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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.inbox.AskedField;
import vn.minhbach.inbox.InboxChannel;
import vn.minhbach.inbox.InboxDeed;
import vn.minhbach.inbox.Intake;
import vn.minhbach.inbox.NewSubmission;
import vn.minhbach.inbox.PastSubmissions;
import vn.minhbach.inbox.PastSubmissions.Done;
import vn.minhbach.inbox.SaidOfDeed;
import vn.minhbach.inbox.Submission;
import vn.minhbach.shared.Time;

/** What citizens of the sample's province asked and told, and what became of it: some of it late, some off the point. */
@ApplicationScoped
class SampleInbox {

    private static final Logger LOG = Logger.getLogger(SampleInbox.class.getName());
    private static final String FILE = "/sample/inbox.json";

    /** Members of the sample's staff, who have no account: nobody can sign in as them. */
    private static final String MODERATOR = "bich.ngoc";

    private static final String RESPONDER = "thu.ha";
    private static final String APPROVER = "quang.vinh";

    @Inject
    PastSubmissions past;

    @Inject
    Clock clock;

    void fill() {
        if (!past.isReady()) {
            LOG.log(Level.INFO, "There is no key for personal data; the sample has no questions");
            return;
        }
        var now = clock.instant();
        var numbers = new HashMap<String, Long>();
        each().forEach(json -> numbers.put(json.getString("subject"), take(json, now, numbers)));
    }

    private static List<JsonObject> each() {
        try (var in = Objects.requireNonNull(SampleInbox.class.getResourceAsStream(FILE), FILE);
                var reader = Json.createReader(in)) {
            return List.copyOf(reader.readArray().getValuesAs(JsonObject.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param numbers of those that were taken before, by their subjects */
    private long take(JsonObject json, Instant now, Map<String, Long> numbers) {
        var story = new Story(json, now);
        var deeds = new ArrayList<>(story.deeds());
        var main = numbers.get(json.getString("joins", ""));
        if (main != null) {
            deeds.add(Done.by(MODERATOR, InboxDeed.MERGE, story.at(1, "08:30"), SaidOfDeed.item(main, "")));
        }
        return past.take(story.sent(), story.at(0, json.getString("time")), story.intake(), deeds);
    }

    /** An item of the sample, told in deeds. */
    record Story(JsonObject json, Instant now) {

        private static final LocalTime MORNING = LocalTime.of(8, 30);

        /** So many days after the receipt, but not later than now. */
        Instant at(int days, String time) {
            return at(days, LocalTime.parse(time));
        }

        private Instant at(int days, LocalTime time) {
            var moment = day(days).atTime(time).atZone(Time.ZONE).toInstant();
            var received = received();
            return moment.isBefore(received) ? received : moment.isAfter(now) ? now : moment;
        }

        private Instant received() {
            var moment = day(0).atTime(LocalTime.parse(json.getString("time")))
                    .atZone(Time.ZONE)
                    .toInstant();
            return moment.isAfter(now) ? now : moment;
        }

        private LocalDate day(int days) {
            return Time.day(now).minusDays(json.getInt("daysBefore")).plusDays(days);
        }

        NewSubmission sent() {
            var values = new EnumMap<AskedField, String>(AskedField.class);
            put(values, AskedField.SUBJECT, "subject");
            put(values, AskedField.TEXT, "text");
            put(values, AskedField.PLACE, "place");
            put(values, AskedField.HAPPENED, "happened");
            put(values, AskedField.CONCERNED, "concerned");
            put(values, AskedField.DOCUMENT, "document");
            put(values, AskedField.NAME, "name");
            put(values, AskedField.ADDRESS, "address");
            put(values, AskedField.PHONE, "phone");
            put(values, AskedField.EMAIL, "email");
            return new NewSubmission(
                    json.getString("kind"),
                    "sample " + json.getString("subject"),
                    values,
                    text("page"),
                    text("procedure"),
                    json.getBoolean("keepPrivate", false),
                    false,
                    "vi");
        }

        private void put(EnumMap<AskedField, String> values, AskedField field, String name) {
            if (!text(name).isEmpty()) {
                values.put(field, text(name));
            }
        }

        private String text(String name) {
            return json.getString(name, "");
        }

        /** What was said on the day of the answer, with the days that it names. */
        private String answered(String name) {
            return SampleDays.fill(text(name), day(answerDays()));
        }

        private int answerDays() {
            return json.getInt("answerDays", Math.min(5, json.getInt("daysBefore")));
        }

        /** Some came by other ways than the portal's form, and were taken down. */
        Intake intake() {
            var channel = text("channel").isEmpty()
                    ? InboxChannel.WEB
                    : InboxChannel.valueOf(text("channel").toUpperCase(Locale.ROOT));
            return switch (channel) {
                case WEB -> new Intake(channel, Time.day(received()), Intake.Consent.FORM, "");
                case PHONE, COUNTER -> new Intake(channel, Time.day(received()), Intake.Consent.SPOKEN, MODERATOR);
                case POST, EMAIL -> new Intake(channel, Time.day(received()), Intake.Consent.WRITTEN, MODERATOR);
            };
        }

        List<Done> deeds() {
            var deeds = new ArrayList<Done>();
            var course = json.getString("course");
            if (!text("asked").isEmpty()) {
                deeds.add(Done.by(MODERATOR, InboxDeed.ASK_MORE, at(1, MORNING), SaidOfDeed.text(text("asked"))));
            }
            if (!text("supplement").isEmpty()) {
                deeds.add(Done.sender(InboxDeed.SUPPLEMENT, at(2, MORNING), text("supplement")));
            }
            switch (course) {
                case "received", "asked", "supplemented" -> {
                    // Nothing more.
                }
                case "withdrawn" -> deeds.add(Done.sender(InboxDeed.WITHDRAW, at(1, MORNING), ""));
                case "refused" ->
                    deeds.add(Done.by(MODERATOR, InboxDeed.REFUSE, at(1, MORNING), SaidOfDeed.text(text("reason"))));
                case "transferred" ->
                    deeds.add(Done.by(
                            MODERATOR,
                            InboxDeed.TRANSFER,
                            at(2, MORNING),
                            SaidOfDeed.body(text("body"), text("reason"))));
                default -> handled(deeds, course);
            }
            return deeds;
        }

        private void handled(List<Done> deeds, String course) {
            var first = text("supplement").isEmpty() ? 1 : 2;
            deeds.add(
                    Done.by(MODERATOR, InboxDeed.ASSIGN, at(first, LocalTime.of(9, 0)), SaidOfDeed.unit(text("unit"))));
            if (course.equals("assigned")) {
                return;
            }
            deeds.add(Done.by(RESPONDER, InboxDeed.BEGIN, at(first, LocalTime.of(10, 0)), SaidOfDeed.NOTHING));
            if (course.equals("in-work")) {
                return;
            }
            var last = Math.max(first, answerDays());
            deeds.add(Done.by(
                    RESPONDER,
                    InboxDeed.DRAFT,
                    at(last, LocalTime.of(11, 0)),
                    SaidOfDeed.answer(
                            answered("answer"), text("title"), answered("question"), answered("publicAnswer"))));
            if (course.equals("drafted")) {
                return;
            }
            deeds.add(Done.by(APPROVER, InboxDeed.APPROVE, at(last, LocalTime.of(14, 0)), SaidOfDeed.LOOKED));
            if (course.equals("approved")) {
                return;
            }
            deeds.add(Done.by(RESPONDER, InboxDeed.ANSWER, at(last, LocalTime.of(15, 0)), SaidOfDeed.NOTHING));
            ended(deeds, course, last);
            promised(deeds, last);
            rated(deeds, course, last);
        }

        private void ended(List<Done> deeds, String course, int day) {
            if (course.equals("published")) {
                deeds.add(Done.by(APPROVER, InboxDeed.PUBLISH, at(day, LocalTime.of(16, 0)), SaidOfDeed.LOOKED));
            } else if (course.equals("kept-private")) {
                deeds.add(Done.by(
                        APPROVER,
                        InboxDeed.KEEP_PRIVATE,
                        at(day, LocalTime.of(16, 0)),
                        SaidOfDeed.text(text("reason"))));
            }
        }

        /** Some answers promise something until a day. */
        private void promised(List<Done> deeds, int answered) {
            if (!text("promise").isEmpty()) {
                deeds.add(Done.by(
                        RESPONDER,
                        InboxDeed.PROMISE,
                        at(answered, LocalTime.of(16, 30)),
                        SaidOfDeed.promise(day(answered + json.getInt("promiseDays")), text("promise"))));
            }
        }

        private void rated(List<Done> deeds, String course, int answered) {
            switch (text("rating")) {
                case "ANSWERED" -> deeds.add(Done.rated(Submission.Rating.ANSWERED, at(answered + 1, MORNING)));
                case "PROMISED_NOT_DONE" -> deeds.add(Done.sender(InboxDeed.REMIND, at(answered + 20, MORNING), ""));
                case "OFF_POINT" -> {
                    deeds.add(Done.sender(InboxDeed.OBJECT, at(answered + 1, MORNING), text("objection")));
                    if (!text("secondAnswer").isEmpty()) {
                        again(deeds, course, answered + 4);
                    }
                }
                default -> {
                    // Most people say nothing.
                }
            }
        }

        private void again(List<Done> deeds, String course, int day) {
            deeds.add(Done.by(
                    RESPONDER,
                    InboxDeed.DRAFT,
                    at(day, MORNING),
                    SaidOfDeed.answer(
                            answered("secondAnswer"), text("title"), answered("question"), answered("secondAnswer"))));
            deeds.add(Done.by(APPROVER, InboxDeed.APPROVE, at(day, LocalTime.of(14, 0)), SaidOfDeed.LOOKED));
            deeds.add(Done.by(RESPONDER, InboxDeed.ANSWER, at(day, LocalTime.of(15, 0)), SaidOfDeed.NOTHING));
            ended(deeds, course, day);
        }
    }
}
