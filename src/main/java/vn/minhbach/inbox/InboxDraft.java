package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.privacy.SealedValue;
import vn.minhbach.shared.Text;

/**
 * An answer that somebody has begun to write and not handed on, as it stood a few seconds ago: it survives the end of a session, a crash of
 * the browser, a restart of the server. It is theirs alone and lies sealed as the answer itself does, and goes when they hand the answer on or
 * give it up.
 */
@Entity
@Table(name = "inbox_draft")
class InboxDraft {

    private static final int LONGEST_BASIS = 40_000;
    private static final int PARTS = 4;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_draft_seq")
    @SequenceGenerator(name = "inbox_draft_seq", sequenceName = "inbox_draft_seq", allocationSize = 50)
    private @Nullable Long id;

    private String account = "";

    @Column(name = "submission_id")
    private long submission;

    /** The newest version of the answer when it was kept; 0 for none. */
    @Column(name = "base_version")
    private int base;

    @Column(name = "full_sealed")
    private String fullSealed = "";

    @Column(name = "public_title_sealed")
    private String titleSealed = "";

    @Column(name = "public_question_sealed")
    private String questionSealed = "";

    @Column(name = "public_answer_sealed")
    private String publicSealed = "";

    /** On what the answer rests, all of it public: a line each, its parts between tabulators; null if nothing of that was kept yet. */
    private @Nullable String basis;

    @Column(name = "kept_at")
    private Instant keptAt = Instant.EPOCH;

    protected InboxDraft() {}

    InboxDraft(String account, long submission) {
        this.account = account;
        this.submission = submission;
    }

    /** Keeps what was typed, sealed for its owner and this submission. */
    void keep(int version, SaidOfDeed said, FieldCipher cipher, Instant now) {
        var row = sealedRow();
        base = version;
        fullSealed = cipher.seal(said.answer(), InboxSeals.DRAFT, row);
        titleSealed = cipher.seal(said.title(), InboxSeals.DRAFT_TITLE, row);
        questionSealed = cipher.seal(said.question(), InboxSeals.DRAFT_QUESTION, row);
        publicSealed = cipher.seal(said.publicAnswer(), InboxSeals.DRAFT_PUBLIC, row);
        keptAt = now;
    }

    private SealedRow sealedRow() {
        return SealedRow.of("inbox_draft", account, submission);
    }

    void rest(List<Basis.Source> sources) {
        basis = Text.cut(
                sources.stream()
                        .map(source ->
                                String.join("\t", source.kind(), source.id(), source.path(), Text.line(source.title())))
                        .collect(Collectors.joining("\n")),
                LONGEST_BASIS);
    }

    /** On what the answer rests; null if nothing of that was kept yet. */
    @Nullable
    List<Basis.Source> rested() {
        var lines = basis;
        return lines == null
                ? null
                : Arrays.stream(lines.split("\n"))
                        .map(line -> line.split("\t", PARTS))
                        .filter(parts -> parts.length == PARTS)
                        .map(parts -> new Basis.Source(parts[0], parts[1], parts[2], parts[3]))
                        .toList();
    }

    @Nullable
    Long getId() {
        return id;
    }

    String getAccount() {
        return account;
    }

    long getSubmission() {
        return submission;
    }

    int getBase() {
        return base;
    }

    SealedValue getFullSealed() {
        return new SealedValue(InboxSeals.DRAFT, sealedRow(), fullSealed);
    }

    SealedValue getTitleSealed() {
        return new SealedValue(InboxSeals.DRAFT_TITLE, sealedRow(), titleSealed);
    }

    SealedValue getQuestionSealed() {
        return new SealedValue(InboxSeals.DRAFT_QUESTION, sealedRow(), questionSealed);
    }

    SealedValue getPublicSealed() {
        return new SealedValue(InboxSeals.DRAFT_PUBLIC, sealedRow(), publicSealed);
    }

    Instant getKeptAt() {
        return keptAt;
    }
}
