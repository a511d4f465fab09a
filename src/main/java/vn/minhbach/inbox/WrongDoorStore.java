package vn.minhbach.inbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.RowStore;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/** The wrong doors as rows that the office keeps. */
record WrongDoorStore(InboxRowRepository repository, ChangeLog changes) implements RowStore {

    static final String KIND = "wrong-door";

    static final String TITLE = "title";
    static final String TITLE_EN = "titleEn";
    static final String TEXT = "text";
    static final String TEXT_EN = "textEn";
    static final String URL = "url";
    static final String PHRASES = "phrases";

    /** What no form asks. */
    static final String KEY = "key";

    /** A phrase of one letter would be found in everything. */
    private static final int SHORTEST = 3;

    static final List<RowField> FIELDS = List.of(
            RowField.line(TITLE, 120).needed(),
            RowField.line(TITLE_EN, 120).needed(),
            RowField.area(TEXT, 600).needed().help(),
            RowField.area(TEXT_EN, 600).needed(),
            RowField.line(URL, 300).help(),
            RowField.area(PHRASES, 2000).needed().help());

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<RowField> fields() {
        return FIELDS;
    }

    @Override
    public List<String> hidden() {
        return List.of(KEY);
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<KeptRow> all() {
        return repository.doors().stream().map(WrongDoor::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return repository.door(id).map(WrongDoor::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> values.put(field.name(), field.kept(typed.getOrDefault(field.name(), ""))));
        values.put(URL, url(values.getOrDefault(URL, "")));
        var phrases = Phrase.lines(values.getOrDefault(PHRASES, ""));
        if (phrases.stream().anyMatch(phrase -> phrase.length() < SHORTEST)) {
            throw new RuleBrokenException("inbox.error.phrase", PHRASES);
        }
        values.put(PHRASES, String.join("\n", phrases));
        return values;
    }

    /** A number to call, a page of the portal, or one elsewhere. */
    private static String url(String typed) {
        if (typed.isEmpty() || typed.matches("tel:\\+?\\d{3,15}")) {
            return typed;
        }
        return RowField.of(RowField.Type.LINK, URL).kept(typed);
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        // It only advises.
    }

    @Override
    public boolean areNeighbours(KeptRow one, KeptRow other) {
        return true;
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var wanted = Text.cut(Text.slug(values.getOrDefault(TITLE, "")), 50);
        var taken = all().stream().map(row -> row.get(KEY)).toList();
        var key = wanted;
        for (var number = 2; key.isEmpty() || taken.contains(key); number++) {
            key = wanted + "-" + number;
        }
        var door = new WrongDoor(key, position);
        door.write(values, now, by);
        repository.add(door);
        return door.getId();
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        repository.door(id).orElseThrow().write(values, now, by);
        repository.flush();
    }

    @Override
    public void delete(long id) {
        repository.door(id).ifPresent(repository::remove);
    }

    @Override
    public void restore(KeptRow row) {
        repository.restoreDoor(row);
    }

    @Override
    public void place(long id, int position) {
        repository.door(id).ifPresent(door -> door.place(position));
        repository.flush();
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        changes.touched(KIND, row.get(KEY));
    }
}
