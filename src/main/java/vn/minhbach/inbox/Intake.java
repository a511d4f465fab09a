package vn.minhbach.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;

/**
 * How a submission came in. Decree 20/2008/NĐ-CP takes it in writing, by telephone and by the portal alike; whoever writes down what was
 * said writes down too on which day it came, since the limits run from then, and how its sender agreed that their data be used.
 *
 * @param by the account of who took it down; empty if its sender filled in the form
 */
public record Intake(InboxChannel channel, LocalDate day, Consent consent, String by) {

    /** How its sender agreed that the office use what they gave. */
    public enum Consent {
        /** Marked it in the portal's form. */
        FORM,
        /** Said so when it was read out to them. */
        SPOKEN,
        /** Wrote so, or signed it. */
        WRITTEN
    }

    /** Longer ago is a slip of the hand. */
    static final int MOST_DAYS = 90;

    /** When what came on a former day is taken to have come. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** By the portal's form, just now. */
    static Intake online(LocalDate today) {
        return new Intake(InboxChannel.WEB, today, Consent.FORM, "");
    }

    /** @throws RuleBrokenException if nothing can have come so */
    void check(LocalDate today) {
        if (channel == InboxChannel.WEB) {
            throw new RuleBrokenException("inbox.intake.error.channel", "channel");
        }
        if (consent == Consent.FORM) {
            throw new RuleBrokenException("inbox.intake.error.consent", "consent");
        }
        if (day.isAfter(today)) {
            throw new RuleBrokenException("inbox.intake.error.future", "day");
        }
        if (day.isBefore(today.minusDays(MOST_DAYS))) {
            throw new RuleBrokenException("inbox.intake.error.past", "day");
        }
    }

    /** The moment of receipt, for what is written down now. */
    Instant receivedAt(Instant now) {
        return day.equals(Time.day(now))
                ? now
                : day.atTime(MORNING).atZone(Time.ZONE).toInstant();
    }
}
