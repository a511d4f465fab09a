package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Tells of due days: whoever has a matter before it is due and when it is, its sender again and again while the answer is late. How long
 * before, and how often, are rules of {@code legal}. Of each occasion is told once; after a time in which the portal was down of the newest
 * one only. A letter to the staff names numbers, kinds and days, and nothing that a sender wrote.
 */
@ApplicationScoped
@Transactional
public class InboxReminderService {

    /** No rule reminds earlier than so. */
    private static final int DAYS_AHEAD = 120;

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

    private record Owed(Submission submission, InboxReminder.Occasion occasion) {}

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
            var occasion = occasion(submission, law, today);
            if (occasion == null || reminders.isSent(submission.number(), occasion, submission.getDueDay())) {
                continue;
            }
            for (var to : staff.responsible(submission)) {
                piles.computeIfAbsent(to.address(), unused -> new Pile(to))
                        .matters
                        .add(new Owed(submission, occasion));
            }
        }
        var told = new LinkedHashMap<Long, Owed>();
        for (var pile : piles.values()) {
            if (outbox.send(
                    pile.to,
                    InboxLetters.REMINDER,
                    Map.of(InboxLetters.PERSON, pile.to.name(), InboxLetters.MATTERS, lines(pile.matters, today)))) {
                pile.matters.forEach(owed -> told.put(owed.submission().number(), owed));
            }
        }
        told.forEach((id, owed) -> {
            reminders.add(
                    new InboxReminder(id, owed.occasion(), owed.submission().getDueDay(), inbox.now()));
            inbox.noteOfPortal(
                    owed.submission(), InboxDeed.REMIND_STAFF, dueWords(owed.submission(), today, Words.VIETNAMESE));
        });
    }

    private static InboxReminder.@Nullable Occasion occasion(Submission submission, Law law, LocalDate today) {
        var due = submission.getDueDay();
        if (!due.isAfter(today)) {
            return InboxReminder.Occasion.DUE;
        }
        return law.rule(submission.getKind(), TimeRule.Step.REMIND, Time.day(submission.getReceivedAt()))
                .map(TimeRule::limit)
                .filter(limit -> left(law, limit.unit(), today, due) <= limit.length())
                .map(unused -> InboxReminder.Occasion.BEFORE)
                .orElse(null);
    }

    private static long left(Law law, Limit.Unit unit, LocalDate today, LocalDate due) {
        return unit == Limit.Unit.WORKING ? law.calendar().working(today, due) : ChronoUnit.DAYS.between(today, due);
    }

    private String lines(List<Owed> matters, LocalDate today) {
        var words = Words.VIETNAMESE;
        var lines = new ArrayList<String>();
        for (var owed : matters.subList(0, Math.min(MOST_LINES, matters.size()))) {
            var submission = owed.submission();
            lines.add(words.text(
                    "inbox.remind.line",
                    String.valueOf(submission.number()),
                    inbox.kind(submission.getKind()).name("vi"),
                    dueWords(submission, today, words),
                    portal.absolute(InboxItemPage.PATH + "?" + InboxItemPage.NUMBER + "=" + submission.number())));
        }
        if (matters.size() > MOST_LINES) {
            lines.add(words.text("inbox.remind.more", words.number(matters.size() - MOST_LINES)));
        }
        return String.join("\n", lines);
    }

    private static String dueWords(Submission submission, LocalDate today, Words words) {
        var step = submission.getDueStep();
        var what = step == null ? "" : words.text("TimeRule.Step." + step);
        var days = ChronoUnit.DAYS.between(today, submission.getDueDay());
        var date = Time.date(submission.getDueDay());
        var number = words.number(Math.abs(days));
        return days < 0
                ? words.text("inboxDesk.due.late", what, number, date)
                : days == 0
                        ? words.text("inboxDesk.due.today", what, date)
                        : words.text("inboxDesk.due.left", what, number, date);
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
        var email = inbox.open(InboxSeals.EMAIL, submission.getEmailSealed());
        if (email.isEmpty() || !outbox.isOn()) {
            return true;
        }
        var name = inbox.open(InboxSeals.NAME, submission.getNameSealed());
        var code = inbox.open(InboxSeals.CODE, submission.getCodeSealed());
        if (FieldCipher.isUnopened(email) || FieldCipher.isUnopened(name) || FieldCipher.isUnopened(code)) {
            // Without the key nobody can be written to; with it again, the newest notice is.
            return false;
        }
        return outbox.send(
                new To(email, name, submission.getLanguage()),
                InboxLetters.LATE,
                Map.of(
                        InboxLetters.PERSON,
                        name,
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
