package vn.minhbach.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.privacy.SealedValue;
import vn.minhbach.shared.Text;

/**
 * A letter that the portal owes somebody, from the transaction that owes it until some months after it was sent. Its Message-ID is
 * made once; however often it is tried, it is the same letter.
 */
@Entity
@Table(name = "mail_letter")
public class Letter {

    /** The columns by which a list of letters may be ordered. */
    public static final String BY_RECIPIENT = "address";

    public static final String BY_STATE = "state";
    public static final String BY_DAY = "createdAt";

    /** What became of it. */
    public enum State {
        WAITING,
        SENT,
        GIVEN_UP
    }

    /** The pause after each attempt that failed; after the last it is given up, unless a citizen is owed it: then the last comes again. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mail_letter_seq")
    @SequenceGenerator(name = "mail_letter_seq", sequenceName = "mail_letter_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "message_id", updatable = false)
    private String messageId = "";

    @Column(name = "letter_kind", updatable = false)
    private String kind = "";

    private String address = "";

    @Column(name = "recipient")
    private String name = "";

    @Column(updatable = false)
    private String language = "vi";

    private String subject = "";

    private String body = "";

    /** Whether the text opens something. */
    @Column(updatable = false)
    private boolean secret;

    /** Recipient and subject without marks and capitals: what the filter of the list looks in. */
    private String sought = "";

    /** Whether it goes to a citizen: then all that tells to whom lies sealed, until it was sent. */
    @Column(updatable = false)
    private boolean citizen;

    @Column(name = "address_sealed")
    private String addressSealed = "";

    @Column(name = "text_sealed")
    private String textSealed = "";

    /** The blind mark of a citizen's address. */
    @Column(name = "address_key")
    private String addressKey = "";

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private int attempts;

    /** Counts how often it was put on the list of what is due; an earlier alarm is not heard. */
    private int turn;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "useful_until")
    private Instant usefulUntil = Instant.EPOCH;

    /** From when on it may be tried: later than it was written if its address was written often, or too much waits. */
    @Column(name = "first_attempt", updatable = false)
    private Instant firstAttempt = Instant.EPOCH;

    @Column(name = "next_attempt")
    private Instant nextAttempt = Instant.EPOCH;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Enumerated(EnumType.STRING)
    private MailProblem problem = MailProblem.NONE;

    /** What the mail server said of it, in its own words. */
    private String answer = "";

    protected Letter() {}

    Letter(String messageId, LetterKind kind, To to, LetterText text, Instant now, Instant first) {
        this.messageId = messageId;
        this.kind = kind.key();
        address = to.address();
        name = to.name();
        language = to.language();
        subject = text.subject();
        body = text.text();
        secret = kind.isSecret();
        sought = Text.cut(Text.fold(address + "\n" + name + "\n" + subject), 600);
        createdAt = now;
        usefulUntil = first.plus(kind.useful());
        firstAttempt = first;
        nextAttempt = first;
    }

    /** Seals what tells for whom it is. */
    void seal(LetterSealer sealer) {
        citizen = true;
        addressSealed = sealer.address(sealedRow(), address);
        addressKey = sealer.key(address);
        textSealed = sealer.text(sealedRow(), name, subject, body);
        forgetRecipient();
        body = "";
    }

    private SealedRow sealedRow() {
        return SealedRow.of("mail_letter", messageId);
    }

    private void forgetRecipient() {
        address = "";
        name = "";
        subject = "";
        sought = "";
    }

    /** Nothing is to tell any more to whom it went. */
    void forget() {
        forgetRecipient();
        body = "";
        addressSealed = "";
        textSealed = "";
        addressKey = "";
    }

    boolean isSealed() {
        return !addressSealed.isEmpty();
    }

    boolean isWaiting(int turn) {
        return state == State.WAITING && this.turn == turn;
    }

    boolean isTooOld(Instant now) {
        return now.isAfter(usefulUntil);
    }

    /** Counted before it is tried: a node that dies while trying has tried. */
    void tried() {
        attempts++;
    }

    void sent(Instant now) {
        state = State.SENT;
        sentAt = now;
        problem = MailProblem.NONE;
        answer = "";
        forgetSecret();
    }

    /** @return whether there is another attempt, at {@link #getNextAttempt()} */
    boolean failed(MailProblem problem, String answer, Instant now) {
        this.problem = problem;
        // Servers like to repeat the address that they do not know.
        this.answer = Text.cut(citizen ? withoutAddresses(answer) : Text.line(answer), 300);
        if (problem.isFinal() || !citizen && attempts >= MOST_ATTEMPTS) {
            state = State.GIVEN_UP;
            forgetSecret();
            return false;
        }
        again(now.plus(PAUSES.get(Math.clamp(attempts - 1, 0, PAUSES.size() - 1))));
        return true;
    }

    private static String withoutAddresses(String answer) {
        return Arrays.stream(Text.line(answer).split(" "))
                .map(word -> word.indexOf('@') < 0 ? word : "…")
                .collect(Collectors.joining(" "));
    }

    /** Tried later without having been tried now. */
    void postpone(MailProblem problem, Instant until) {
        this.problem = problem;
        again(until);
    }

    /** Somebody wants a letter tried again that was given up. */
    void retry(Instant now) {
        state = State.WAITING;
        attempts = 0;
        usefulUntil = now.plus(LetterKind.DAYS);
        again(now);
    }

    void again(Instant when) {
        turn++;
        nextAttempt = when;
    }

    private void forgetSecret() {
        if (secret || citizen) {
            body = "";
        }
        if (citizen) {
            forgetRecipient();
            addressSealed = "";
            textSealed = "";
        }
    }

    /** Whether there is still something to send. */
    public boolean isRetryable() {
        return state == State.GIVEN_UP && !body.isEmpty();
    }

    public @Nullable Long getId() {
        return id;
    }

    long number() {
        return Objects.requireNonNull(id);
    }

    String getMessageId() {
        return messageId;
    }

    /** The key of its {@link LetterKind}. */
    public String getKind() {
        return kind;
    }

    /** Empty for a letter to a citizen. */
    public String getAddress() {
        return address;
    }

    SealedValue getAddressSealed() {
        return new SealedValue(MailSeals.ADDRESS, sealedRow(), addressSealed);
    }

    SealedValue getTextSealed() {
        return new SealedValue(MailSeals.TEXT, sealedRow(), textSealed);
    }

    String getAddressKey() {
        return addressKey;
    }

    /** Whether it goes to a citizen, whom no list names. */
    public boolean isCitizen() {
        return citizen;
    }

    public String getName() {
        return name;
    }

    String getLanguage() {
        return language;
    }

    public String getSubject() {
        return subject;
    }

    /** Nobody reads it in the portal. */
    String getBody() {
        return body;
    }

    public State getState() {
        return state;
    }

    public int getAttempts() {
        return attempts;
    }

    int getTurn() {
        return turn;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    Instant getFirstAttempt() {
        return firstAttempt;
    }

    public Instant getNextAttempt() {
        return nextAttempt;
    }

    public MailProblem getProblem() {
        return problem;
    }

    public String getAnswer() {
        return answer;
    }
}
