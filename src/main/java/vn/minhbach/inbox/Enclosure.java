package vn.minhbach.inbox;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.FileKey;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.privacy.SealedValue;

/**
 * A file that a citizen sent along, a photo or a PDF. While its form is not sent yet it waits, and is known by its place to that form alone; then it
 * belongs to the submission, and to the message that it came with. Its bytes lie in the {@link EnclosureStore}, sealed by a key of its own; key and
 * name lie here, sealed.
 *
 * <p>Or one of the staff's. It is put by for what somebody writes, and is theirs alone until they hand that on: then it goes with those versions of the
 * answer that have it; or, where they took down what was said, it is the sender's as if they had sent it.
 */
@Entity
@Table(name = "inbox_enclosure")
public class Enclosure {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_enclosure_seq")
    @SequenceGenerator(name = "inbox_enclosure_seq", sequenceName = "inbox_enclosure_seq", allocationSize = 50)
    private @Nullable Long id;

    /** So that two forms that claim it at the same moment do not both believe that they have it. */
    @Version
    private long version;

    private String place = "";

    @Column(name = "form_key")
    private String formKey = "";

    @Column(name = "content_key")
    private String contentKey = "";

    /** Null while it waits. */
    @Column(name = "submission_id")
    private @Nullable Long submission;

    /** Null for what came with the submission itself. */
    @Column(name = "event_id")
    private @Nullable Long event;

    @Column(name = "name_sealed")
    private String nameSealed = "";

    @Column(name = "key_sealed")
    private String keySealed = "";

    @Column(name = "media_type")
    private String mediaType = "";

    @Column(name = "size_bytes")
    private long size;

    private int width;

    private int height;

    @Column(name = "client_key")
    private String clientKey = "";

    @Column(name = "received_at")
    private Instant receivedAt = Instant.EPOCH;

    /** Who of the staff brought it; empty for what is its sender's. */
    private String author = "";

    /** By which the database has once what they brought twice; null for what is handed on, or its sender's. */
    @Column(name = "put_by_key")
    private @Nullable String putByKey;

    /** The versions of the answer that it goes with, the first and the last; 0 for none. */
    @Column(name = "answer_from")
    private int answerFrom;

    @Column(name = "answer_until")
    private int answerUntil;

    /** Who are writing versions that it does not go with: each their own. */
    @ElementCollection
    @CollectionTable(name = "inbox_enclosure_left_out", joinColumns = @JoinColumn(name = "enclosure_id"))
    @Column(name = "account")
    private Set<String> leftOutBy = new HashSet<>();

    protected Enclosure() {}

    /** By which a waiting file is found again. */
    record Keys(String form, String content, String client) {}

    /** What it is. */
    record Shape(String mediaType, long size, int width, int height) {}

    /** A file that waits for its form. */
    Enclosure(String place, Keys keys, Shape shape, Instant now) {
        this.place = place;
        formKey = keys.form();
        contentKey = keys.content();
        clientKey = keys.client();
        mediaType = shape.mediaType();
        size = shape.size();
        width = shape.width();
        height = shape.height();
        receivedAt = now;
    }

    /**
     * Keeps name and key, sealed.
     *
     * @param matter the identity of the submission that it belongs to; empty while it waits
     */
    void keep(String name, FileKey key, String matter, FieldCipher cipher) {
        var row = sealedRow(matter);
        nameSealed = cipher.seal(name, InboxSeals.ENCLOSURE_NAME, row);
        keySealed = cipher.seal(key.text(), InboxSeals.ENCLOSURE_KEY, row);
    }

    /** The form is bound as well: what waits for one does not come with another. */
    private SealedRow sealedRow(String matter) {
        return SealedRow.of("inbox_enclosure", place, formKey, matter);
    }

    Shape shape() {
        return new Shape(mediaType, size, width, height);
    }

    /** It was sent; from where is nobody's business any more. */
    void belong(long submission, @Nullable Long event) {
        this.submission = submission;
        this.event = event;
        clientKey = "";
        author = "";
        putByKey = null;
    }

    /**
     * Somebody of the staff has brought it for what they write.
     *
     * @param answered the submission that they answer; null where they take one down
     */
    void putBy(String account, @Nullable Long answered) {
        author = account;
        putByKey = account + " " + contentKey;
        submission = answered;
    }

    /** Whether somebody has put it by and not handed it on. */
    boolean isPutBy() {
        return !isSenders() && answerFrom == 0;
    }

    boolean isPutBy(String account) {
        return isPutBy() && author.equals(account);
    }

    /** Whether it is its sender's, and none of the office's. */
    boolean isSenders() {
        return author.isEmpty();
    }

    /** It goes with a version of the answer: the first that has it, or the one behind the last. */
    void goWith(int version) {
        answerFrom = answerFrom == 0 ? version : answerFrom;
        answerUntil = version;
        putByKey = null;
    }

    /** Whether it goes with a version of the answer. */
    boolean isOf(int version) {
        return answerFrom > 0 && answerFrom <= version && version <= answerUntil;
    }

    /** @param account who writes a version that it does not go with */
    void leaveOut(String account) {
        leftOutBy.add(account);
    }

    /** They write no such version any more. */
    void takeBackIn(String account) {
        leftOutBy.remove(account);
    }

    boolean isLeftOutBy(String account) {
        return leftOutBy.contains(account);
    }

    String getAuthor() {
        return author;
    }

    int getAnswerFrom() {
        return answerFrom;
    }

    int getAnswerUntil() {
        return answerUntil;
    }

    boolean waits() {
        return submission == null;
    }

    long number() {
        return id == null ? 0 : id;
    }

    String getPlace() {
        return place;
    }

    String getFormKey() {
        return formKey;
    }

    String getContentKey() {
        return contentKey;
    }

    @Nullable
    Long getSubmission() {
        return submission;
    }

    @Nullable
    Long getEvent() {
        return event;
    }

    /** @param matter the identity of the submission that it belongs to; empty while it waits */
    SealedValue getNameSealed(String matter) {
        return new SealedValue(InboxSeals.ENCLOSURE_NAME, sealedRow(matter), nameSealed);
    }

    SealedValue getKeySealed(String matter) {
        return new SealedValue(InboxSeals.ENCLOSURE_KEY, sealedRow(matter), keySealed);
    }

    String getClientKey() {
        return clientKey;
    }

    public @Nullable Long getId() {
        return id;
    }

    public String getMediaType() {
        return mediaType;
    }

    public long getSize() {
        return size;
    }

    public int getWidth() {
        return width;
    }

    public int getHeight() {
        return height;
    }

    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }
}
