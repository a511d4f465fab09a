package vn.minhbach.job;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import vn.minhbach.shared.Text;
import vn.minhbach.store.StringListConverter;

/** Something that a {@link Job} could not do, and that people have to look at. It is gone as soon as the job gets over it. */
@Entity
@Table(name = "job_trouble")
public class Trouble {

    private static final int LONGEST = 1_000;

    @Id
    private String job = "";

    @Column(name = "message_key")
    private String messageKey = "";

    @Convert(converter = StringListConverter.class)
    private List<String> given = List.of();

    private Instant since = Instant.EPOCH;

    protected Trouble() {}

    Trouble(String job, Instant since) {
        this.job = job;
        this.since = since;
    }

    void say(String key, List<String> gaps) {
        messageKey = key;
        given = gaps.stream().map(gap -> Text.cut(Text.line(gap), LONGEST / 4)).toList();
    }

    /** What the job is called. */
    public String getJob() {
        return job;
    }

    /** The key of the sentence that tells it. */
    public String getMessageKey() {
        return messageKey;
    }

    /** What stands in the gaps of the sentence. */
    public List<String> getGiven() {
        return given;
    }

    /** When it was met first. */
    public Instant getSince() {
        return since;
    }
}
