package vn.minhbach.relay;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.History;
import vn.minhbach.fetch.FetchTrouble;
import vn.minhbach.shared.Text;

/** Somebody whose news the department relays: their feed, where its news goes, and how it went when it was last looked at. */
@Entity
@Table(name = "relay_source")
public class RelaySource {

    /** The columns by which a list of sources may be ordered. */
    static final String BY_NAME = "name";

    static final String BY_SECTION = "section";
    static final String BY_LOOK = "lookedAt";

    /** How the history calls it. */
    static final String KIND = "relay-source";

    /** From one look to the next, in minutes: what may be chosen, and what a new source begins with. */
    static final List<Integer> MINUTES = List.of(15, 30, 60, 180, 720, 1440);

    static final int USUAL_MINUTES = 30;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "relay_source_seq")
    @SequenceGenerator(name = "relay_source_seq", sequenceName = "relay_source_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String name = "";

    private String address = "";

    @Column(name = "section_slug")
    private String section = "";

    private String responsible = "";

    @Column(name = "every_minutes")
    private int minutes = USUAL_MINUTES;

    private boolean active = true;

    /** Name and address without marks, by which it is looked for. */
    @Column(name = "sought")
    private String sought = "";

    private String etag = "";

    @Column(name = "last_modified")
    private String lastModified = "";

    @Column(name = "next_look")
    private Instant nextLook = Instant.EPOCH;

    @Column(name = "looked_at")
    private @Nullable Instant lookedAt;

    @Enumerated(EnumType.STRING)
    private RelayResult result = RelayResult.NEVER;

    @Enumerated(EnumType.STRING)
    private @Nullable FetchTrouble trouble;

    /** The HTTP status, where there was one. */
    private int status;

    private int failures;

    /** How many drafts the last look that was good has made. */
    @Column(name = "last_new")
    private int lastNew;

    /** The last trouble with it, kept after it went well again; null if there never was one. */
    @Column(name = "failed_at")
    private @Nullable Instant failedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "failed_result")
    private @Nullable RelayResult failedResult;

    @Enumerated(EnumType.STRING)
    @Column(name = "failed_trouble")
    private @Nullable FetchTrouble failedTrouble;

    @Column(name = "failed_status")
    private int failedStatus;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected RelaySource() {}

    RelaySource(Said said, Instant now, String by) {
        nextLook = now;
        write(said, now, by);
    }

    /**
     * What people say of a source.
     *
     * @param section the slug of the section in which its drafts begin
     * @param responsible the account's name of whoever looks after it
     * @param minutes from one look to the next
     */
    public record Said(String name, String address, String section, String responsible, int minutes, boolean active) {

        public Said {
            name = Text.cut(Text.line(name), 200);
            address = Text.line(address);
            responsible = Text.cut(Text.line(responsible), 60);
        }

        /** As the audit names it. */
        @Override
        public String toString() {
            return name + " · " + address;
        }
    }

    /** Another address is another feed: what the old one said of itself is forgotten. What was paused begins at once. */
    final void write(Said said, Instant now, String by) {
        if (!address.equals(said.address())) {
            etag = "";
            lastModified = "";
            failures = 0;
            nextLook = now;
        } else if (minutes != said.minutes() || !active && said.active()) {
            nextLook = now;
        }
        name = said.name();
        address = said.address();
        section = said.section();
        responsible = said.responsible();
        minutes = said.minutes();
        active = said.active();
        sought = sought(said);
        updatedAt = now;
        updatedBy = by;
    }

    static String sought(Said said) {
        return Text.cut(Text.fold(said.name() + "\n" + said.address()), 1_500);
    }

    Said said() {
        return new Said(name, address, section, responsible, minutes, active);
    }

    History.Row row() {
        return new History.Row(KIND, String.valueOf(id), name);
    }

    Map<String, String> state() {
        var state = new LinkedHashMap<String, String>();
        state.put("name", name);
        state.put("address", address);
        state.put("section", section);
        state.put("responsible", responsible);
        state.put("minutes", Integer.toString(minutes));
        state.put("active", Boolean.toString(active));
        return state;
    }

    static Said said(Map<String, String> state) {
        return new Said(
                state.getOrDefault("name", ""),
                state.getOrDefault("address", ""),
                state.getOrDefault("section", ""),
                state.getOrDefault("responsible", ""),
                Integer.parseInt(state.getOrDefault("minutes", Integer.toString(USUAL_MINUTES))),
                Boolean.parseBoolean(state.getOrDefault("active", "true")));
    }

    boolean isDue(Instant now) {
        return active && !nextLook.isAfter(now);
    }

    /** Somebody wants it looked at now. */
    void soon(Instant now) {
        nextLook = now;
    }

    /** It is being looked at; whoever dies over it has looked. */
    void looking(Instant now) {
        nextLook = now.plus(every());
        lookedAt = now;
    }

    void answered(RelayResult result, int status, int found, String etag, String lastModified) {
        this.result = result;
        this.status = status;
        trouble = null;
        failures = 0;
        lastNew = found;
        this.etag = Text.cut(Text.line(etag), 300);
        this.lastModified = Text.cut(Text.line(lastModified), 100);
    }

    /** Each failure in succession doubles the pause, and the source itself may ask for a longer one; a day is the longest. */
    void failed(Failure failure, Instant now) {
        result = failure.result();
        trouble = failure.trouble();
        status = failure.status();
        failedAt = now;
        failedResult = result;
        failedTrouble = trouble;
        failedStatus = status;
        failures++;
        var pause = every().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        var longest = pause.compareTo(failure.rest()) < 0 ? failure.rest() : pause;
        nextLook = now.plus(longest.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longest);
    }

    private Duration every() {
        return Duration.ofMinutes(minutes);
    }

    /** It is to send all that it has, whether it changed or not. */
    void whole() {
        etag = "";
        lastModified = "";
    }

    public long getId() {
        return Objects.requireNonNullElse(id, 0L);
    }

    public long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public String getAddress() {
        return address;
    }

    public String getSection() {
        return section;
    }

    public String getResponsible() {
        return responsible;
    }

    public int getMinutes() {
        return minutes;
    }

    public boolean isActive() {
        return active;
    }

    String getEtag() {
        return etag;
    }

    String getLastModified() {
        return lastModified;
    }

    public Instant getNextLook() {
        return nextLook;
    }

    public @Nullable Instant getLookedAt() {
        return lookedAt;
    }

    public RelayResult getResult() {
        return result;
    }

    public @Nullable FetchTrouble getTrouble() {
        return trouble;
    }

    public int getStatus() {
        return status;
    }

    public int getFailures() {
        return failures;
    }

    public int getLastNew() {
        return lastNew;
    }

    public @Nullable Instant getFailedAt() {
        return failedAt;
    }

    public @Nullable RelayResult getFailedResult() {
        return failedResult;
    }

    public @Nullable FetchTrouble getFailedTrouble() {
        return failedTrouble;
    }

    public int getFailedStatus() {
        return failedStatus;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }
}
