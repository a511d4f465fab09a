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

    static final Duration EVERY = Duration.ofMinutes(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
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

    private boolean active = true;

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
     */
    public record Said(String name, String address, String section, String responsible, boolean active) {

        public Said {
            name = Text.cut(Text.line(name), 200);
            address = Text.line(address);
            responsible = Text.cut(Text.line(responsible), 60);
        }
    }

    /** Another address is another feed: what the old one said of itself is forgotten. */
    final void write(Said said, Instant now, String by) {
        if (!address.equals(said.address())) {
            etag = "";
            lastModified = "";
            failures = 0;
            nextLook = now;
        }
        name = said.name();
        address = said.address();
        section = said.section();
        responsible = said.responsible();
        active = said.active();
        sought = Text.cut(Text.fold(name + "\n" + address), 1_500);
        updatedAt = now;
        updatedBy = by;
    }

    Said said() {
        return new Said(name, address, section, responsible, active);
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
        state.put("active", Boolean.toString(active));
        return state;
    }

    static Said said(Map<String, String> state) {
        return new Said(
                state.getOrDefault("name", ""),
                state.getOrDefault("address", ""),
                state.getOrDefault("section", ""),
                state.getOrDefault("responsible", ""),
                Boolean.parseBoolean(state.get("active")));
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
        nextLook = now.plus(EVERY);
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

    /** @param wait how long it asks to be left alone; zero if it does not say */
    void failed(RelayResult result, @Nullable FetchTrouble trouble, int status, Duration wait, Instant now) {
        this.result = result;
        this.trouble = trouble;
        this.status = status;
        failures++;
        var pause = EVERY.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var longest = pause.compareTo(wait) < 0 ? wait : pause;
        nextLook = now.plus(longest.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longest);
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

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }
}
