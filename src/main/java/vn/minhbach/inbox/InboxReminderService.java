package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.legal.Law;
import vn.minhbach.legal.LegalService;
import vn.minhbach.legal.Limit;
import vn.minhbach.legal.TimeRule;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.To;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.shared.Time;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.Words;

/**
 * Tells of due days: whoever has a matter before it is due and when it is, whoever handles one before the day of a promise and on it, its
 * sender again and again while the answer is late. How long before, and how often, are rules of {@code legal}. Of each occasion is told once; after a time in which the portal was down of the newest
 * one only. And it tells whoever handles something what is new since the last morning: what was given to them, where a sender wrote, and which answer rests on something that has changed. A
 * letter to the staff names numbers, kinds and days, and nothing that a sender wrote.
 */
@ApplicationScoped
@Transactional
public class InboxReminderService {

    /** No rule reminds earlier than so. */
    private static final int DAYS_AHEAD = 120;

    /** When everybody is told, in Vietnam; what comes later is told on the next day. */
    static final LocalTime MORNING = LocalTime.of(6, 45);

    /** What is older has stood in the queue for long enough, if nobody could be told of it by then. */
    private static final Duration NEW = Duration.ofDays(7);

    /** As many as one gap of a letter holds. */
    private static final int MOST_LINES = 10;

    @Inject
    InboxReminderRepository reminders;

    @Inject
    InboxRepository repository;

    @Inject
    Inbox inbox;

    @Inject
    InboxStaff staff;

    @Inject
    InboxUnits units;

    @Inject
    LegalService legal;

    @Inject
    Outbox outbox;

    @Inject
    PortalUrl portal;

    protected InboxReminderService() {}

    /** Without a server, for tests. */
    InboxReminderService(
            InboxReminderRepository reminders,
            InboxRepository repository,
            Inbox inbox,
            InboxStaff staff,
            InboxUnits units,
            LegalService legal,
            Outbox outbox,
            PortalUrl portal) {
        this.reminders = reminders;
        this.repository = repository;
        this.inbox = inbox;
        this.staff = staff;
        this.units = units;
        this.legal = legal;
        this.outbox = outbox;
        this.portal = portal;
    }

    /** What one person is reminded of. */
    private static final class Pile {

        private final To to;
        private final List<Owed> matters = new ArrayList<>();

        Pile(To to) {
            this.to = to;
        }
    }

    /** @param what that is due, in words */
    private record Owed(Submission submission, InboxReminder.Occasion occasion, LocalDate day, String what) {}

    /** One letter to each, with all of which they are to be reminded today. */
    @Permit(value = Permission.RUN_PORTAL, audited = false)
    public void remindStaff() {
        if (!outbox.isOn()) {
            return;
        }
        var today = inbox.today();
        var law = legal.law();
        var piles = new LinkedHashMap<String, Pile>();
        for (var submission : reminders.dueUntil(today.plusDays(DAYS_AHEAD))) {
            var step = submission.getDueStep();
            var day = submission.getDueDay();
            var occasion =
                    occasion(submission, day, InboxReminder.Occasion.BEFORE, InboxReminder.Occasion.DUE, law, today);
            if (occasion != null) {
                var what = step == null ? "" : Words.VIETNAMESE.text("TimeRule.Step." + step);
                heap(piles, new Owed(submission, occasion, day, what), staff.responsible(submission));
            }
        }
        for (var submission : reminders.promisedUntil(today.plusDays(DAYS_AHEAD))) {
            var day = Objects.requireNonNull(submission.getPromiseDay());
            var occasion = occasion(
                    submission,
                    day,
                    InboxReminder.Occasion.PROMISE_BEFORE,
                    InboxReminder.Occasion.PROMISE_DUE,
                    law,
                    today);
            if (occasion != null) {
                var what = Words.VIETNAMESE.text("inbox.remind.promise");
                heap(piles, new Owed(submission, occasion, day, what), staff.handling(submission));
            }
        }
        var told = new LinkedHashSet<Owed>();
        for (var pile : piles.values()) {
            pile.matters.sort(Comparator.comparing(Owed::day));
            if (outbox.send(
                    pile.to,
                    InboxLetters.REMINDER,
                    Map.of(
                            InboxLetters.PERSON,
                            pile.to.name(),
                            InboxLetters.MATTERS,
                            listed(pile.matters, owed -> line(owed, today))))) {
                told.addAll(pile.matters);
            }
        }
        told.forEach(owed -> {
            reminders.add(new InboxReminder(owed.submission().number(), owed.occasion(), owed.day(), inbox.now()));
            inbox.noteOfPortal(owed.submission(), InboxDeed.REMIND_STAFF, dueWords(owed, today, Words.VIETNAMESE));
        });
    }

    private static void heap(Map<String, Pile> piles, Owed owed, List<To> everybody) {
        for (var to : everybody) {
            piles.computeIfAbsent(to.address(), unused -> new Pile(to)).matters.add(owed);
        }
    }

    /** Of what is to be told of a day, if it was not told yet; null for nothing. */
    private InboxReminder.@Nullable Occasion occasion(
            Submission submission,
            LocalDate day,
            InboxReminder.Occasion before,
            InboxReminder.Occasion due,
            Law law,
            LocalDate today) {
        var occasion = !day.isAfter(today) ? due : isSoon(submission, day, law, today) ? before : null;
        return occasion == null || reminders.isSent(submission.number(), occasion, day) ? null : occasion;
    }

    private static boolean isSoon(Submission submission, LocalDate day, Law law, LocalDate today) {
        return law.rule(submission.getKind(), TimeRule.Step.REMIND, Time.day(submission.getReceivedAt()))
                .map(TimeRule::limit)
                .filter(limit -> left(law, limit.unit(), today, day) <= limit.length())
                .isPresent();
    }

    private static long left(Law law, Limit.Unit unit, LocalDate today, LocalDate due) {
        return unit == Limit.Unit.WORKING ? law.calendar().working(today, due) : ChronoUnit.DAYS.between(today, due);
    }

    /** What is new of a submission, in words, each once. */
    private record News(Submission submission, LinkedHashSet<String> what) {}

    /** Whom to write to, and of what. */
    private static final class Newspaper {

        private final To to;
        private final List<News> news = new ArrayList<>();

        Newspaper(To to) {
            this.to = to;
        }
    }

    /**
     * One letter to each with what is new since they were told last: what was given to them or to their unit and nobody has begun, where a
     * sender wrote and nobody has acted on it, and what was answered by something that has changed.
     */
    @Permit(value = Permission.RUN_PORTAL, audited = false)
    public void tellNews() {
        if (!outbox.isOn()) {
            return;
        }
        var today = inbox.today();
        var day = inbox.now().isBefore(morning(today)) ? today.minusDays(1) : today;
        var until = morning(day);
        var newspapers = new LinkedHashMap<String, Newspaper>();
        for (var news : news(until.minus(NEW), until)) {
            for (var to : staff.handling(news.submission())) {
                newspapers
                        .computeIfAbsent(to.address(), unused -> new Newspaper(to))
                        .news
                        .add(news);
            }
        }
        var told = new TreeSet<Long>();
        for (var newspaper : newspapers.values()) {
            if (outbox.send(
                    newspaper.to,
                    InboxLetters.WORK,
                    Map.of(
                            InboxLetters.PERSON,
                            newspaper.to.name(),
                            InboxLetters.MATTERS,
                            listed(newspaper.news, this::line)))) {
                newspaper.news.forEach(news -> told.add(news.submission().number()));
            }
        }
        told.forEach(id -> reminders.add(new InboxReminder(id, InboxReminder.Occasion.NEWS, day, inbox.now())));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(Time.ZONE).toInstant();
    }

    private Collection<News> news(Instant after, Instant until) {
        var all = new TreeMap<Long, News>();
        for (var given : reminders.given(after, until)) {
            // Whoever takes something for themselves knows of it.
            if (!given.by().equals(given.submission().getHandler()) && isNews(given.submission(), given.at())) {
                add(all, given.submission(), "inbox.work.given");
            }
        }
        for (var written : reminders.written(after, until)) {
            if (isNews(written, Objects.requireNonNull(written.getSenderAt()))) {
                add(all, written, "inbox.work.written");
            }
        }
        for (var changed : reminders.changed(after, until)) {
            if (isNews(changed.submission(), changed.at())) {
                add(all, changed.submission(), "inbox.work.changed");
            }
        }
        return all.values();
    }

    private static void add(Map<Long, News> all, Submission submission, String what) {
        all.computeIfAbsent(submission.number(), unused -> new News(submission, new LinkedHashSet<>()))
                .what()
                .add(Words.VIETNAMESE.text(what));
    }

    private boolean isNews(Submission submission, Instant at) {
        return reminders
                .lastNews(submission.number())
                .map(InboxReminderService::morning)
                .filter(last -> !at.isAfter(last))
                .isEmpty();
    }

    private String line(News news) {
        return Words.VIETNAMESE.text(
                "inbox.work.line",
                String.valueOf(news.submission().number()),
                inbox.kind(news.submission().getKind()).name("vi"),
                String.join(", ", news.what()));
    }

    /** As many lines as a letter holds, and how many more there are. */
    private static <T> String listed(List<T> all, Function<T, String> line) {
        var lines = new ArrayList<>(all.subList(0, Math.min(MOST_LINES, all.size())).stream()
                .map(line)
                .toList());
        if (all.size() > MOST_LINES) {
            lines.add(Words.VIETNAMESE.text("inbox.remind.more", Words.VIETNAMESE.number(all.size() - MOST_LINES)));
        }
        return String.join("\n", lines);
    }

    private String line(Owed owed, LocalDate today) {
        var submission = owed.submission();
        return Words.VIETNAMESE.text(
                "inbox.remind.line",
                String.valueOf(submission.number()),
                inbox.kind(submission.getKind()).name("vi"),
                dueWords(owed, today, Words.VIETNAMESE),
                portal.absolute(InboxItemPage.PATH + "?" + InboxItemPage.NUMBER + "=" + submission.number()));
    }

    private static String dueWords(Owed owed, LocalDate today, Words words) {
        var days = ChronoUnit.DAYS.between(today, owed.day());
        var date = Time.date(owed.day());
        var number = words.number(Math.abs(days));
        return days < 0
                ? words.text("inboxDesk.due.late", owed.what(), number, date)
                : days == 0
                        ? words.text("inboxDesk.due.today", owed.what(), date)
                        : words.text("inboxDesk.due.left", owed.what(), number, date);
    }

    /** The numbers of what is late with anything. */
    public List<Long> late() {
        return reminders.late(inbox.today());
    }

    /** Tells a sender that the answer is late and where it stands, if that is due and was not told. */
    @Permit(Permission.RUN_PORTAL)
    public void tellSender(@Subject long id) {
        var submission = repository.find(id).orElse(null);
        if (submission == null || !submission.getState().isOpen()) {
            return;
        }
        var law = legal.law();
        var today = inbox.today();
        var due = inbox.clock(submission, law, repository.events(id))
                .answer()
                .flatMap(each -> Optional.ofNullable(each.reckoning().due()))
                .orElse(null);
        var every = law.rule(submission.getKind(), TimeRule.Step.STATUS, Time.day(submission.getReceivedAt()))
                .map(TimeRule::limit)
                .orElse(null);
        if (due == null || every == null) {
            return;
        }
        var day = newest(law, every, due, today);
        if (day == null || reminders.isSent(id, InboxReminder.Occasion.LATE, day)) {
            return;
        }
        var words = Words.of(submission.getLanguage());
        var late = words.number(ChronoUnit.DAYS.between(due, today));
        var where = words.text(
                "inbox.late.text",
                submission.getUnit().isEmpty()
                        ? words.text("inbox.late.office")
                        : units.names().getOrDefault(submission.getUnit(), submission.getUnit()),
                words.text("InboxState." + submission.getState() + ".sender"),
                words.number(every.length()),
                every.basis());
        if (mail(submission, due, late, where)) {
            reminders.add(new InboxReminder(id, InboxReminder.Occasion.LATE, day, inbox.now()));
            inbox.noteOfPortal(
                    submission,
                    InboxDeed.TELL_LATE,
                    words.text("inbox.late.said", late, Time.date(due)) + "\n" + where);
        }
    }

    /** The last day up to today on which a notice was to be given; null if the first is still to come. */
    private static @Nullable LocalDate newest(Law law, Limit every, LocalDate due, LocalDate today) {
        @Nullable LocalDate newest = null;
        var next = after(law, every, due);
        while (!next.isAfter(today)) {
            newest = next;
            next = after(law, every, next);
        }
        return newest;
    }

    private static LocalDate after(Law law, Limit every, LocalDate day) {
        return every.unit() == Limit.Unit.WORKING
                ? law.calendar().plus(day, every.length())
                : day.plusDays(every.length());
    }

    /** @return whether there is nothing more to be done: not if a letter is owed, and the outbox takes none now */
    private boolean mail(Submission submission, LocalDate due, String late, String where) {
        var email = inbox.open(submission.getEmailSealed());
        // What nobody has looked at is answered by nobody; a program may have filled in anybody's address.
        if (email.isEmpty() || submission.isSuspect() || !outbox.isOn()) {
            return true;
        }
        var name = inbox.open(submission.getNameSealed());
        var code = inbox.open(submission.getCodeSealed());
        if (FieldCipher.isUnopened(email) || FieldCipher.isUnopened(name) || FieldCipher.isUnopened(code)) {
            // Without the key nobody can be written to; with it again, the newest notice is.
            return false;
        }
        return outbox.send(
                new To(email, InboxLetters.name(name), submission.getLanguage()),
                InboxLetters.LATE,
                Map.of(
                        InboxLetters.PERSON,
                        InboxLetters.person(InboxLetters.name(name), Words.of(submission.getLanguage())),
                        InboxLetters.KIND,
                        inbox.kind(submission.getKind()).name(submission.getLanguage()),
                        InboxLetters.DUE,
                        Time.date(due),
                        InboxLetters.DAYS_LATE,
                        late,
                        InboxLetters.TEXT,
                        where,
                        InboxLetters.CODE,
                        new TrackingCode(code).grouped()));
    }
}
