package vn.minhbach.inbox;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies with a submission beside itself and its steps: how it came in, what it was joined with, what was promised, and on what its
 * answer rests.
 *
 * @param slip the key of its receipt, as long as that can be opened, for who took it down; empty otherwise
 * @param main the one that it was joined to; null for none
 * @param joined what was joined to it
 * @param alike what may be the same matter, for who may join them
 * @param basis on what the newest answer rests
 * @param changed whether the answer that the sender has rests on something that changed since
 * @param named whether a note names whoever looks, and they have not said that they saw it
 * @param colleagues who may be named in a note, or given it
 */
public record Dossier(
        InboxChannel channel,
        String takenBy,
        Intake.Consent consent,
        Instant recordedAt,
        String slip,
        @Nullable LocalDate promiseDay,
        boolean promiseDue,
        @Nullable Other main,
        List<Other> joined,
        List<Other> alike,
        List<Rest> basis,
        boolean changed,
        boolean named,
        List<Person> colleagues)
        implements Serializable {

    /**
     * Another submission.
     *
     * @param alike why it may be the same; null if that was decided
     */
    public record Other(
            long id,
            String subject,
            InboxState state,
            Instant receivedAt,
            @Nullable Alike alike) implements Serializable {}

    /** Why two may be the same matter. */
    public enum Alike {
        /** The same text, whoever sent it. */
        TEXT,
        /** The same sender, and much the same subject. */
        SENDER,
        /** Many words in common that few others have, whoever sent them; open, and of the same kind. */
        WORDS
    }

    /** Something that the answer rests on. */
    public record Rest(Basis.Source source, boolean changed) implements Serializable {}

    /** Somebody of the staff. */
    public record Person(String account, String name) implements Serializable {}

    public Dossier {
        joined = List.copyOf(joined);
        alike = List.copyOf(alike);
        basis = List.copyOf(basis);
        colleagues = List.copyOf(colleagues);
    }
}
