package vn.minhbach.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.AuditSubject;
import vn.minhbach.desk.History;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.shared.Text;

/**
 * A file that belongs to published content: a picture with its text alternative, later a form or a document. The bytes lie in
 * the {@link FileStore} under their SHA-256; this row says what they are.
 */
@Entity
@Table(name = "attachment")
public class Attachment implements AuditSubject {

    /** By which a state that the history keeps names the content. */
    static final String DIGEST = ".sha256";

    /** By which it names what the virus scanner said later. */
    static final String SCAN = "scan";

    private static final String REFUSED = "REFUSED";

    private static final String ALT = "alt";
    private static final String CAPTION = "caption";
    private static final String CREDIT = "credit";
    static final String FOCUS = "focus";

    /** By which a change of bytes or description is told. */
    private static final List<String> TOLD = List.of(DIGEST, ALT, CAPTION, CREDIT, FOCUS);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachment_seq")
    @SequenceGenerator(name = "attachment_seq", sequenceName = "attachment_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String sha256 = "";

    @NotBlank
    @Size(max = 200)
    @Column(name = "file_name")
    private String fileName = "";

    @Column(name = "media_type")
    private String mediaType = "";

    @Column(name = "size_bytes")
    private long size;

    private int width;

    private int height;

    @Size(max = 1000)
    private String alt = "";

    @Size(max = 300)
    private String credit = "";

    @Size(max = 1000)
    private String caption = "";

    /** Which part of a picture stays when it is cropped, see {@link Focus}. */
    private String focus = Focus.CENTER;

    /** The smaller sizes that lie beside it in the store, by their width: "480,960". */
    private String widths = "";

    /** Whether only those may see it who may see something that uses it. Else it is everybody's, as what the portal itself brought. */
    private boolean guarded;

    /** Whether it waits for the virus scanner; until then nobody is given it. */
    private boolean quarantined;

    /** Whether the virus scanner, when it could be asked, knew it for a virus: then nobody is ever given it. */
    private boolean refused;

    /** Whoever brought the bytes that it has now; empty for the portal itself. */
    @Column(name = "brought_by")
    private String broughtBy = "";

    /** What is worth knowing of it, by the names of {@link Remark}. */
    private String remarks = "";

    /** Name, description and credit without marks and capitals: what the filter of the list looks in. */
    private String sought = "";

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected Attachment() {}

    Attachment(StoredFile file, String fileName, String mediaType, Instant createdAt) {
        this.sha256 = file.sha256();
        this.size = file.size();
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        makeSought();
    }

    /** A file as somebody of the staff brought it. */
    Attachment(Taken taken, StoredFile file, Instant now, String by) {
        this(file, taken.name(), taken.type().mediaType(), now);
        guarded = true;
        hold(taken, file, now, by);
    }

    /** As it was before it was removed. */
    Attachment(long id, Map<String, String> state) {
        this.id = id;
        sha256 = state.getOrDefault(DIGEST, "");
        fileName = state.getOrDefault("fileName", "");
        mediaType = state.getOrDefault(".mediaType", "");
        size = Long.parseLong(state.getOrDefault(".size", "0"));
        width = Integer.parseInt(state.getOrDefault(".width", "0"));
        height = Integer.parseInt(state.getOrDefault(".height", "0"));
        widths = state.getOrDefault(".widths", "");
        alt = state.getOrDefault(ALT, "");
        caption = state.getOrDefault(CAPTION, "");
        credit = state.getOrDefault(CREDIT, "");
        focus = state.getOrDefault(FOCUS, Focus.CENTER);
        guarded = Boolean.parseBoolean(state.getOrDefault(".guarded", "true"));
        quarantined = Boolean.parseBoolean(state.getOrDefault(".quarantined", "false"));
        refused = state.getOrDefault(SCAN, "").equals(REFUSED);
        broughtBy = state.getOrDefault(".broughtBy", "");
        remarks = state.getOrDefault(".remarks", "");
        createdAt = Instant.parse(state.getOrDefault(".createdAt", Instant.EPOCH.toString()));
        updatedAt = Instant.parse(state.getOrDefault(".updatedAt", Instant.EPOCH.toString()));
        updatedBy = state.getOrDefault(".updatedBy", "");
        makeSought();
    }

    /** What the history keeps of it: enough to put it back as it was. */
    Map<String, String> state() {
        var state = new LinkedHashMap<String, String>();
        state.put("fileName", fileName);
        state.put(ALT, alt);
        state.put(CAPTION, caption);
        state.put(CREDIT, credit);
        state.put(FOCUS, focus);
        state.put(DIGEST, sha256);
        state.put(".mediaType", mediaType);
        state.put("size", label());
        state.put(".size", Long.toString(size));
        state.put(".width", Integer.toString(width));
        state.put(".height", Integer.toString(height));
        state.put(".widths", widths);
        state.put(".guarded", Boolean.toString(guarded));
        state.put(".quarantined", Boolean.toString(quarantined));
        state.put(SCAN, refused ? REFUSED : "");
        state.put(".broughtBy", broughtBy);
        state.put(".remarks", remarks);
        state.put(".createdAt", createdAt.toString());
        state.put(".updatedAt", updatedAt.toString());
        state.put(".updatedBy", updatedBy);
        return state;
    }

    History.Row row() {
        return new History.Row(AttachmentService.KIND, String.valueOf(id), fileName);
    }

    /** From now on these are its bytes, wherever it is used. */
    final void hold(Taken taken, StoredFile file, Instant now, String by) {
        sha256 = file.sha256();
        size = file.size();
        fileName = taken.name();
        mediaType = taken.type().mediaType();
        width = taken.width();
        height = taken.height();
        widths = taken.widths().stream().map(String::valueOf).collect(Collectors.joining(","));
        quarantined = taken.isQuarantined();
        refused = false;
        broughtBy = by;
        remarks = taken.remarks().stream().map(Enum::name).collect(Collectors.joining(","));
        updatedAt = now;
        updatedBy = by;
        makeSought();
    }

    void tell(String alt, String caption, String credit, String focus, Instant now, String by) {
        this.alt = Text.line(alt);
        this.caption = Text.line(caption);
        this.credit = Text.line(credit);
        this.focus = Focus.ALL.contains(focus) ? focus : Focus.CENTER;
        updatedAt = now;
        updatedBy = by;
        makeSought();
    }

    /** Whether a line of the history tells of other bytes or another description, both of which can be taken back. */
    static boolean isReversible(HistoryEntry line) {
        return line.getDeed() == HistoryEntry.Deed.CHANGED
                && TOLD.stream().anyMatch(name -> differs(name, line.before(), line.after()))
                && !line.before().getOrDefault(SCAN, "").equals(REFUSED);
    }

    private static boolean differs(String name, Map<String, String> one, Map<String, String> other) {
        return !one.getOrDefault(name, "").equals(other.getOrDefault(name, ""));
    }

    /**
     * Makes it again what it was before a change, in what that change was about.
     *
     * @return false if that is not what it became by the change any more; then nothing is done
     */
    boolean takeBack(Map<String, String> before, Map<String, String> after, Instant now, String by) {
        var changed = TOLD.stream().filter(name -> differs(name, before, after)).toList();
        var is = state();
        if (changed.stream().anyMatch(name -> differs(name, is, after))) {
            return false;
        }
        var was = new Attachment(0, before);
        if (changed.contains(DIGEST)) {
            sha256 = was.sha256;
            size = was.size;
            fileName = was.fileName;
            mediaType = was.mediaType;
            width = was.width;
            height = was.height;
            widths = was.widths;
            quarantined = was.quarantined;
            refused = was.refused;
            broughtBy = was.broughtBy;
            remarks = was.remarks;
        }
        alt = changed.contains(ALT) ? was.alt : alt;
        caption = changed.contains(CAPTION) ? was.caption : caption;
        credit = changed.contains(CREDIT) ? was.credit : credit;
        focus = changed.contains(FOCUS) ? was.focus : focus;
        updatedAt = now;
        updatedBy = by;
        makeSought();
        return true;
    }

    /** The virus scanner has nothing against it. */
    void release() {
        quarantined = false;
        scanned();
    }

    /** The virus scanner knows it for a virus. It stays locked up. */
    void refuse() {
        refused = true;
        scanned();
    }

    private void scanned() {
        remarks = getRemarks().stream()
                .filter(remark -> remark != Remark.WAITS)
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    private void makeSought() {
        sought = Text.cut(Text.fold(String.join("\n", fileName, alt, caption, credit)), 3000);
    }

    /** "PDF, 1,2 MB". */
    public String label() {
        return kindOfFile() + ", " + FileSize.of(size);
    }

    private String kindOfFile() {
        return Stream.of(FileType.values())
                .filter(type -> type.mediaType().equals(mediaType))
                .map(FileType::label)
                .findFirst()
                .orElse(FileType.endingOf(fileName).toUpperCase(Locale.ROOT));
    }

    /** Says what a picture shows, for those who cannot see it, and whose picture it is. */
    public void describe(String alt, String credit, int width, int height) {
        this.alt = alt;
        this.credit = credit;
        this.width = width;
        this.height = height;
        makeSought();
    }

    /** The id in an address that {@link #getPath()} gave; empty for any other address. */
    public static Optional<Long> idIn(String address) {
        var parts = address.split("/", -1);
        return parts.length == 4 && parts[0].isEmpty() && parts[1].equals("tep") && parts[2].matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(parts[2]))
                : Optional.empty();
    }

    /** Where the file can be fetched, below the portal's own address. */
    public String getPath() {
        return "/tep/" + id + "/" + FileName.inAddress(fileName);
    }

    /** The same picture, no wider than that if there is such a size. */
    public String getPath(int atMost) {
        return getWidths().stream()
                .filter(each -> each <= atMost)
                .max(Integer::compare)
                .map(each -> "/tep/" + id + "/" + each + "/" + FileName.inAddress(fileName))
                .orElse(getPath());
    }

    public List<Integer> getWidths() {
        return widths.isEmpty()
                ? List.of()
                : Stream.of(widths.split(",")).map(Integer::valueOf).toList();
    }

    /**
     * All sizes of a picture as {@code srcset} lists them; empty where there is but one.
     *
     * @param before what stands before a path, as the context of the portal
     */
    public String getSrcset(UnaryOperator<String> before) {
        return getWidths().isEmpty()
                ? ""
                : Stream.concat(
                                getWidths().stream().map(each -> before.apply(getPath(each)) + " " + each + "w"),
                                Stream.of(before.apply(getPath()) + " " + width + "w"))
                        .collect(Collectors.joining(", "));
    }

    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    public boolean isGuarded() {
        return guarded;
    }

    public boolean isQuarantined() {
        return quarantined;
    }

    public boolean isRefused() {
        return refused;
    }

    public String getBroughtBy() {
        return broughtBy;
    }

    public List<Remark> getRemarks() {
        return remarks.isEmpty()
                ? List.of()
                : Stream.of(remarks.split(",")).map(Remark::valueOf).toList();
    }

    public String getCaption() {
        return caption;
    }

    /** As the look knows it: "focus-top". */
    public String getFocus() {
        return focus;
    }

    /** Grows with every change; who saves says which one they have seen. */
    public long getVersion() {
        return version;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }

    String getSought() {
        return sought;
    }

    /** What it is known by; null until it is stored. */
    public @Nullable Long getId() {
        return id;
    }

    @Override
    public String getSubject() {
        return String.valueOf(id);
    }

    public String getSha256() {
        return sha256;
    }

    public String getFileName() {
        return fileName;
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

    public String getAlt() {
        return alt;
    }

    public String getCredit() {
        return credit;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
