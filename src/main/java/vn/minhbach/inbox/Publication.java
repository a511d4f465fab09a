package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import vn.minhbach.shared.Html;

/** What everybody may read of a submission and its answer. Nothing else of it ever leaves the office. */
@Entity
@Table(name = "inbox_publication")
public class Publication {

    /** That of the submission. */
    @Id
    @Column(name = "submission_id")
    private long id;

    private String slug = "";

    @Column(name = "kind_key")
    private String kind = "";

    private String title = "";
    private String question = "";
    private String answer = "";

    @Column(name = "unit_slug")
    private String unit = "";

    @Column(name = "procedure_code")
    private String procedure = "";

    /** Which version of the answer it tells; 0 if that is not known. */
    @Column(name = "answer_number")
    private int answerNumber;

    /** The day is told, not the hour: an hour may tell who asked. */
    @Column(name = "received_at")
    private Instant receivedAt = Instant.EPOCH;

    @Column(name = "answered_at")
    private Instant answeredAt = Instant.EPOCH;

    @Column(name = "published_at")
    private Instant publishedAt = Instant.EPOCH;

    /** How often readers said that it helped them; nobody knows which. */
    private long useful;

    protected Publication() {}

    Publication(long id, String slug) {
        this.id = id;
        this.slug = slug;
    }

    /**
     * Has its address from a title, if the one that it has says a word that the title does not say any more: whoever masked a name there, or left it
     * out, wants it to be read nowhere. The former address leads nowhere then, for a way from it to this one would tell whose it was.
     */
    void standAt(String now) {
        if (!words(now).containsAll(words(slug))) {
            slug = now;
        }
    }

    private static Set<String> words(String slug) {
        return Set.copyOf(Arrays.asList(slug.split("-")));
    }

    /**
     * Tells the answer that the sender has.
     *
     * @param procedure the code of what it is about; empty for none
     */
    void write(
            Submission of,
            String procedure,
            String title,
            String question,
            String answer,
            Instant answeredAt,
            Instant now) {
        kind = of.getKind();
        this.title = title;
        this.question = question;
        this.answer = answer;
        unit = of.getUnit();
        this.procedure = procedure;
        answerNumber = of.getSentAnswer();
        receivedAt = of.getReceivedAt();
        this.answeredAt = answeredAt;
        publishedAt = now;
    }

    public long getId() {
        return id;
    }

    public String getSlug() {
        return slug;
    }

    public String getPath() {
        return "/hoi-dap/" + slug;
    }

    public String getKind() {
        return kind;
    }

    public String getTitle() {
        return title;
    }

    public String getQuestion() {
        return question;
    }

    /** Rich text. What was published before there was an editor for answers is plain. */
    public String getAnswerHtml() {
        return Html.rich(answer);
    }

    /** The words of the answer, where no markup may stand. */
    public String getAnswerText() {
        return Html.text(getAnswerHtml());
    }

    public String getUnit() {
        return unit;
    }

    public String getProcedure() {
        return procedure;
    }

    int getAnswerNumber() {
        return answerNumber;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    public Instant getAnsweredAt() {
        return answeredAt;
    }

    public Instant getPublishedAt() {
        return publishedAt;
    }

    public long getUseful() {
        return useful;
    }
}
