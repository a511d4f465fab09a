package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.Text;

/**
 * A matter that the inbox is not for, the words by which it is recognised before it is sent, and where it belongs: a complaint, a
 * denunciation, the state of a dossier, another body, a draft law, an emergency. It only advises: who means to send, sends.
 */
@Entity
@Table(name = "inbox_wrong_door")
public class WrongDoor {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_wrong_door_seq")
    @SequenceGenerator(name = "inbox_wrong_door_seq", sequenceName = "inbox_wrong_door_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "door_key", updatable = false)
    private String key = "";

    private int position;

    /** One a line, as {@link Phrase#lines} keeps them. */
    private String phrases = "";

    @Column(name = "title_vi")
    private String titleVi = "";

    @Column(name = "title_en")
    private String titleEn = "";

    @Column(name = "text_vi")
    private String textVi = "";

    @Column(name = "text_en")
    private String textEn = "";

    /** The right door: an address, or a number to call; empty if the text says it. */
    private String url = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected WrongDoor() {}

    WrongDoor(String key, int position) {
        this.key = key;
        this.position = position;
    }

    void write(Map<String, String> values, Instant now, String by) {
        titleVi = values.getOrDefault(WrongDoorStore.TITLE, "");
        titleEn = values.getOrDefault(WrongDoorStore.TITLE_EN, "");
        textVi = values.getOrDefault(WrongDoorStore.TEXT, "");
        textEn = values.getOrDefault(WrongDoorStore.TEXT_EN, "");
        url = values.getOrDefault(WrongDoorStore.URL, "");
        phrases = values.getOrDefault(WrongDoorStore.PHRASES, "");
        updatedAt = now;
        updatedBy = by;
    }

    void place(int where) {
        position = where;
    }

    KeptRow toKept() {
        var values = new HashMap<String, String>();
        values.put(WrongDoorStore.TITLE, titleVi);
        values.put(WrongDoorStore.TITLE_EN, titleEn);
        values.put(WrongDoorStore.TEXT, textVi);
        values.put(WrongDoorStore.TEXT_EN, textEn);
        values.put(WrongDoorStore.URL, url);
        values.put(WrongDoorStore.PHRASES, phrases);
        values.put(WrongDoorStore.KEY, key);
        return new KeptRow(getId(), version, position, values, updatedAt, updatedBy);
    }

    long getId() {
        return id == null ? 0 : id;
    }

    boolean isMeantBy(Phrase text) {
        return Text.lines(phrases).stream().map(Phrase::of).anyMatch(phrase -> phrase.isIn(text));
    }

    int getPosition() {
        return position;
    }

    public String getKey() {
        return key;
    }

    public String title(String language) {
        return language.equals("vi") ? titleVi : titleEn;
    }

    public String text(String language) {
        return language.equals("vi") ? textVi : textEn;
    }

    public String getUrl() {
        return url;
    }
}
